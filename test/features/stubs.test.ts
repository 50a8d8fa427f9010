import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTROLS } from '../../server/src/core/controls';
import { MITIGATES, RECIPIENTS } from '../../server/src/core/features/stub-words';
import {
  type Analysis,
  applyEdits,
  detectRoot,
  escapeMarkdown,
  explainCure,
  explainRule,
  type Finding,
  type Fix,
  findingKey,
  fixesFor,
  hoverFor,
  type Operation,
  RULES,
  type Rule,
  rangeOf,
  ruleById,
  snippetOf,
  textOf,
} from '../../server/src/core/index';
import { type Loaded, load } from '../support/check';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const STRATEGIES = ['reduce', 'transfer', 'avoid', 'accept'] as const;
const MODELS = {
  'in lines': '//- a.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n',
  'in braces': '//- a.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\nmitigations: {}\n',
  'in JSON': '//- a.threats.json\n{\n  "stridewise": 1,\n  "apis": { "shop": { "spec": "./openapi.yaml" } }\n}\n',
  'to be made': '',
};

/** The example that a rule's page shows as flagged. */
function flagged(rule: string): string {
  const page = readFileSync(`docs/rules/${rule}.md`, 'utf8');
  const yaml = page.split('\n## Flagged\n')[1]?.split('```yaml\n')[1]?.split('\n```')[0];
  if (yaml === undefined || detectRoot(yaml) !== 'openapi') throw new Error(`${rule} has no example`);
  return `//- openapi.yaml\n${yaml}\n`;
}

interface Answered {
  readonly fix: Fix;
  readonly finding: Finding;
  readonly model: string;
  readonly before: Loaded;
  readonly after: Loaded;
}

function findingsOf({ apis }: Analysis, rule: string): readonly Finding[] {
  return apis.flatMap((api) => api.findings.filter((finding) => finding.rule === rule));
}

function answer(rule: string, strategy: (typeof STRATEGIES)[number], model: string, spec = flagged(rule)): Answered {
  const before = load(`${spec}${model}`);
  const [api] = before.analysis.apis;
  const [finding] = findingsOf(before.analysis, rule).filter((one) => one.severity !== 'hint');
  if (api === undefined || finding === undefined) throw new Error(`${rule} finds nothing`);
  const options = { open: true, finding: findingKey(api, finding) };
  const fix = fixesFor(before.workspace, before.analysis, finding.at.uri, EVERYWHERE, options).find(
    (one) => one.strategy === strategy,
  );
  const [edit] = fix?.edits ?? [];
  if (fix === undefined || edit === undefined) throw new Error(`${rule} has no ${strategy}`);
  const document = before.workspace.get(edit.uri);
  const text = applyEdits(edit.create ?? (document === undefined ? '' : textOf(document)), edit.edits);
  const name = edit.uri.replace('file:///workspace/', '');
  return { fix, finding, model: text, before, after: load(`${spec}//- ${name}\n${text}\n`) };
}

/** What is wrong with the model, but for what people have to fill in. */
function told({ analysis }: Loaded): readonly string[] {
  const problems = [...analysis.models.flatMap((model) => model.problems), ...analysis.problems];
  return problems.filter(({ code }) => code !== 'todo').map(({ message }) => message);
}

const cases = RULES.flatMap(({ id }) => STRATEGIES.map((strategy) => [id, strategy] as const));

describe.each(Object.entries(MODELS))('A stub %s', (_kind, written) => {
  it.each(cases)('for %s by %s is valid, and only waits for what people must say', (rule, strategy) => {
    const { after, model, fix } = answer(rule, strategy, written);
    expect(told(after), model).toEqual([]);
    const left = findingsOf(after.analysis, rule).filter(({ state }) => state === 'threatened');
    if (strategy === 'accept') expect(left[0]?.lacking, model).toContain('lacks reason, owner and until');
    else expect(left, model).toEqual([]);
    if (written !== '')
      expect(fix.fields?.length, model).toBe({ accept: 3, transfer: 2, reduce: 1, avoid: 1 }[strategy]);
  });
});

