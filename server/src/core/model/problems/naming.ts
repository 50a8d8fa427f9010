import type { ProblemDoc } from './problem-doc';

/** What a model names, in itself, in its descriptions and in catalogues. */
export const NAMING = {
  'shared-id': {
    meaning: 'An id names one thing among APIs, components, actors, data, goals, business flows and threats.',
    wrong: 'data: { card: { class: payment } }\nactors: { card: {} }',
    right: 'data: { card: { class: payment } }\nactors: { holder: {} }',
  },
  'unknown-name': {
    meaning: 'No entry has this id, or one of another kind has: write the id as it stands in its section.',
    wrong: 'zones: { backend: trusted }\nactors: { shopper: { zone: bakend } }',
    right: 'zones: { backend: trusted }\nactors: { shopper: { zone: backend } }',
  },
  'unknown-environment': {
    meaning: 'An answer holds in an environment that the model does not have, so it counts nowhere.',
    wrong:
      'environments: { live: https://a.example }\nmitigations: { m: { covers: denial on shop, status: missing, in: life } }',
    right:
      'environments: { live: https://a.example }\nmitigations: { m: { covers: denial on shop, status: missing, in: live } }',
  },
  'unknown-api': {
    meaning: 'No API of the model has this id, and no component with a `spec`.',
    wrong: 'businessFlows: { buy: shp POST /orders }',
    right: 'businessFlows: { buy: shop POST /orders }',
  },
  'ambiguous-api': {
    meaning: 'Several APIs have this place: name one, or write `every` before it.',
    wrong: '',
    right: '',
  },
  'ambiguous-path': {
    meaning:
      'Several paths differ from this one in the names of their templates alone: write it as the description does.',
    wrong: '',
    right: '',
  },
  'unknown-operation': {
    meaning: 'No description has this operation, webhook, callback, tag, schema or scheme.',
    wrong: 'businessFlows: { buy: operation placeOrdr }',
    right: 'businessFlows: { buy: operation placeOrder }',
  },
  'unknown-part': {
    meaning: 'None of the operations there has this parameter, property or header.',
    wrong: 'businessFlows: { read: "GET /orders/{orderId} path.orderld" }',
    right: 'businessFlows: { read: "GET /orders/{orderId} path.orderId" }',
  },
  'outside-place': {
    meaning:
      'An answer that stands in a description, under `x-stridewise`, names a place outside of what it stands on, and holds there alone: leave the place out, or write the answer where it is meant.',
    wrong: '',
    right: '',
  },
  'hits-nothing': {
    meaning: 'A pattern matches no operation, or no flow leads through the component to an API.',
    wrong: 'businessFlows: { buy: ANY /carts/** }',
    right: 'businessFlows: { buy: ANY /orders/** }',
  },
  bypass: {
    meaning:
      'A flow that begins in no trusted zone reaches the API without passing what the answer stands at, so it answers nothing there.',
    wrong:
      'actors: { a: {}, b: {} }\ncomponents: { gate: { kind: gateway } }\nflows: { a -> gate -> shop: {}, b -> shop: {} }\nmitigations: { m: { control: rate-limiting, covers: gate, status: implemented } }',
    right:
      'actors: { a: {}, b: {} }\ncomponents: { gate: { kind: gateway } }\nflows: { a -> gate -> shop: {}, b -> gate: {} }\nmitigations: { m: { control: rate-limiting, covers: gate, status: implemented } }',
  },
  'unknown-schema': {
    meaning: 'No operation takes or returns a schema of this name.',
    wrong: 'data: { order: { class: personal, schemas: Ordr } }',
    right: 'data: { order: { class: personal, schemas: Order } }',
  },
  'unknown-field': {
    meaning: 'No operation takes or returns a field of this name.',
    wrong: 'data: { mail: { class: personal, fields: Order.emil } }',
    right: 'data: { mail: { class: personal, fields: Order.email } }',
  },
  'unknown-rule': {
    meaning: 'No rule has this name.',
    wrong: 'notApplicable: { injektion on shop: Never }',
    right: 'notApplicable: { injection on shop: Never }',
  },
  'unknown-parameter': {
    meaning: 'The rule has no such parameter.',
    wrong: 'rules: { injection: { depth: 3, reason: R } }',
    right: 'rules: { injection: { level: low, reason: R } }',
  },
  'not-a-number': {
    meaning: 'Parameters of rules are numbers; another text changes nothing.',
    wrong: 'rules: { unbounded-page-size: { largest: many, reason: R } }',
    right: 'rules: { unbounded-page-size: { largest: 500, reason: R } }',
  },
  'unknown-control': {
    meaning: 'No known control has this name, so the answer answers no rule.',
    wrong: 'mitigations: { m: { control: rate-limits, covers: shop, status: missing } }',
    right: 'mitigations: { m: { control: rate-limiting, covers: shop, status: missing } }',
  },
  'unknown-technique': {
    meaning: 'No attack technique that we know goes by this name. It is kept.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: denial, attack: sql-injektion } }',
    right: 'threats: { t: { title: T, affects: shop, stride: denial, attack: sql-injection } }',
  },
  'unknown-owasp': {
    meaning: 'The OWASP API Security Top 10 has no such id in its editions of 2023 and 2019.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: denial, owasp: API11:2023 } }',
    right: 'threats: { t: { title: T, affects: shop, stride: denial, owasp: API10:2023 } }',
  },
  'unknown-weakness': {
    meaning: 'CWE has given this number to nothing.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: denial, cwe: 99999 } }',
    right: 'threats: { t: { title: T, affects: shop, stride: denial, cwe: 770 } }',
  },
  'no-weakness': {
    meaning: 'The number is a category, a view or a withdrawn entry of CWE: name the weakness itself.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: denial, cwe: 16 } }',
    right: 'threats: { t: { title: T, affects: shop, stride: denial, cwe: 770 } }',
  },
  'vague-weakness': {
    meaning: 'CWE discourages this entry, since it says too little: name one of the better ones below it.',
    wrong: 'threats: { t: { title: T, affects: shop, stride: tampering, cwe: 20 } }',
    right: 'threats: { t: { title: T, affects: shop, stride: tampering, cwe: 1284 } }',
  },
} as const satisfies Readonly<Record<string, ProblemDoc>>;
