import { describe, expect, it } from 'vitest';
import { checkModelText, fixed } from './model-text';

describe('Ids that nothing has', () => {
  const NAMES = ['unknown-name', 'unknown-environment'];

  it('are told where they stand, with what is near', () => {
    checkModelText(
      `zones: { backend: trusted }
actors:
  shopper: { zone: bakend }
#                  ^^^^^^ error unknown-name: \`bakend\` is no zone of this model; did you mean \`backend\`?
data: { card: { class: payment } }
components:
  orders-db: { kind: datastore, zone: backend, holds: [card, cards, nobody-knows] }
#                                                            ^^^^^ error unknown-name: did you mean \`card\`?
#                                                                   ^^^^^^^^^^^^ error unknown-name: is no data of this model
threats:
  sniff: { title: Sniffing, affects: shop, stride: disclosure, by: shoper, harms: shopper }
#                                                                  ^^^^^^ error unknown-name: is no actor of this model; did you mean \`shopper\`?
#                                                                                 ^^^^^^^ error unknown-name: \`shopper\` stands under \`actors\`, and this takes a data or goal
flows:
  shopper -> shop -> order-db: { carries: card }
#                    ^^^^^^^^ error unknown-name: is no API, component or actor of this model; did you mean \`orders-db\`?
environments: { production: https://api.shop.example }
mitigations:
  limits: { control: rate-limiting, covers: shop, status: implemented, in: [prodution, production] }
#                                                                           ^^^^^^^^^ error unknown-environment: did you mean \`production\`?
`,
      NAMES,
    );
  });

  it('are told once where the place itself does not read', () => {
    const codes = [
      ...NAMES,
      'unknown-rule',
      'missing-place',
      'malformed-place',
      'malformed-statement',
      'split-statement',
    ];
    checkModelText(
      `mitigations:
  a: { covers: denial, status: missing }
#              ^^^^^^ error missing-place
  b: { covers: [I, E on GET /orders], status: missing }
#               ^^^^^^^^^^^^^^^^^^^ error split-statement
  c: { covers: injection or denial on shop, status: missing }
#                        ^^ error malformed-statement: a comma is missing before \`or\`
businessFlows: { buy: the shop }
#                     ^^^^^^^^ error malformed-place: \`the shop\` is no place
`,
      codes,
    );
  });

  it('are none where all are there', () => {
    checkModelText(
      `zones: { internet: untrusted, backend: trusted }
actors: { shopper: internet }
data: { card: { class: payment } }
goals: { cards: { regulation: PCI DSS, protects: [card, shop, checkout] } }
businessFlows: { checkout: operation placeOrder }
components: { orders-db: { kind: datastore, zone: backend, holds: card } }
flows: { shopper -> shop: { over: https }, shop -> orders-db: { carries: card, over: tls } }
threats: { sniff: { title: Sniffing, affects: shop, stride: disclosure, by: shopper, harms: [card, cards] } }
`,
      NAMES,
    );
  });

  it('are put right', () => {
    const before = 'zones: { backend: trusted }\nactors: { shopper: { zone: bak$0end } }\n';
    expect(fixed(before)).toMatchObject({
      title: 'Write `backend`',
      text: 'zones: { backend: trusted }\nactors: { shopper: { zone: backend } }\n',
      codes: [],
    });
    const flow = fixed('actors: { shopper: {} }\nflows: { sho$0per -> shop: {} }\n');
    expect(flow).toMatchObject({ text: 'actors: { shopper: {} }\nflows: { shopper -> shop: {} }\n', codes: [] });
  });
});

describe('Names that no catalogue has', () => {
  it('rules are told at the word, wherever it stands', () => {
    checkModelText(
      `threats:
  guess: { title: Guessing, affects: shop, stride: disclosure, rule: excessive-data-exposur }
#                                                                    ^^^^^^^^^^^^^^^^^^^^^^ error unknown-rule: did you mean \`excessive-data-exposure\`?
mitigations:
  m: { covers: tampering and injecton on shop, status: planned, due: 2099-01-01 }
#                            ^^^^^^^^ error unknown-rule: did you mean \`injection\`?
notApplicable: { injection on shop: No interpreter, nosuchrule on shop: Why }
#                                                   ^^^^^^^^^^ error unknown-rule: \`nosuchrule\` is no rule
rules:
  injection: { level: low, reason: No interpreter, depth: 3 }
#                                                  ^^^^^ warning unknown-parameter: it has none
`,
      ['unknown-rule', 'unknown-parameter'],
    );
    checkModelText(
      'rules: { injection: { level: low, reason: No interpreter, x-own: 3 }, unbounded-page-size: { largest: 5, reason: Small } }\n',
      ['unknown-rule', 'unknown-parameter'],
    );
  });

  it('rules and parameters are put right', () => {
    expect(fixed('rules: { injec$0ton: { level: low, reason: No interpreter } }\n')).toMatchObject({
      text: 'rules: { injection: { level: low, reason: No interpreter } }\n',
      codes: [],
    });
    expect(fixed('rules: { unbounded-page-size: { larg$0st: 5, reason: Small } }\n')).toMatchObject({ codes: [] });
  });

  it('controls', () => {
    checkModelText(
      `mitigations:
  limits: { control: rate-limitting, covers: shop, status: implemented }
#                    ^^^^^^^^^^^^^^ warning unknown-control: did you mean \`rate-limiting\`?
  fine: { control: rate-limiting, covers: shop, status: implemented }
`,
      ['unknown-control'],
    );
    expect(
      fixed('mitigations: { m: { control: rate-limi$0ting-, covers: shop, status: implemented } }\n'),
    ).toMatchObject({
      text: 'mitigations: { m: { control: rate-limiting, covers: shop, status: implemented } }\n',
      codes: [],
    });
  });

  it('ids of OWASP', () => {
    checkModelText(
      `threats:
  a: { title: A, affects: shop, stride: disclosure, owasp: [API1:2023, API10:2019, api08-2023, API11:2023, API1:2021] }
#                                                                                  ^^^^^^^^^^ warning unknown-owasp: did you mean \`API8:2023\`?
#                                                                                              ^^^^^^^^^^ warning unknown-owasp: is no id of the OWASP API Security Top 10
#                                                                                                          ^^^^^^^^^ warning unknown-owasp
`,
      ['unknown-owasp'],
    );
    const one = (id: string) =>
      fixed(`threats: { a: { title: A, affects: shop, stride: disclosure, owasp: ${id} } }\n`);
    expect(one('AP$0I3')).toMatchObject({ title: 'Write `API3:2023`', codes: [] });
    expect(one('AP$0I11:2023').title).toBe('');
  });

  it('numbers that CWE has given to nothing', () => {
    checkModelText(
      `threats:
  a: { title: A, affects: shop, stride: disclosure, cwe: [639, 0, 99999, 1500] }
#                                                              ^ warning unknown-weakness: CWE has no entry 0
#                                                                 ^^^^^ warning unknown-weakness
`,
      ['unknown-weakness'],
    );
  });
});
