import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  answerSeveral,
  answerWith,
  type Finding,
  findingKey,
  riskTree,
  type SeveralFix,
  type Way,
} from '../../server/src/core/index';
import { applyFix, type Loaded, load } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get:
      responses: { "200": { description: One } }
  /refunds/{refundId}:
    parameters: [{ name: refundId, in: path, required: true, schema: { type: string } }]
    delete:
      responses: { "204": { description: Gone } }
  /open:
    post:
      security: []
      responses: { "204": { description: Done } }
`;
const LINES = `//- a.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }   # the one
mitigations:
  # What we have.
  tls: { title: "TLS everywhere", covers: cleartext-transport on shop, status: implemented }
# The end.
`;
const BRACES = LINES.replace(/mitigations:\n.*\n.*\n/, 'mitigations: {}\nnotApplicable: { }\n');
const JSON_MODEL =
  '//- a.threats.json\n{\n  "stridewise": 1,\n  "apis": { "shop": { "spec": "./openapi.yaml" } },\n  "mitigations": { "tls": { "title": "x", "covers": "cleartext-transport on shop", "status": "planned" } }\n}\n';
const MODELS = { 'in lines': LINES, 'in braces': BRACES, 'in JSON': JSON_MODEL, 'to be made': '' };
const WAYS: readonly Way[] = ['reduce', 'transfer', 'avoid', 'accept', 'not-applicable'];

/** What people say of it in the end. */
function filledIn(text: string): string {
  return text
    .replace(/"?(until)"?: "?TODO[^\n",}]*"?/g, '"until": "2027-06-30"')
    .replace(/TODO[^\n",}]*/g, 'Said')
    .replaceAll('planned', 'implemented');
}

const keysIn = ({ apis }: Pick<Analysis, 'apis'>) =>
  apis.flatMap((api) =>
    api.findings
      .filter(({ severity, rule, apiWide }) => severity !== 'hint' && !(rule === 'unanswered' && apiWide))
      .map((one) => findingKey(api, one)),
  );

/** What nobody has answered; what is said to be removed counts as answered, although it is only planned while it is served. */
const leftIn = ({ apis }: Analysis, way: string) =>
  keysIn({
    apis: apis.map((api) => ({ ...api, findings: api.findings.filter((one) => !isGoing(one, way)) })),
  });
const isGoing = ({ state, answers }: Finding, way: string) =>
  way === 'avoid' && state === 'planned' && answers.length > 0;

function problemsIn({ analysis }: Loaded): readonly string[] {
  return [...analysis.models.flatMap(({ problems }) => problems), ...analysis.problems]
    .filter(({ code }) => code !== 'todo')
    .map(({ message }) => message);
}

/** The files after a fix, read again. */
function after(loaded: Loaded, fix: SeveralFix, change: (text: string) => string = (text) => text): Loaded {
  const files = applyFix(loaded, fix);
  return load(
    files
      .map(({ uri, text }) => {
        const name = uri.replace('file:///workspace/', '');
        return `//- ${name}\n${name.includes('threats') ? change(text) : text}`;
      })
      .join(''),
  );
}

function fixBy(loaded: Loaded, keys: readonly string[], way: Way): SeveralFix {
  const named = keys.map((finding) => ({ finding }));
  const fix = answerSeveral(loaded.workspace, loaded.analysis, named).find((one) => one.way === way);
  if (fix === undefined) throw new Error(`no ${way}`);
  return fix;
}

