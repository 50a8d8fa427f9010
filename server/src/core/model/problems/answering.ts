import type { ProblemDoc } from './problem-doc';

/** What a model says: answers, goals, days and evidence. */
export const ANSWERING = {
  'missing-key': {
    meaning: 'The entry does not count yet: its kind needs these keys.',
    wrong: 'mitigations: { m: { strategy: transfer, covers: denial on shop, status: implemented } }',
    right: 'mitigations: { m: { strategy: transfer, to: Example CDN, covers: denial on shop, status: implemented } }',
  },
  'covers-nothing': {
    meaning: 'The answer does not say what it answers, or its exceptions take all of it away.',
    wrong: 'mitigations: { m: { control: rate-limiting, status: missing } }',
    right: 'mitigations: { m: { control: rate-limiting, covers: shop, status: missing } }',
  },
  'unsaid-strategy': {
    meaning: 'An answer has a key of another strategy than `reduce`, which it is as long as it names none.',
    wrong: 'mitigations: { m: { to: Example CDN, covers: denial on shop, status: implemented } }',
    right: 'mitigations: { m: { strategy: transfer, to: Example CDN, covers: denial on shop, status: implemented } }',
  },
  'duplicate-coverage': {
    meaning: 'The same is answered twice in the same way: one of the two is enough.',
    wrong:
      'mitigations:\n  a: { control: rate-limiting, covers: shop, status: implemented }\n  b: { control: rate-limiting, covers: shop, status: implemented }',
    right:
      'mitigations:\n  a: { control: rate-limiting, covers: GET /orders, status: implemented }\n  b: { control: rate-limiting, covers: POST /orders, status: implemented }',
  },
  contradiction: {
    meaning: 'One answer calls a control missing where another says that it is there, or a field is given two classes.',
    wrong:
      'mitigations:\n  a: { control: rate-limiting, covers: shop, status: implemented }\n  b: { control: rate-limiting, covers: GET /orders, status: missing }',
    right:
      'mitigations:\n  a: { control: rate-limiting, covers: shop, except: GET /orders, status: implemented }\n  b: { control: rate-limiting, covers: GET /orders, status: missing }',
  },
  'needless-except': {
    meaning: 'The exception takes nothing away, since the answer covers nothing of it.',
    wrong: 'mitigations: { m: { covers: denial on GET /orders, except: POST /orders, status: missing } }',
    right: 'mitigations: { m: { covers: denial on ANY /orders, except: POST /orders, status: missing } }',
  },
  'still-there': {
    meaning: 'The model says that an operation is gone, and the description of an API that is served still has it.',
    wrong: 'mitigations: { m: { strategy: avoid, removes: GET /orders, status: implemented } }',
    right: 'mitigations: { m: { strategy: avoid, removes: GET /orders, status: planned, due: 2099-01-01 } }',
  },
  'accepts-too-much': {
    meaning: 'The risk that is accepted lies above what the model or a goal calls acceptable.',
    wrong:
      'risk: { acceptable: note }\nmitigations: { m: { strategy: accept, covers: all on shop, reason: R, owner: cto, until: 2099-01-01 } }',
    right:
      'risk: { acceptable: critical }\nmitigations: { m: { strategy: accept, covers: all on shop, reason: R, owner: cto, until: 2099-01-01 } }',
  },
  'expires-soon': {
    meaning:
      'What was accepted or assumed is so for 14 more days at most: agree on a new day, or do something about it.',
    wrong: 'assumptions: { quiet: { title: Quiet, covers: denial on shop, owner: ciso, until: 2026-12-01 } }',
    right: 'assumptions: { quiet: { title: Quiet, covers: denial on shop, owner: ciso, until: 2027-12-01 } }',
  },
  expired: {
    meaning: 'What was accepted or assumed until a day is open again: treat it, or agree on a new day.',
    wrong: 'mitigations: { m: { strategy: accept, covers: denial on shop, reason: R, owner: cto, until: 2020-01-01 } }',
    right: 'mitigations: { m: { strategy: accept, covers: denial on shop, reason: R, owner: cto, until: 2099-01-01 } }',
  },
  overdue: {
    meaning: 'The day by which it was planned has passed: say that it is done, or plan it anew.',
    wrong: 'mitigations: { m: { covers: denial on shop, status: planned, due: 2020-01-01 } }',
    right: 'mitigations: { m: { covers: denial on shop, status: planned, due: 2099-01-01 } }',
  },
  'review-overdue': {
    meaning: 'The last review is longer ago than `reviewEvery` allows: look at the model again.',
    wrong: 'reviewed: 2020-01-01\nreviewEvery: 90 days',
    right: 'reviewed: 2026-11-01\nreviewEvery: 90 days',
  },
  'never-reviewed': {
    meaning: 'The model says how often it is reviewed, and not when it was: write `reviewed`.',
    wrong: 'reviewEvery: 90 days',
    right: 'reviewed: 2026-11-01\nreviewEvery: 90 days',
  },
  'no-lock': {
    meaning:
      'The model says when it was reviewed, and there is no lock of that day that records what was: mark it as reviewed, which writes both.',
    wrong: '',
    right: '',
  },
  'changed-since-review': {
    meaning: 'Operations came, went or changed since the model was reviewed; each says how on its own line.',
    wrong: '',
    right: '',
  },
  'broken-lock': {
    meaning: 'A part of the file that records what was reviewed does not read; the rest of it counts.',
    wrong: '',
    right: '',
  },
  'reviewed-ahead': {
    meaning: 'The day of the last review is still to come.',
    wrong: 'reviewed: 2099-01-01',
    right: 'reviewed: 2026-11-01',
  },
  'evidence-gone': {
    meaning: 'A file that is given as evidence is not there any more, or is a folder.',
    wrong: '',
    right: '',
  },
  'evidence-outside': {
    meaning: 'A file that is given as evidence lies outside the workspace, where nobody else finds it.',
    wrong: '',
    right: '',
  },
  'evidence-text-gone': {
    meaning: 'The file is there, and the text behind `#` is not in it any more.',
    wrong: '',
    right: '',
  },
  'clear-text': {
    meaning:
      'Data that a goal protects crosses zones, or is served, without encryption, and nobody answers for it: accept or transfer the disclosure there, or name the control `transport-encryption`.',
    wrong:
      'zones: { out: untrusted, in: trusted }\nactors: { a: { zone: out } }\ncomponents: { db: { zone: in } }\ndata: { card: { class: payment } }\ngoals: { g: { protects: card } }\nflows: { a -> db: { carries: card, over: http } }',
    right:
      'zones: { out: untrusted, in: trusted }\nactors: { a: { zone: out } }\ncomponents: { db: { zone: in } }\ndata: { card: { class: payment } }\ngoals: { g: { protects: card } }\nflows: { a -> db: { carries: card, over: https } }',
  },
  'unknown-transport': {
    meaning: 'Data that a goal protects crosses zones, and nobody says over what: give `over`.',
    wrong:
      'zones: { out: untrusted, in: trusted }\nactors: { a: { zone: out } }\ncomponents: { db: { zone: in } }\ndata: { card: { class: payment } }\ngoals: { g: { protects: card } }\nflows: { a -> db: { carries: card } }',
    right:
      'zones: { out: untrusted, in: trusted }\nactors: { a: { zone: out } }\ncomponents: { db: { zone: in } }\ndata: { card: { class: payment } }\ngoals: { g: { protects: card } }\nflows: { a -> db: { carries: card, over: tls } }',
  },
  'nobody-calls': {
    meaning: 'Actors say what they call, and nobody calls these operations: who does?',
    wrong: 'actors: { shopper: { calls: READ /** } }',
    right: 'actors: { shopper: { calls: READ /** }, clerk: { calls: WRITE /** } }',
  },
  'unanswered-regulation': {
    meaning:
      'The regulation behind a goal asks questions of what the goal protects, and neither the model nor a description answers them. A statement answers one by its name.',
    wrong:
      'goals: { privacy: { regulation: GDPR, protects: shop } }\nmitigations: { erase: { covers: right-to-erasure on shop, status: implemented } }',
    right:
      'goals: { privacy: { regulation: GDPR, protects: shop } }\nmitigations: { office: { covers: "data-minimisation, right-to-know, right-to-erasure, privacy-by-design, processing-records and security-of-processing on shop", status: implemented } }',
  },
  'answers-nothing': {
    meaning:
      'A rule is said not to apply where it finds nothing, or a question of a regulation is answered that no goal asks: the statement changes nothing.',
    wrong: 'mitigations: { erase: { covers: right-to-erasure on shop, status: implemented } }',
    right:
      'goals: { privacy: { regulation: GDPR, protects: shop } }\nmitigations: { office: { covers: "data-minimisation, right-to-erasure, privacy-by-design, processing-records and security-of-processing on shop", status: implemented } }',
  },
  'unprotected-personal-data': {
    meaning: 'The API handles data about people, the model has goals, and none of them protects it.',
    wrong: 'goals: { uptime: { property: availability, protects: shop } }',
    right: 'goals: { law: { regulation: GDPR, protects: shop } }',
  },
} as const satisfies Readonly<Record<string, ProblemDoc>>;
