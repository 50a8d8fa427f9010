import { describe, expect, it } from 'vitest';
import {
  badgeOf,
  definitionFor,
  diagnosticsFor,
  escapeMarkdown,
  hoverFor,
  missingFiles,
  openDocument,
  riskTree,
  Workspace,
} from '../../server/src/core/index';
import { checkFindings, checkFix, fixesAt, load } from '../support/check';
import { SHOP } from '../support/shop';

const HEAD = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
security: [{ key: [] }]
paths:
  /pets:
    $0delete:
      operationId: dropPets
      security: []
      responses: { "204": { description: gone } }
`;
const SPEC = `//- openapi.yaml\n${HEAD}`;
const SPEC_WITHOUT_CURSOR = SPEC.replace('$0', '');
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
`;

describe('Diagnostics', () => {
  it('stand at the evidence, and only there', () => {
    checkFindings(`${SHOP}  /pets:
    delete:
      security: []
#     ^^^^^^^^ warning missing-authentication: DELETE /pets
      responses: { "204": { description: gone } }
    get:
      responses: { "200": { description: ok } }
`);
  });

  it('gather the questions of a file that is not open', () => {
    const { workspace, analysis } = load(`${SPEC}${MODEL}`);
    const uri = 'file:///workspace/openapi.yaml';
    const questions = (open: boolean) =>
      diagnosticsFor(workspace, analysis, uri, { open }).filter(({ code }) => code === 'unanswered');
    expect(questions(true)[0]?.range.start.line).toBe(8);
    expect(questions(false)).toMatchObject([
      { range: { start: { line: 0 } }, message: '1 operation has unanswered questions' },
    ]);
  });

  it('point to the answer that lacks something', () => {
    const model = `${MODEL}mitigations:\n  open: { strategy: accept, covers: missing-authentication on operation dropPets }\n`;
    const { workspace, analysis } = load(`${SPEC}${model}`);
    const found = diagnosticsFor(workspace, analysis, 'file:///workspace/openapi.yaml', { open: true });
    const finding = found.find(({ code }) => code === 'missing-authentication');
    expect(finding?.message).toContain('"open" does not count yet');
    expect(finding?.related).toMatchObject([
      { uri: 'file:///workspace/shop.threats.yaml', message: 'The answer "open"' },
    ]);
  });
});

describe('Fixes', () => {
  it('create a model beside a specification that has none', () => {
    const fixes = fixesAt(load(SPEC.replace('$0', '').replace('openapi: 3', '$0openapi: 3')));
    const create = fixes.find((fix) => fix.title === 'Create a threat model for this API');
    expect(create?.edits[0]?.uri).toBe('file:///workspace/openapi.threats.yaml');
    expect(create?.edits[0]?.create).toMatch(/spec: "?\.\/openapi\.yaml/);
    expect(create?.edits[0]?.create).toContain('missing-authentication on DELETE /pets');
  });

  it('mark a category as not applicable', () => {
    checkFix(
      'Mark disclosure as not applicable',
      `${SPEC}${MODEL}`,
      `${MODEL}\nnotApplicable:\n  disclosure on shop DELETE /pets: TODO\n`,
    );
  });

  it('mark nothing without a reason, and say so', () => {
    const { analysis } = load(`${SPEC}${MODEL}notApplicable:\n  disclosure on shop DELETE /pets: TODO\n`);
    const question = analysis.apis[0]?.findings.find(({ rule }) => rule === 'unanswered');
    expect(question?.stride).toContain('information-disclosure');
    expect(question?.lacking).toContain('needs a reason');
  });

  it('offer the four strategies at a finding, the first one preferred, and what mends the description', () => {
    const source = SPEC_WITHOUT_CURSOR.replace('security: []', '$0security: []');
    const fixes = fixesAt(load(`${source}${MODEL}`)).filter((fix) =>
      fix.diagnostics.includes('missing-authentication'),
    );
    expect(fixes.map(({ strategy, preferred }) => [strategy, preferred])).toEqual([
      ['reduce', true],
      ['transfer', false],
      ['avoid', false],
      ['accept', false],
      [undefined, false],
    ]);
    expect(fixes.at(-1)?.title).toBe('Require key on DELETE /pets in the description');
  });

  it.each([0, 1, 2, 3])('answer the finding with strategy %i, or leave it saying what is missing', (index) => {
    const source = `${SPEC_WITHOUT_CURSOR.replace('security: []', '$0security: []')}`;
    for (const model of ['', MODEL]) {
      const fixes = fixesAt(load(source + model)).filter((fix) => fix.diagnostics.includes('missing-authentication'));
      expect(() => checkFix(fixes[index]?.title ?? '', source + model, '')).not.toThrow();
    }
  });
});

describe('Hover', () => {
  it('tells the six categories of an operation and why', () => {
    const { workspace, analysis, cursor } = load(`${SPEC}${MODEL}`);
    const hover = hoverFor(workspace, analysis, cursor?.uri ?? '', { line: 8, character: 5 });
    expect(hover?.markdown.match(/^- \*\*/gm)).toHaveLength(6);
    expect(hover?.markdown).toContain('**spoofing** \\(someone passes for somebody else\\): open');
    expect(hover?.markdown).toMatch(/^\*\*DELETE \/pets\*\* \\\(the internet reaches it\\\)$/m);
    expect(hover?.range.start.line).toBe(8);
  });

  it('gives the reasons, and links where the client can follow them', () => {
    const { workspace, analysis, cursor } = load(`${SPEC}${MODEL}`);
    const at = { line: 8, character: 5 };
    const uri = cursor?.uri ?? '';
    const plain = hoverFor(workspace, analysis, uri, at)?.markdown;
    expect(plain).toContain(
      'Anyone can call it without logging in \\(open\\), because its security list lets everyone in',
    );
    expect(plain).not.toContain('](');
    const links = { why: (finding: string) => `why:${finding.length}`, whyNot: () => 'whynot:' };
    const linked = hoverFor(workspace, analysis, uri, at, { links })?.markdown;
    expect(linked).toMatch(/lets everyone in \[Why\?\]\(why:\d+\)/);
    expect(linked).toMatch(/\[Why not something else\?\]\(whynot:\)$/);
  });

  it('speaks in plain words of a finding: how sure it is, and what its categories mean', () => {
    const { workspace, analysis, cursor } = load(`${SPEC}${MODEL}`);
    const markdown = hoverFor(workspace, analysis, cursor?.uri ?? '', { line: 10, character: 8 })?.markdown;
    expect(markdown).toMatch(/Risk: .* The description shows it\.$/m);
    expect(markdown).toContain('spoofing \\(someone passes for somebody else\\), elevation of privilege \\(');
  });

  it('leaves out what the settings hide, and says how many there are', () => {
    const { workspace, analysis, cursor } = load(`${SPEC}${MODEL}`);
    const at = (line: number, character: number, rules: readonly string[]) =>
      hoverFor(workspace, analysis, cursor?.uri ?? '', { line, character }, { hidden: new Set(rules) })?.markdown;
    const rules = ['missing-authentication'];
    expect(at(8, 5, [])).not.toContain('hidden by settings');
    expect(at(8, 5, rules)).not.toContain('Anyone can call it');
    expect(at(8, 5, rules)).toMatch(/someone passes for somebody else\\\): open\n {2}- 1 hidden by settings$/m);
    expect(at(10, 8, rules)).toBeUndefined();
  });

  it('repeats the message only where no diagnostic stands beside it', () => {
    const { workspace, analysis, cursor } = load(`${SPEC}${MODEL}`);
    const at = { line: 10, character: 8 };
    const hover = (besideDiagnostics: boolean) =>
      hoverFor(workspace, analysis, cursor?.uri ?? '', at, { besideDiagnostics })?.markdown;
    expect(hover(false)).toContain('DELETE /pets changes something');
    expect(hover(true)).not.toContain('DELETE /pets changes something');
    expect(hover(true)).toContain('What happens: ');
  });

  it('shows text from files as plain words', () => {
    expect(escapeMarkdown('[x](command:evil) <img> `a`\n# b')).toBe(
      '\\[x\\]\\(command\\:evil\\) &lt;img&gt; \\`a\\` \\# b',
    );
  });
});

describe('Definition', () => {
  it('goes from an operation to the model and back', () => {
    const model = `${MODEL}mitigations:\n  a:\n    status: planned\n    covers: missing-authentication on operation dropPets\n`;
    const { workspace, analysis } = load(`${SPEC}${model}`);
    const there = definitionFor(workspace, analysis, 'file:///workspace/openapi.yaml', { line: 8, character: 5 });
    expect(there).toMatchObject([{ uri: 'file:///workspace/shop.threats.yaml', range: { start: { line: 6 } } }]);
    const back = definitionFor(workspace, analysis, 'file:///workspace/shop.threats.yaml', { line: 6, character: 20 });
    expect(back).toMatchObject([{ uri: 'file:///workspace/openapi.yaml', range: { start: { line: 8 } } }]);
  });
});

describe('The tree', () => {
  it.each(['risk', 'stride', 'operation', 'status'] as const)('groups by %s with stable ids of its own', (groupBy) => {
    const ids = () => {
      const groups = riskTree(load(`${SPEC}${MODEL}`).analysis, { groupBy, filter: '' });
      return groups.flatMap((group) => [group.id, ...group.children.map((node) => node.id)]);
    };
    expect(ids().length).toBeGreaterThan(2);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it('names the folder of an API whose name another one has', () => {
    const there = SPEC_WITHOUT_CURSOR.replace('//- openapi.yaml', '//- other/openapi.yaml');
    const { analysis } = load(`${SPEC_WITHOUT_CURSOR}${there}`);
    const groups = riskTree(analysis, { groupBy: 'operation', filter: '' });
    const labels = groups.map(({ label }) => label);
    expect(labels).toContain('DELETE /pets (openapi (other))');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('shows only what the filter names', () => {
    const { analysis } = load(SPEC);
    const shown = riskTree(analysis, { groupBy: 'risk', filter: 'AUTHENTICATION' }).flatMap((group) => group.children);
    expect(shown.some((node) => node.location?.range.start.line === 10)).toBe(true);
    expect(riskTree(analysis, { groupBy: 'risk', filter: 'no such thing' })).toEqual([]);
  });

  it('tells APIs of the same name in two folders apart', () => {
    const there = SPEC_WITHOUT_CURSOR.replace('//- openapi.yaml', '//- other/openapi.yaml');
    const { analysis } = load(`${SPEC_WITHOUT_CURSOR}${there}`);
    for (const groupBy of ['risk', 'stride', 'operation', 'status'] as const) {
      const rows = riskTree(analysis, { groupBy, filter: '' }).flatMap(({ children }) => children);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const uris = new Map(rows.map(({ finding, location }) => [finding, location?.uri]));
      expect(new Set(uris.values()).size).toBe(2);
      expect(rows.every(({ finding, location }) => uris.get(finding) === location?.uri)).toBe(true);
      const shown = rows.map(({ label, description, location }) => [`${label} ${description}`, location?.uri] as const);
      if (groupBy === 'risk' || groupBy === 'status')
        expect(new Set(shown.map(([text]) => text)).size).toBe(rows.length);
    }
  });

  it('counts open high and critical findings', () => {
    const counted = load(SPEC).analysis.apis[0]?.findings.filter(
      ({ state, certainty, risk }) =>
        state === 'threatened' && certainty === 'shown' && /high|critical/.test(risk.level),
    );
    expect(badgeOf(load(SPEC).analysis)).toBe(counted?.length);
  });
});

it('asks for the files that a model and a specification name, and for the lock beside the model', () => {
  const model = openDocument('file:///w/a.threats.yaml', 'stridewise: 1\napis:\n  a: { spec: ./a.yaml }\n', 'model');
  expect(missingFiles(Workspace.empty.with(model))).toEqual(['file:///w/a.yaml', 'file:///w/a.threats.lock.json']);
});
