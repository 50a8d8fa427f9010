import { expect, test } from 'vitest';
import { type ModelProblem, readModel } from '../../server/src/core/model';
import { changeDocument, openDocument, rangeOf, textOf } from '../../server/src/core/text';

const HEAD = 'stridewise: 1\nmitigations:\n';
const ENTRY = '    covers: denial on GET /o\n    status: planned\n';
const open = (text: string) => openDocument('file:///a.threats.yaml', text, 'model');

/** Each problem as `code <span>`; with a fix, what still is wrong after it. */
function shown(text: string): string[] {
  return readModel(open(text)).problems.map((problem) => {
    const span = problem.at.block.text.slice(problem.at.start, problem.at.end);
    return `${problem.code} <${span}>${problem.fix ? ` fixed: ${codesAfter(text, problem)}` : ''}`;
  });
}

function codesAfter(text: string, { at, fix }: ModelProblem): string {
  const document = open(text);
  const changes = [{ at, newText: fix?.newText ?? '' }, ...(fix?.also ?? [])].map((change) => {
    const range = rangeOf(document, { ...change.at, block: blockLike(document.blocks, change.at.block.text) });
    if (range === null) throw new Error('the place is gone');
    return { range, text: change.newText };
  });
  const after = open(textOf(changeDocument(document, changes.reverse())));
  return readModel(after)
    .problems.map((problem) => problem.code)
    .join(' ');
}

function blockLike(blocks: readonly ModelProblem['at']['block'][], text: string) {
  const found = blocks.find((block) => block.text === text);
  if (found === undefined) throw new Error('no such block');
  return found;
}

