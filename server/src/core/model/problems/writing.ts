import type { ProblemDoc } from './problem-doc';

/** Impact from the highest, likelihood from the lowest. */
const MATRIX =
  '[[medium, high, high, critical, critical], [low, medium, high, high, critical], [low, low, medium, high, high], ' +
  '[note, low, low, medium, high], [note, note, low, low, medium]]';

/** How a model is written: YAML, its traps, and the two small grammars. */
export const WRITING = {
  syntax: {
    meaning: 'This is no YAML, so it cannot be read; the entries around it still count.',
    wrong: 'data: { card: { class: payment }\nzones: { dmz: trusted',
    right: 'data: { card: { class: payment } }\nzones: { dmz: trusted }',
  },
  'second-document': {
    meaning: 'Only the first document of a file is read: give the second one a file of its own.',
    wrong: 'title: Shop\n---\ntitle: Store',
    right: 'title: Shop',
  },
  'too-large': {
    meaning: 'A model of more than 4 MB is not read: cut it into files that include each other.',
    wrong: '',
    right: '',
  },
  tag: {
    meaning: 'YAML tags are not read: leave the tag out, or put the text in quotes.',
    wrong: 'title: !important Shop',
    right: 'title: "!important Shop"',
  },
  'merge-key': {
    meaning: 'Merge keys are not read: write the keys out.',
    wrong: 'data: { card: { <<: other, class: payment } }',
    right: 'data: { card: { class: payment } }',
  },
  'odd-key': {
    meaning: 'A list, a mapping or an alias stands as a key, or an anchor or a tag in front of one: a key is a text.',
    wrong: 'zones:\n  backend: trusted\n  [a, b]: trusted',
    right: 'zones:\n  backend: trusted\n  a: trusted',
  },
  'unknown-alias': {
    meaning: 'An alias names an anchor that stands before it in the same entry: there is none.',
    wrong: 'data: { card: { class: *kind } }',
    right: 'data: { card: { class: payment } }',
  },
  'leading-sign': {
    meaning: 'YAML gives a leading `*`, `&`, `!`, `@`, `%` or backtick a meaning of its own: put the text in quotes.',
    wrong: 'title: @shop',
    right: 'title: "@shop"',
  },
  'colon-in-text': {
    meaning: 'YAML reads a colon and a blank as a key: put the text in quotes.',
    wrong: 'title: Shop: the new one',
    right: 'title: "Shop: the new one"',
  },
  'comment-in-text': {
    meaning: 'YAML reads a blank and `#` as the start of a comment: put the text in quotes.',
    wrong: 'title: Shop #1',
    right: 'title: "Shop #1"',
  },
  'brace-in-flow': {
    meaning: 'Inside brackets YAML reads `{id}` as a mapping: put the place in quotes.',
    wrong: 'businessFlows: { read: [GET /orders/{orderId}] }',
    right: 'businessFlows: { read: ["GET /orders/{orderId}"] }',
  },
  'split-statement': {
    meaning: 'Inside brackets a comma begins a new item: put the statement in quotes.',
    wrong: 'mitigations: { m: { covers: [denial, spoofing on shop], status: missing } }',
    right: 'mitigations: { m: { covers: ["denial, spoofing on shop"], status: missing } }',
  },
  'beside-entry': {
    meaning: 'Keys stand beside the entry that they belong to: indent them.',
    wrong: 'mitigations:\n  m:\n  covers: denial on shop\n  status: missing',
    right: 'mitigations:\n  m:\n    covers: denial on shop\n    status: missing',
  },
  'duplicate-key': {
    meaning: 'A key stands twice; the first counts.',
    wrong: 'data: { card: { class: payment, class: public } }',
    right: 'data: { card: { class: payment } }',
  },
  'unknown-key': {
    meaning: 'The language has no such key there. It is kept; keys of your own begin with `x-`.',
    wrong: 'data: { card: { klass: payment } }',
    right: 'data: { card: { class: payment, x-klass: a } }',
  },
  'wrong-type': {
    meaning: 'A list, text, number or mapping stands where something else belongs.',
    wrong: 'data: [card]',
    right: 'data: { card: { class: payment } }',
  },
  'unknown-word': {
    meaning: 'The key takes one of a few words, and this is none of them.',
    wrong: 'data: { card: { class: paymant } }',
    right: 'data: { card: { class: payment } }',
  },
  'unknown-version': {
    meaning: 'The language has one version so far: write `stridewise: 1`.',
    wrong: 'stridewise: 2\ntitle: Shop',
    right: 'stridewise: 1\ntitle: Shop',
  },
  todo: {
    meaning:
      '`TODO` stands for a value that somebody has yet to give; until then it is none. A key that an answer needs and that has no value is told, too.',
    wrong: 'data: { card: { class: TODO } }',
    right: 'data: { card: { class: payment } }',
  },
  'reserved-id': {
    meaning: 'Ids are no words of the language or of YAML: choose another.',
    wrong: 'data: { operation: { class: payment } }',
    right: 'data: { operations: { class: payment } }',
  },
  'malformed-id': {
    meaning: 'An id is letters, digits and hyphens, and begins with a letter.',
    wrong: 'data: { my card: { class: payment } }',
    right: 'data: { my-card: { class: payment } }',
  },
  'malformed-date': {
    meaning: 'A day of the calendar is written as 2027-05-31.',
    wrong: 'reviewed: 2026-02-30',
    right: 'reviewed: 2026-02-28',
  },
  'malformed-duration': {
    meaning: 'A time is a number with days, weeks, months or years.',
    wrong: 'reviewed: 2026-11-01\nreviewEvery: often',
    right: 'reviewed: 2026-11-01\nreviewEvery: 90 days',
  },
  'malformed-percentage': {
    meaning: 'A percentage is written as 70%.',
    wrong: 'mitigations: { m: { covers: denial on shop, status: missing, effect: much } }',
    right: 'mitigations: { m: { covers: denial on shop, status: missing, effect: 70% } }',
  },
  'malformed-vector': {
    meaning: 'A vector is as many numbers as the method has, between strokes, each within its bounds.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: denial, dread: 8/9/7 } }',
    right: 'threats: { t: { title: T, affects: shop, stride: denial, dread: 8/9/7/8/6 } }',
  },
  'bands-out-of-order': {
    meaning:
      'Bands say where medium, high and critical begin: three numbers that rise from above 0. Until then the usual ones hold.',
    wrong: 'risk: { bands: 7/4/9 }',
    right: 'risk: { bands: 4/7/9 }',
  },
  'malformed-matrix': {
    meaning: 'A matrix is five rows of five levels. Until then the matrix of the OWASP Risk Rating holds.',
    wrong: 'risk: { matrix: [[low, high]] }',
    right: `risk: { matrix: ${MATRIX} }`,
  },
  'matrix-out-of-order': {
    meaning:
      'A level of the matrix falls although likelihood or impact rise. Until then the matrix of the OWASP Risk Rating holds.',
    wrong: `risk: { matrix: ${MATRIX.replace('[medium, high', '[medium, low')} }`,
    right: `risk: { matrix: ${MATRIX} }`,
  },
  'malformed-flow': {
    meaning: 'A flow is ids between arrows: `shopper -> gateway -> store`.',
    wrong: 'actors: { a: {} }\nflows: { a -> : {} }',
    right: 'actors: { a: {} }\nflows: { a -> shop: {} }',
  },
  'malformed-method': {
    meaning: 'Methods are written in capitals.',
    wrong: 'businessFlows: { buy: post /orders }',
    right: 'businessFlows: { buy: POST /orders }',
  },
  'malformed-path': {
    meaning: 'A path begins with a slash, closes its braces, and `**` stands for whole segments.',
    wrong: 'businessFlows: { buy: POST orders }',
    right: 'businessFlows: { buy: POST /orders }',
  },
  'malformed-place': {
    meaning: 'No place reads so: an API, an operation, a pattern, a flow or the id of an entry.',
    wrong: 'businessFlows: { buy: the shop }',
    right: 'businessFlows: { buy: shop }',
  },
  'malformed-statement': {
    meaning: 'A statement is categories or rules, joined by `and` or commas, then `on` and a place.',
    wrong: 'notApplicable: { denial and on shop: Never }',
    right: 'notApplicable: { denial and spoofing on shop: Never }',
  },
  'empty-place': {
    meaning: 'The place is missing: say where.',
    wrong: 'notApplicable: { denial on : Never }',
    right: 'notApplicable: { denial on shop: Never }',
  },
  'missing-place': {
    meaning: 'A category stands without `on` and a place.',
    wrong: 'mitigations: { m: { covers: denial, status: missing } }',
    right: 'mitigations: { m: { covers: denial on shop, status: missing } }',
  },
  'missing-on': {
    meaning: '`on` is missing between what is answered and where.',
    wrong: 'notApplicable: { denial GET /orders: Never }',
    right: 'notApplicable: { denial on GET /orders: Never }',
  },
  'missing-method': {
    meaning: 'A path stands without its method: write one, or `ANY`.',
    wrong: 'businessFlows: { buy: /orders }',
    right: 'businessFlows: { buy: ANY /orders }',
  },
  'missing-path': {
    meaning: 'A method stands without its path.',
    wrong: 'businessFlows: { buy: POST }',
    right: 'businessFlows: { buy: POST /orders }',
  },
  'missing-name': {
    meaning: 'The name is missing behind `operation`, `tag`, `schema`, `scheme`, `webhook` or `callback`.',
    wrong: 'businessFlows: { buy: operation }',
    right: 'businessFlows: { buy: operation placeOrder }',
  },
  'missing-what': {
    meaning: 'A place alone says nothing of what is answered there: name categories or rules, or a `control`.',
    wrong: 'mitigations: { m: { covers: GET /orders, status: missing } }',
    right: 'mitigations: { m: { covers: all on GET /orders, status: missing } }',
  },
  'unknown-what': {
    meaning: 'The word is neither a category nor a rule.',
    wrong: 'notApplicable: { DOS on shop: Never }',
    right: 'notApplicable: { denial on shop: Never }',
  },
} as const satisfies Readonly<Record<string, ProblemDoc>>;
