import { type ShopSection, shopModel } from './sound-model';

export interface BadModel {
  /** Marked lines behind the entries of a section; `␀` is a NUL, `⇥` a tab, `␢` a byte order mark. */
  readonly in?: ShopSection | 'root';
  readonly lines?: string;
  /** Instead: the whole marked text. */
  readonly text?: string;
  /** Sound entries that what is broken takes along; told by its problem. */
  readonly lost?: readonly string[];
  /** What becomes of the text once its marks are read. */
  readonly as?: (text: string) => string;
}

/** The marked text of a bad model. */
export function markedText({ in: section = 'root', lines = '', text }: BadModel): string {
  return (text ?? shopModel({ [section]: lines })).replace(/[␀⇥␢]/g, (sign) => HIDDEN[sign] ?? sign);
}
const HIDDEN: Readonly<Record<string, string>> = { '␀': '\0', '⇥': '\t', '␢': '\ufeff' };

/** A line with a mark below a part of it. */
export function marked(line: string, part: string, said: string): string {
  return `${line}\n${' '.repeat(line.indexOf(part))}${'^'.repeat(part.length)} ${said}`;
}

const ALIAS = (name: string) =>
  `error unknown-alias: \`*${name}\` repeats what \`&${name}\` marks above it in the same entry, and nothing there is marked so: write it out here`;
const PATTERN = (text: string) =>
  `error leading-sign: YAML takes a leading \`*\` for an alias, not for a pattern: put \`${text}\` in quotes`;
const MERGE = 'error merge-key: The merge key `<<` is not read: write out the keys that it would copy';
const TWICE = (key: string, cure: string) =>
  `error duplicate-key: \`${key}\` stands here twice; the first counts: ${cure}`;
const SECOND = (marker: string) =>
  `error second-document: A second document begins here, and only the first one is read: give it a file of its own, or delete ${marker}`;
const ODD =
  'error odd-key: A key is a plain text or one in quotes: this one is not, so it is not read, nor what stands under it';
const NO_ID = (id: string) =>
  `error malformed-id: \`${id}\` is no id: an id begins with a letter, then come letters, digits and hyphens`;
const NO_TEXT = (id: string) =>
  `error reserved-id: Some YAML tools read \`${id}\` as something else than a text: choose another id`;
const SYNTAX = (what: string) => `error syntax: This does not read as YAML: ${what}`;
const TAB = SYNTAX('a tab stands where YAML wants blanks; write blanks instead');
const NUL = SYNTAX('a NUL character stands here: delete it, or save the file as UTF-8');
const DEEP = SYNTAX('this is nested deeper than 98 levels');

/** An entry's name in each section that has entries. */
export const NAMES = {
  environments: 'sandbox',
  apis: 'other',
  goals: 'uptime',
  data: 'card',
  zones: 'dmz',
  actors: 'thief',
  components: 'cache',
  flows: 'shop -> db',
  businessFlows: 'refund',
  threats: 'steal',
  mitigations: 'owner',
  rules: 'mass-assignment',
  notApplicable: 'denial on GET /orders',
  assumptions: 'calm',
} as const;

/** What an entry of its section must have, by its name. */
const FILL: Readonly<Record<string, string>> = {
  [NAMES.apis]: 'lifecycle: design',
  [NAMES.threats]: 'affects: GET /orders, stride: denial',
  [NAMES.mitigations]: 'covers: denial on shop, status: planned',
  [NAMES.rules]: 'reason: x',
  [NAMES.notApplicable]: 'reason: x',
  [NAMES.assumptions]: 'owner: ciso, until: 2027-06-30',
};

/** A bad entry in each section. */
function inEach(name: string, lines: (id: string) => string): [string, BadModel][] {
  return Object.entries(NAMES).map(([section, id]): [string, BadModel] => {
    return [`${name} in ${section}`, { in: section as ShopSection, lines: lines(id) }];
  });
}

const alone = (lines: string, more: Partial<BadModel> = {}): BadModel => ({ in: 'root', lines, ...more });
const answer = (lines: string, more: Partial<BadModel> = {}): BadModel => ({ in: 'mitigations', lines, ...more });
const whole = (text: string, more: Partial<BadModel> = {}): BadModel => ({ text, ...more });
const REST = 'covers: denial on shop, status: planned';
const LEVELS = 10_000;