describe.each(Object.entries(MODELS))('Several findings, in a model %s,', (_kind, model) => {
  it.each(WAYS)('are answered by one change: %s', (way) => {
    const loaded = load(`${SPEC}${model}`);
    const keys = keysIn(loaded.analysis);
    expect(keys.length).toBeGreaterThan(3);
    const fix = fixBy(loaded, keys, way);
    expect(fix.answers).toBe(keys.length);
    expect(fix.edits.length).toBe(1);
    const written = after(loaded, fix);
    expect(problemsIn(written), textIn(written)).toEqual([]);
    const done = after(loaded, fix, filledIn);
    expect(
      problemsIn(done).filter((told) => !/still|accepts a/.test(told)),
      textIn(done),
    ).toEqual([]);
    expect(
      leftIn(done.analysis, way).filter((key) => keys.includes(key)),
      textIn(done),
    ).toEqual([]);
  });

  it('are answered where only some are chosen, and every other byte stays', () => {
    const loaded = load(`${SPEC}${model}`);
    const keys = keysIn(loaded.analysis);
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1 }), fc.constantFrom(...WAYS), (chosen, way) => {
        const fix = fixBy(loaded, chosen, way);
        const done = after(loaded, fix, filledIn);
        const left = leftIn(done.analysis, way);
        expect(
          left.filter((key) => chosen.includes(key)),
          textIn(done),
        ).toEqual([]);
        if (!/ {}/.test(model) && model !== '') expect(withoutInsertion(loaded, fix)).toBe(textIn(loaded));
      }),
      { numRuns: 40 },
    );
  });
});

function textIn({ files }: Pick<Loaded, 'files'>): string {
  return files.find(({ uri }) => uri.includes('threats'))?.text ?? '';
}

/** The model after a fix without the text that came in; an empty section's braces aside nothing may go. */
function withoutInsertion(loaded: Loaded, fix: SeveralFix): string {
  const [edit] = fix.edits[0]?.edits ?? [];
  if (edit === undefined) throw new Error('no edit');
  expect(fix.edits[0]?.edits.length).toBe(1);
  expect(edit.range.start).toEqual(edit.range.end);
  const text = applyFix(loaded, fix).find(({ uri }) => uri.includes('threats'))?.text ?? '';
  const at = text.indexOf(edit.newText);
  return text.slice(0, at) + text.slice(at + edit.newText.length);
}