test.each([
  [`${HEAD}  a:\n${ENTRY}---\nstridewise: 1\n`, ['second-document <--->']],
  [`${HEAD}  a: !x\n${ENTRY}`, ['tag <!x> fixed: ']],
  [`${HEAD}  a:\n    title: !important thing\n${ENTRY}`, ['tag <!important thing> fixed: ']],
  [`${HEAD}  a:\n    title: !important\n${ENTRY}`, ['tag <!important> fixed: ']],
  [`${HEAD}  a:\n    <<: { title: x }\n${ENTRY}`, ['merge-key <<<>']],
  [`${HEAD}  <<: { title: x }\n  a:\n${ENTRY}`, expect.arrayContaining(['merge-key <<<>'])],
  [
    `${HEAD}  a: { covers: [I, E on GET /a, denial on GET /b], status: planned }\n`,
    ['split-statement <I, E on GET /a> fixed: '],
  ],
  [`${HEAD}  a:\n    title: Order #1 goes\n${ENTRY}`, ['comment-in-text <Order #1 goes> fixed: ']],
  [`${HEAD}  a:\n    title: Order # a comment\n${ENTRY}`, []],
  [
    `${HEAD}  a:\n    covers: all on tag # 1 orders\n    status: planned\n`,
    expect.arrayContaining(['comment-in-text <all on tag # 1 orders> fixed: ']),
  ],
  [`${HEAD}  a:\n    covers: all on tag Orders # all of them\n    status: planned\n`, []],
  [`${HEAD}  a:\n    title: It: is\n${ENTRY}`, ['colon-in-text <It: is> fixed: ']],
  [`${HEAD}  a:\n    title: *one thing\n${ENTRY}`, ['leading-sign <*one thing> fixed: ']],
  [`${HEAD}  a:\n    title: &one thing\n${ENTRY}`, ['leading-sign <&one thing> fixed: ']],
  [`${HEAD}  a:\n    title: @one thing\n${ENTRY}`, ['leading-sign <@one thing> fixed: ']],
  [`${HEAD}  a:\n    title: %one thing\n${ENTRY}`, ['leading-sign <%one thing> fixed: ']],
  [`${HEAD}  a:\n    title: \`one\` # why\n${ENTRY}`, ['leading-sign <`one`> fixed: ']],
  [`${HEAD}  a: { title: @one, covers: denial on GET /o, status: planned }\n`, ['leading-sign <@one> fixed: ']],
  [`${HEAD}  a:\n    title: &one thing\n    notes: *one\n${ENTRY}`, []],
  [`${HEAD}  a:\n    notes: *one\n${ENTRY}`, ['unknown-alias <*one>']],
  ['stridewise: 1\napis:\n  a:\n    spec: **/a.yaml # all\n    zone: z\n', ['leading-sign <**/a.yaml> fixed: ']],
  ['stridewise: 1\napis:\n  a: { spec: *.yaml, zone: z }\n', ['leading-sign <*.yaml> fixed: ']],
  ['stridewise: 1\napis: { a: **/a.yaml }\n', ['leading-sign <**/a.yaml> fixed: ']],
  ['stridewise: 1\napis:\n  a: *-api.json\n', ['leading-sign <*-api.json> fixed: ']],
  ['stridewise: 1\ninclude: [*.yaml, b.yaml]\n', ['leading-sign <*.yaml> fixed: ']],
  [
    `${HEAD}  a:\n  title: x\n  covers:\n    - denial on GET /o\n  status: planned\n  b:\n${ENTRY}`,
    ['beside-entry <a> fixed: '],
  ],
  [
    'stridewise: 1\nnotApplicable: { S on GET /orders/{id}: Never }\n',
    ['brace-in-flow <S on GET /orders/{id}> fixed: '],
  ],
  [
    `${HEAD}  a: { title: Order #1 goes, covers: denial on GET /o, status: planned }\n`,
    ['comment-in-text <Order #1 goes> fixed: '],
  ],
  [`${HEAD}  a: { title: Order, # a comment, and more\n    covers: denial on GET /o, status: planned }\n`, []],
  ['stridewise: 1\ndata:\n  a: &x { class: payment }\n  b: *x\n', ['unknown-alias <*x>']],
  ['stridewise: 1\nzones: { No: trusted, ON: trusted, one: trusted }\n', ['reserved-id <No>', 'reserved-id <ON>']],
  [
    'stridewise: 1\nthreats: { t: { affects: a, stride: S, cwe: [CWE-319, cwe 20, x] } }\n',
    [
      'wrong-type <CWE-319> fixed: wrong-type wrong-type',
      'wrong-type <cwe 20> fixed: wrong-type wrong-type',
      'wrong-type <x>',
    ],
  ],
  [`${HEAD}  a: { covers: spoofing and tampering, status: planned }\n`, ['missing-place <spoofing and tampering>']],
  [`${HEAD}  a: { covers: on shop, status: planned }\n`, ['malformed-statement <on>']],
  [`${HEAD}  a: { title: [a, ["]", c] ], covers: denial on shop, status: planned }\n`, ['wrong-type <[a, ["]", c] ]>']],
  ['stridewise: 1\nrisk: [low]\nzones: { a: [trusted] }\n', ['wrong-type <[low]>', 'wrong-type <[trusted]>']],
  // A key of another strategy says which one is meant.
  [`${HEAD}  a: { to: CDN, covers: denial on shop, status: planned }\n`, ['unsaid-strategy <a> fixed: ']],
  [`${HEAD}  a: { removes: GET /o, status: planned }\n`, ['unsaid-strategy <a> fixed: ']],
  [
    `${HEAD}  a:\n    covers: denial on shop\n    reason: R\n    owner: o\n    until: 2099-01-01\n`,
    ['unsaid-strategy <a> fixed: '],
  ],
  [`${HEAD}  a: { strategy: reduce, to: CDN, covers: denial on shop, status: planned }\n`, []],
  // A key that is needed and has no value yet is told there.
  [`${HEAD}  a: { strategy: transfer, to: "", covers: denial on shop, status: planned }\n`, ['todo <>']],
  [`${HEAD}  a: { strategy: transfer, to: "  ", covers: denial on shop, status: planned }\n`, ['todo <  >']],
  [`${HEAD}  a:\n    covers: denial on shop\n    status: planned\n    monitor:\n`, ['todo <>']],
  // One problem for an entry that says next to nothing.
  [`${HEAD}  a: none\n`, ['wrong-type <none>']],
  [`${HEAD}  a: {}\n`, ['missing-key <a> fixed: todo todo']],
  [`${HEAD}  a: { title: A }\n`, ['missing-key <a> fixed: todo todo']],
  [
    'stridewise: 1\nassumptions: { a: none }\nrules: { injection: off }\n',
    ['wrong-type <none>', 'wrong-type <off> fixed: wrong-type missing-key'],
  ],
  [
    'stridewise: 1\ndata: { a: personal }\ncomponents: { b: datastore }\n',
    ['wrong-type <personal> fixed: wrong-type', 'wrong-type <datastore> fixed: wrong-type'],
  ],
  ['stridewise: 1\ndata: { a: "personal" }\n', ['wrong-type <personal>']],
  ['stridewise: 1\nthreats: { a: { affects: [], stride: [] } }\n', ['missing-key <a>']],
  ['stridewise: 1\nthreats: { a: { title: A } }\n', ['missing-key <a> fixed: todo todo']],
  [
    'stridewise: 1\nthreats: { a: { affects: shop, rule: injection }, b: { stride: S } }\n',
    ['missing-key <b> fixed: todo'],
  ],
  ['stridewise: 1\napis: { a: {}, b: { lifecycle: design }, c: ./c.yaml }\n', ['missing-key <a> fixed: todo']],
  [`stridewise: 1\napis:\n  store: { spec: a.yaml }\ncomponents:\n  store: { kind: cache }\n`, ['shared-id <store>']],
])('%j', (text, problems) => {
  expect(shown(text)).toEqual(problems);
});

test('an alias says what its anchor does', () => {
  const { mitigations } = readModel(open(`${HEAD}  a:\n    title: &one thing\n    owner: *one\n${ENTRY}`));
  expect(mitigations[0]).toMatchObject({ title: 'thing', owner: 'thing' });
});

test('what stands before a second document counts', () => {
  expect(readModel(open(`${HEAD}  a:\n${ENTRY}---\nx: 1\n`)).mitigations).toHaveLength(1);
});