/** What people, tools and attackers write into a model, by what it is. */
export const BAD_MODELS: Readonly<Record<string, BadModel>> = Object.fromEntries<BadModel>([
  ...inEach('an alias of nothing', (id) => marked(`  ${id}: *nothing`, '*nothing', ALIAS('nothing'))),
  ...inEach('an alias of nothing in braces', (id) =>
    marked(`  ${id}: { title: *nothing, x-level: 1, ${FILL[id] ?? ''} }`, '*nothing', ALIAS('nothing')),
  ),
  ...inEach('a pattern that is not in quotes', (id) => marked(`  ${id}: **/a.yaml`, '**/a.yaml', PATTERN('**/a.yaml'))),
  ...inEach('a merge key', (id) => `  ${id}:\n${marked('    <<: *base', '<<', MERGE)}`),
  ...inEach('a merge key in braces', (id) => marked(`  ${id}: { <<: { title: x } }`, '<<', MERGE)),
  ...inEach('a merge key beside the entries', () => marked('  <<: *base', '<<', MERGE)),
  ...inEach('a list as a key', () => marked('  [a, b]: { title: x }', '[a, b', ODD)),
  ...inEach('an anchor before a key', (id) => marked(`  &k ${id}: { title: x }`, `&k ${id}`, ODD)),
  ...inEach('an alias as a key', () => marked('  *k : { title: x }', '*k', ODD)),
  ...inEach('an entry twice', (id) => {
    return `  ${id}: { title: x, ${FILL[id] ?? ''} }\n${marked(`  ${id}: { title: y }`, id, TWICE(id, 'give this one another name, or delete it'))}`;
  }),
  ...inEach('a key twice', (id) => {
    return `  ${id}:\n    title: x\n${FILL[id] === undefined ? '' : `    ${FILL[id].replaceAll(', ', '\n    ')}\n`}${marked('    title: y', 'title', TWICE('title', 'delete one of the two'))}`;
  }),
  ...inEach('a NUL', (id) => marked(`  ${id}: { title: "a␀b" }`, '␀', NUL)),
  ...inEach('a tab before a key', (id) => `  ${id}:\n${marked('⇥title: x', '⇥', TAB)}`),
  ...inEach('an entry behind a tab', (id) => `${marked(`⇥${id}:`, '⇥', TAB)}\n⇥⇥title: x`),
  ...inEach('a nest of lists', (id) => {
    const line = `  ${id}: { x-a: ${'['.repeat(LEVELS)}${']'.repeat(LEVELS)} }`;
    const start = line.indexOf('[') + 96;
    return `${line}\n${' '.repeat(start)}${'^'.repeat(line.length - start)} ${DEEP}`;
  }),
  ...Object.entries(NAMES).map(([section, id]): [string, BadModel] => [
    `the section ${section} twice`,
    alone(
      `${marked(`${section}:`, section, TWICE(section, 'move what stands under this one up to it'))}\n  ${id}: { title: x }`,
    ),
  ]),
  [
    'an alias in a list of places',
    answer(
      marked(`  a: { title: x, covers: [denial on shop, *nothing], status: planned }`, '*nothing', ALIAS('nothing')),
    ),
  ],
  [
    'an alias in a block list',
    answer(
      `  a:\n    covers:\n      - denial on shop\n${marked('      - *nothing', '*nothing', ALIAS('nothing'))}\n    status: planned`,
    ),
  ],
  [
    'an alias as a vector',
    {
      in: 'threats',
      lines: marked('  a: { title: x, affects: GET /orders, stride: denial, dread: *d }', '*d', ALIAS('d')),
    },
  ],
  [
    'an alias as a factor',
    {
      in: 'threats',
      lines: marked('  a: { title: x, affects: GET /orders, stride: denial, dread: { damage: *d } }', '*d', ALIAS('d')),
    },
  ],
  ['a pattern in a list', { in: 'apis', lines: marked('  a: { spec: **/a.yaml }', '**/a.yaml', PATTERN('**/a.yaml')) }],
  ['a pattern to include', alone(marked('include: **/a.yaml', '**/a.yaml', PATTERN('**/a.yaml')))],
  [
    'an alias of another entry',
    answer(`  a: { title: &t Limits, ${REST} }\n${marked(`  b: { title: *t, ${REST} }`, '*t', ALIAS('t'))}`),
  ],
  ['a merge key at the root', alone(marked('<<: *base', '<<', MERGE))],
  [
    'a merge key in a rule',
    { in: 'rules', lines: marked('  mass-assignment: { level: off, reason: x, <<: *base }', '<<', MERGE) },
  ],
  [
    'a merge key in a vector',
    {
      in: 'threats',
      lines: marked(
        '  a: { title: x, affects: GET /orders, stride: denial, dread: { damage: 1, <<: *base } }',
        '<<',
        MERGE,
      ),
    },
  ],
  ['a second document', alone(`${marked('---', '---', SECOND('the `---`'))}\nstridewise: 1\ntitle: Other`)],
  [
    'a second document behind the end of the first',
    alone(`...\n${marked('title: Other', 'title: Other', SECOND('the `...` above it'))}`),
  ],
  [
    'a description as the second document',
    alone(`${marked('---', '---', SECOND('the `---`'))}\nopenapi: 3.0.0\npaths: {}`),
  ],
  ['an empty second document', alone(marked('---', '---', SECOND('the `---`')))],
  ['CRLF', { as: (text) => text.replaceAll('\n', '\r\n') }],
  ['CR', { as: (text) => text.replaceAll('\n', '\r') }],
  ['both line breaks', { as: (text) => text.replace('\ndata', '\r\ndata') }],
  ['a byte order mark', { as: (text) => `\ufeff${text}` }],
  ['a byte order mark before CRLF', { as: (text) => `\ufeff${text.replaceAll('\n', '\r\n')}` }],
  [
    'a byte order mark between files that were joined',
    whole(
      shopModel().replace(
        'data:',
        `${marked('␢data:', '␢', SYNTAX('an invisible byte order mark stands in front of this and makes it another key: delete the mark'))}`,
      ),
    ),
  ],
  ['a NUL in a plain text', answer(`  a:\n${marked('    title: a␀b', '␀', NUL)}\n    covers: denial on shop`)],
  ['a NUL in a key', answer(marked('  a␀: { title: x }', '␀', NUL))],
  ['a tab in braces', answer(`  a: { title: x,\n${marked(`⇥${REST} }`, '⇥', TAB)}`)],
  ['half a character', answer(`  a: { title: "\ud800 x", ${REST} }`)],
  ['half a character in a key', answer(marked(`  a\ud800: { title: x, ${REST} }`, 'a\ud800', NO_ID('a\ud800')))],
  [
    'truth values as ids',
    answer(
      ['on', 'Yes', 'no', 'OFF', 'true', 'null']
        .map((id) => marked(`  ${id}: { title: x, ${REST} }`, id, NO_TEXT(id)))
        .join('\n'),
    ),
  ],
  [
    'numbers as ids',
    answer(
      ['1', '0x1F', '1.5', '2026-01-01', '~']
        .map((id) => marked(`  ${id}: { title: x, ${REST} }`, id, NO_ID(id)))
        .join('\n'),
    ),
  ],
  [
    'blanks in ids',
    answer(
      `${marked(`  my limits: { title: x, ${REST} }`, 'my limits', NO_ID('my limits'))}\n${marked(`  "our limits": { title: x, ${REST} }`, 'our limits', NO_ID('our limits'))}`,
    ),
  ],
  ['a key with a question mark', answer(`  ? a\n  : { title: x, ${REST} }`)],
  ['a list behind a question mark', answer(`${marked('  ? [a, b]', '[a, b', ODD)}\n  : { title: x }`)],
  [
    'a description in the same file',
    alone(
      `${marked('openapi: 3.1.0', 'openapi', 'warning unknown-key: This file is a threat model by its key stridewise, which counts: a description is a file of its own, so openapi is not read here')}\n${marked('paths: {}', 'paths', 'warning unknown-key: `paths` is no key of a threat model')}`,
    ),
  ],
  [
    'an include of itself',
    alone(
      marked('include: ./shop.threats.yaml', './shop.threats.yaml', 'error include-itself: This file includes itself'),
    ),
  ],
  [
    'an include of the network',
    alone(
      marked(
        'include: https://x.example/a.yaml',
        'https://x.example/a.yaml',
        'error include-remote: Nothing is fetched: include a file of the workspace',
      ),
    ),
  ],
  [
    'an alias bomb',
    answer(
      `  a:\n    x-0: &b0 [denial on shop]\n${Array.from({ length: 20 }, (_, at) => `    x-${at + 1}: &b${at + 1} [${`*b${at}, `.repeat(9)}]\n`).join('')}    covers: denial on shop\n    status: planned`,
    ),
  ],
  [
    'an alias of what holds it',
    { in: 'threats', lines: `  a: &a\n    title: x\n    affects: GET /orders\n    stride: denial\n    x-a: *a` },
  ],
]);