describe('What is written for several findings', () => {
  const entries = (way: Way, rules: RegExp) => {
    const loaded = load(`${SPEC}${LINES}`);
    const keys = loaded.analysis.apis.flatMap((api) =>
      api.findings.filter(({ rule }) => rules.test(rule)).map((one) => findingKey(api, one)),
    );
    const fix = fixBy(loaded, keys, way);
    return { text: fix.edits[0]?.edits[0]?.newText ?? '', fix };
  };

  it('is one entry for what one control does', () => {
    const { text, fix } = entries('reduce', /^broken-object/);
    expect(text).toBe(`  broken-object-level-authorization:
    title: Check on every request that the caller owns the object (each of 2 operations)
    control: ownership-check
    covers:
      - broken-object-level-authorization on shop DELETE /refunds/{refundId}
      - broken-object-level-authorization on shop GET /orders/{orderId}
    status: planned
`);
    expect(fix).toMatchObject({ title: 'Mitigate: 2 threats', detail: '1 entry in a.threats.yaml', answers: 2 });
    expect(fix.fields?.length).toBe(1);
  });

  it('is one decision where several are accepted, with what is said of one place together', () => {
    expect(entries('accept', /^(?:missing-|unanswered)/).text).toBe(`  accepted:
    strategy: accept
    title: 5 threats to 3 operations are accepted
    covers:
      - missing-authentication, repudiation, disclosure, denial and elevation on shop POST /open
      - missing-audit, tampering, disclosure and denial on shop DELETE /refunds/{refundId}
      - tampering, repudiation, disclosure and denial on shop GET /orders/{orderId}
    reason: TODO why these 5 threats may stay
    owner: TODO
    until: TODO
`);
  });

  it('names what goes away once', () => {
    const { text } = entries('avoid', /./);
    expect(text).toContain('title: POST /open, DELETE /refunds/{refundId} and GET /orders/{orderId} go away');
    expect(text).toContain(
      'removes:\n      - shop POST /open\n      - shop DELETE /refunds/{refundId}\n      - shop GET /orders/{orderId}\n',
    );
  });

  it('stands in the model of each API', () => {
    const other = SPEC.replace('//- openapi.yaml', '//- other.yaml');
    const loaded = load(
      `${SPEC}${other}${LINES}//- b.threats.yaml\nstridewise: 1\napis: { other: { spec: other.yaml } }\n`,
    );
    const fix = fixBy(loaded, keysIn(loaded.analysis), 'accept');
    expect(fix.edits.map(({ uri }) => uri.replace(/.*\//, '')).sort()).toEqual(['a.threats.yaml', 'b.threats.yaml']);
    expect(fix.detail).toBe('1 entry in a.threats.yaml and 1 entry in b.threats.yaml');
    expect(keysIn(after(loaded, fix, filledIn).analysis)).toEqual([]);
  });

  it('is about one operation of a shared cause where only that is chosen', () => {
    const shared = SPEC.replace(
      '    get:\n',
      '    put:\n      responses: { "204": { description: Changed } }\n    get:\n',
    );
    const loaded = load(`${shared}${LINES}`);
    const [api] = loaded.analysis.apis;
    const cause = api?.findings.find(({ operations }) => operations.length > 1);
    if (api === undefined || cause === undefined) throw new Error('no shared cause');
    const named = [{ finding: findingKey(api, cause), operation: 'PUT /orders/{orderId}' }];
    const [fix] = answerSeveral(loaded.workspace, loaded.analysis, named);
    if (fix === undefined) throw new Error('no fix');
    const { analysis } = after(loaded, fix, filledIn);
    const left = analysis.apis.flatMap(({ findings }) =>
      findings.filter(({ rule, severity }) => rule === cause.rule && severity !== 'hint'),
    );
    expect(left.flatMap(({ operations }) => operations.map(({ method, path }) => `${method} ${path}`))).toContain(
      'GET /orders/{orderId}',
    );
    expect(left.flatMap(({ operations }) => operations.map(({ method }) => method))).not.toContain('PUT');
  });

  it('is nothing where nothing that is named is there, or the model cannot be changed', () => {
    const { workspace, analysis } = load(`${SPEC}${LINES}`);
    expect(answerSeveral(workspace, analysis, [{ finding: 'gone' }])).toEqual([]);
    const listed = load(`${SPEC}${LINES.replace(/mitigations:\n.*\n.*\n/, 'mitigations: [a]\n')}`);
    const fix = fixBy(listed, keysIn(listed.analysis), 'accept');
    expect(fix.refused).toContain('holds a list');
    expect(fix.edits).toEqual([]);
  });
});

/** The model after a finding of this rule came to the mitigation `m`, or why it cannot. */
function covered(entry: string, rule = 'broken-object-level-authorization', head = ''): string {
  const model = `//- a.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n${head}mitigations:\n${entry}`;
  const loaded = load(`${SPEC}${model}`);
  const [api] = loaded.analysis.apis;
  const finding = api?.findings.find((one) => one.rule === rule && one.severity !== 'hint');
  const node = riskTree(loaded.analysis, { groupBy: 'risk', filter: '' })
    .find(({ id }) => id === 'mitigations')
    ?.children.find(({ id }) => id.endsWith(' m'));
  if (api === undefined || finding === undefined || node === undefined) throw new Error('nothing to cover');
  const [choice] = answerWith(loaded.workspace, loaded.analysis, [{ finding: findingKey(api, finding) }], node.id);
  if (choice?.refused !== undefined) {
    expect(choice.edits).toEqual([]);
    return choice.refused;
  }
  const text = textIn({ files: applyFix(loaded, choice as never) });
  const done = load(`${SPEC}//- a.threats.yaml\n${filledIn(text)}`);
  expect(leftIn(done.analysis, choice?.strategy ?? ''), text).not.toContain(findingKey(api, finding));
  return text.slice(text.indexOf('mitigations:\n') + 'mitigations:\n'.length);
}

const NEW = 'broken-object-level-authorization on shop DELETE /refunds/{refundId}';
const OTHER = 'denial on shop GET /orders/{orderId}';

describe('A finding that a mitigation answers too', () => {
  it.each([
    [
      `  m:\n    covers: ${OTHER} # why\n    status: planned # soon\n`,
      `  m:\n    covers:\n      - ${OTHER} # why\n      - ${NEW}\n    status: planned # soon\n`,
    ],
    [
      `  m:\n    covers: "${OTHER}"\n    status: planned\n`,
      `  m:\n    covers:\n      - "${OTHER}"\n      - ${NEW}\n    status: planned\n`,
    ],
    [
      `  m:\n    status: planned\n    covers:\n      - ${OTHER}   # first\n\n      # last\n`,
      `  m:\n    status: planned\n    covers:\n      - ${OTHER}   # first\n      - ${NEW}\n\n      # last\n`,
    ],
    [
      `  m:\n    covers:\n    - ${OTHER}\n    status: planned\n`,
      `  m:\n    covers:\n    - ${OTHER}\n    - ${NEW}\n    status: planned\n`,
    ],
    [
      `  m:\n    covers: [ "${OTHER}" ] # one\n    status: planned\n`,
      `  m:\n    covers: [ "${OTHER}", "${NEW}" ] # one\n    status: planned\n`,
    ],
    [
      `  m: { covers: denial on shop, status: planned }\n`,
      `  m: { covers: [denial on shop, "${NEW}"], status: planned }\n`,
    ],
    [`  m:\n    status: planned\n`, `  m:\n    covers: ${NEW}\n    status: planned\n`],
    [`  m: { status: planned }\n`, `  m: { covers: "${NEW}", status: planned }\n`],
    [`  m:\n    covers:\n    status: planned\n`, `  m:\n    covers: ${NEW}\n    status: planned\n`],
    [`  m:\n    covers: []\n    status: planned\n`, `  m:\n    covers: ${NEW}\n    status: planned\n`],
  ])('comes to what it covers: %#', (before, wanted) => {
    expect(covered(before)).toBe(wanted);
    expect(covered(before.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n')).toBe(wanted);
  });

  it('goes away with what else it removes', () => {
    expect(
      covered('  m:\n    strategy: avoid\n    removes: shop GET /orders/{orderId}\n    status: planned\n'),
    ).toContain(
      'removes:\n      - shop GET /orders/{orderId}\n      - shop DELETE /refunds/{refundId} path.refundId\n',
    );
  });

  it.each([
    ['an alias', `  { a: &a { covers: denial on shop, status: planned }, m: *a }\n`, 'is an alias'],
    [
      'what an alias repeats',
      `  m: &a { covers: denial on shop, status: planned }\n  b: *a\n`,
      'repeats `m` elsewhere',
    ],
    ['the same again', `  m:\n    covers: [ "${NEW}" ]\n`, 'it names this already'],
    ['an odd list', `  m:\n    covers: |\n      ${OTHER}\n    status: planned\n`, 'write it as a list'],
  ])('is refused for %s', (_what, entry, why) => {
    expect(covered(entry)).toContain(why);
  });

  it('is refused for an entry of an included file, and of a model of another API', () => {
    const loaded = load(`${SPEC}${SPEC.replace('//- openapi.yaml', '//- other.yaml')}//- shared.threats.yaml
stridewise: 1
mitigations:
  everywhere: { covers: denial on every API, status: planned }
//- a.threats.yaml
stridewise: 1
include: ./shared.threats.yaml
apis: { shop: { spec: ./openapi.yaml } }
//- b.threats.yaml
stridewise: 1
apis: { other: { spec: ./other.yaml } }
mitigations:
  elsewhere: { covers: denial on other, status: planned }
`);
    const api = loaded.analysis.apis.find(({ id }) => id === 'shop');
    const [finding] = api?.findings ?? [];
    if (api === undefined || finding === undefined) throw new Error('no finding');
    const refused = answerWith(loaded.workspace, loaded.analysis, [{ finding: findingKey(api, finding) }]).map(
      (choice) => choice.refused,
    );
    expect(refused.sort()).toEqual([
      '`elsewhere` cannot answer this: b.threats.yaml does not name shop.',
      '`everywhere` cannot answer this: it stands in shared.threats.yaml, which is included and speaks of other APIs too.',
    ]);
  });
});