/** What a stub calls the operations of a finding. */
function nameIn({ operations }: Finding): string {
  const [one] = operations;
  if (one === undefined || operations.length > 1) return 'each';
  return one.kind === 'operation' ? one.path : one.name;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('The stubs for %s', (id, rule) => {
  const entryOf = (strategy: (typeof STRATEGIES)[number]) => {
    const { after, finding, model, fix } = answer(id, strategy, MODELS['in lines']);
    const [entry] = after.analysis.models[0]?.mitigations ?? [];
    if (entry === undefined) throw new Error('no entry');
    return { entry, finding, model, fix };
  };

  it.each(STRATEGIES)('speak of this operation: %s', (strategy) => {
    const { entry, finding, model } = entryOf(strategy);
    const gone = /\((?:the (?:scheme|server) \S+) goes away\)/.test(entry.title);
    expect(gone || entry.title.includes(nameIn(finding)), entry.title).toBe(true);
    expect(entry.title, model).not.toMatch(/\{(?:it|value|object|cause)\}|undefined/);
    if (finding.part !== '' && strategy === 'avoid') expect(entry.removes[0]?.text).toContain(finding.part);
  });

  it('have a title each', () => {
    expect(new Set(STRATEGIES.map((strategy) => entryOf(strategy).entry.title)).size).toBe(4);
  });

  it('name the control, a recipient, what goes away and what the reason must tell', () => {
    expect(entryOf('reduce').entry.control).toBe(rule.controls[0]);
    expect(CONTROLS.map((control) => control.id)).toContain(rule.controls[0]);
    const { entry } = entryOf('transfer');
    expect(RECIPIENTS.map(([, recipient]) => recipient)).toContain(entry.to);
    expect(entryOf('avoid').entry.title).toContain(' goes away)');
    const { model, fix } = entryOf('accept');
    const [line] = model.split('\n').filter((one) => one.includes('reason:'));
    expect(line).toMatch(/reason: "?TODO how we know that /);
    const [insertion] = fix.edits[0]?.edits ?? [];
    if (insertion === undefined) throw new Error('no edit');
    const snippet = snippetOf(insertion.newText, insertion.range.start, fix.fields ?? []);
    expect(snippet).toMatch(/reason: "?\$\{1:TODO how we know that [^\n]*\}"?\n/);
  });
});

describe('The words of stubs', () => {
  it('belong to rules that there are, and every rule has its own', () => {
    expect(Object.keys(MITIGATES).sort()).toEqual(RULES.map(({ id }) => id).sort());
    expect(new Set(Object.values(MITIGATES)).size).toBe(RULES.length);
    for (const text of Object.values(MITIGATES)) expect(text).toContain('{it}');
  });

  it('say what to do for this very operation', () => {
    const { model } = answer('broken-object-level-authorization', 'reduce', MODELS['in lines']);
    expect(model).toContain('title: Check that the order belongs to the caller before GET /orders/{orderId} answers');
    expect(model).toContain('control: ownership-check');
  });

  it('name the component of the model that can take it over', () => {
    const gateway = 'components:\n  edge-gateway: { kind: gateway }\n  order-service: { kind: service }\n';
    const to = (rule: string) => /to: (.*)/.exec(answer(rule, 'transfer', MODELS['in lines'] + gateway).model)?.[1];
    expect(to('missing-rate-limit')).toBe('edge-gateway');
    expect(to('broken-object-level-authorization')).toBe('policy service');
  });
});

describe('A stub for an operation with a name that is hard to write', () => {
  const spec = (path: string, name: string, method = 'get:') => `//- openapi.yaml
openapi: 3.2.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
security: [{ login: [] }]
paths:
  ${JSON.stringify(path)}:
    ${method}
      parameters: [{ name: ${JSON.stringify(name)}, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One } }
`;
  const rule = 'broken-object-level-authorization';
  const names = [
    spec('/orders/{orderId}', 'orderId', 'additionalOperations: { COPY: { responses: {} } }\n    query:'),
    spec('/orders/{order id}', 'order id'),
    spec('/my orders/{orderId}', 'orderId'),
    spec('/orders/{orderId}: all #1', 'orderId'),
    spec('/orders/{"orderId"}', '"orderId"'),
    spec('/o\\rders/{orderId}', 'orderId'),
    spec("/orders('{orderId}')", 'orderId'),
    spec('/$orders/\u0024{1:orders}/{orderId}', 'orderId'),
  ];
  const all = names.flatMap((text) => STRATEGIES.map((strategy) => [text, strategy] as const));

  it.each(Object.values(MODELS).flatMap((model) => all.map(([text, strategy]) => [text, strategy, model] as const)))(
    'is valid: %#',
    (text, strategy, written) => {
      const { after, model } = answer(rule, strategy, written, text);
      expect(told(after), model).toEqual([]);
      const left = findingsOf(after.analysis, rule).filter(({ state }) => state === 'threatened');
      expect(
        left.every(({ lacking }) => lacking !== ''),
        model,
      ).toBe(true);
    },
  );
});

describe('What an answer is titled', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    'has no sign that VS Code marks in a file: %s',
    (id, { stubs }) => {
      for (const text of [MITIGATES[id] ?? '', ...Object.values(stubs)]) expect(text).toMatch(/^[ -~]*$/);
    },
  );
});

describe('What a rule says', () => {
  const said = (of: (rule: (typeof RULES)[number]) => string) => RULES.map(of);

  it.each([
    ['how the description could mend it', said(({ mend }) => mend)],
    ['what happens', said(({ impact }) => impact)],
    ['when it is wrong', said(({ falsePositive }) => falsePositive)],
    ['its title', said(({ title }) => title)],
  ])('is its own: %s', (_what, texts) => {
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text.length).toBeGreaterThan(10);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s tells how to mend it, on its page too', (id, { mend }) => {
    expect(mend).toMatch(/[.)]$/);
    expect(readFileSync(`docs/rules/${id}.md`, 'utf8')).toContain(`In the description: ${mend}`);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s tells how to mend it, at its place', (id, { mend }) => {
    const { workspace, analysis } = load(flagged(id));
    const [finding] = findingsOf(analysis, id);
    const [api] = analysis.apis;
    const document = finding && workspace.get(finding.at.uri);
    if (finding === undefined || api === undefined || document === undefined) throw new Error('no finding');
    const start = rangeOf(document, finding.at)?.start ?? { line: 0, character: 0 };
    expect(hoverFor(workspace, analysis, finding.at.uri, start)?.markdown).toContain(`In the specification: ${mend}`);
    const explanation = explainRule(analysis, api, finding.operations[0] as Operation, ruleById(id) as Rule);
    expect(explainCure(explanation)).toContain(mend);
    expect(explainCure(explanation)).toContain(`- Reduce: ${escapeMarkdown(explanation.mitigation)}`);
  });
});
