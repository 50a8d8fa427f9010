import { describe, expect, it } from 'vitest';
import { SHOP_SPEC as SPEC } from '../model/check/model-text';
import { applyFix, checkFindings, fixesAt, load } from '../support/check';

const files = (rest: string, spec = SPEC, api = 'shop: { spec: ./openapi.yaml }') =>
  `\n//- openapi.yaml\n${spec}//- shop.threats.yaml\nstridewise: 1\napis:\n  ${api}\n${rest}`;

const check = (rest: string, codes: readonly string[], spec = SPEC, api?: string) =>
  checkFindings(files(rest, spec, api), { codes });

describe('A control', () => {
  it('is not both missing and there, at one place', () => {
    check(
      `environments: { live: https://a.example, test: https://b.example }
mitigations:
  none: { control: rate-limiting, covers: shop READ /**, status: missing }
#                                                                ^^^^^^^ warning contradiction: \`none\` calls the control rate-limiting missing, and \`limits\` says that it is there: both speak of GET /orders
  limits: { control: rate-limiting, covers: GET /orders, status: implemented }
  elsewhere: { control: rate-limiting, covers: POST /orders, status: missing }
  other: { control: audit-log, covers: shop, status: missing }
  log: { control: audit-log, covers: shop, except: shop, status: verified, evidence: https://a.example }
  here: { control: ownership-check, covers: operation getOrder, status: missing, in: test }
  there: { control: ownership-check, covers: operation getOrder, status: implemented, in: live }
  soon: { control: input-validation, covers: shop, status: missing }
  later: { control: input-validation, covers: shop, status: planned, due: 2099-01-01 }
`,
      ['contradiction'],
    );
  });
});

describe('An exception', () => {
  it('takes something away, and not all', () => {
    check(
      `mitigations:
  a: { covers: denial on GET /orders, except: POST /orders, status: implemented }
#                                             ^^^^^^^^^^^^ warning needless-except: \`a\` covers nothing of this
  b: { covers: denial on shop, except: tampering on POST /orders, status: implemented }
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning needless-except
  c: { covers: denial on shop, except: [denial on POST /orders, unbounded-list on GET /orders], status: implemented }
  d: { covers: [denial on GET /orders, tampering on GET /orders], except: READ /**, status: implemented }
# ^ warning covers-nothing: \`except\` takes away all that it covers
  e: { covers: denial on shop, except: denial on shop, status: implemented }
# ^ warning covers-nothing: \`except\` takes away all that it covers
  g: { covers: injection and denial on GET /orders, except: denial on shop, status: implemented }
  f: { covers: denial on GET /nowhere, except: GET /orders, status: implemented }
#                                              ^^^^^^^^^^^ warning needless-except
`,
      ['needless-except', 'covers-nothing'],
    );
  });
});

describe('What is avoided', () => {
  const GONE = 'mitigations:\n  gone: { strategy: avoid, removes: GET /orders, status: implemented }\n';
  it('is still told where it is served', () => {
    check(
      `${GONE}#                                   ^^^^^^^^^^^ warning still-there: the specification still has GET /orders\n`,
      ['still-there'],
    );
    check(GONE.replace('implemented', 'planned, due: 2099-01-01'), ['still-there']);
  });

  it('is not where the API is retired', () => {
    check(GONE, ['still-there'], SPEC, 'shop: { spec: ./openapi.yaml, lifecycle: retired }');
  });
});

describe('Data', () => {
  it('is of schemas and fields that operations have', () => {
    const codes = ['unknown-schema', 'unknown-field'];
    check(
      `data:
  customer: { class: personal, schemas: [Ordr, Order, shop Order], fields: [email, Order.number, orderId, Order.emil, fax] }
#                                        ^^^^ warning unknown-schema: did you mean \`Order\`?
#                                                                                                         ^^^^^^^^^^ warning unknown-field: did you mean \`Order.email\`?
#                                                                                                                     ^^^ warning unknown-field: No operation takes or returns a field \`fax\`
`,
      codes,
    );
    // While a description is missing, nothing of it is.
    check('data: { a: { class: personal, schemas: Nobody } }\n', codes, SPEC, 'shop: { spec: ./other.yaml }');
  });

  it('is put right', () => {
    const loaded = load(files('data: { a: { class: personal, fields: Order.em$0il } }\n'));
    const [fix] = fixesAt(loaded);
    expect(fix?.title).toBe('Write `Order.email`');
    const [, model] = fix === undefined ? [] : applyFix(loaded, fix);
    expect(model?.text).toContain('fields: Order.email }');
  });

  it('about people is protected by a goal, where there are goals', () => {
    const codes = ['unprotected-personal-data'];
    const told = `#${' '.repeat(1)}^^^^ information unprotected-personal-data: \`shop\` handles data about people (\`email\` in GET /orders/{orderId}), and no goal protects it\n`;
    const marked = (rest: string) => {
      checkFindings(
        files(rest).replace(
          'apis:\n  shop: { spec: ./openapi.yaml }\n',
          `apis:\n  shop: { spec: ./openapi.yaml }\n${told}`,
        ),
        { codes },
      );
    };
    marked('goals: { uptime: { property: availability, protects: shop } }\n');
    marked('goals: { law: { regulation: GDPR, protects: operation listOrders } }\n');
    check('', codes);
    check('goals: { law: { regulation: GDPR, protects: shop } }\n', codes);
    check('goals: { law: { regulation: GDPR, protects: operation getOrder } }\n', codes);
    check('data: { who: { class: personal, fields: email } }\ngoals: { law: { protects: who } }\n', codes);
    check(
      'data: { mail: { class: public, fields: email } }\ngoals: { up: { property: availability, protects: shop } }\n',
      codes,
    );
  });

  it('that a goal protects is not served over http', () => {
    const PLAIN = SPEC.replace('https://api.shop.example', 'http://api.shop.example');
    const rest = `data: { who: { class: personal, fields: email } }
goals:
  law: { regulation: GDPR, protects: [who, shop] }
`;
    check(
      `${rest}#                                     ^^^ warning clear-text: \`who\` travels in clear text: GET /orders/{orderId} can be called over http://api.shop.example, and \`law\` protects it\n`,
      ['clear-text'],
      PLAIN,
    );
    check(rest, ['clear-text']);
    check(rest.replace('GDPR', 'GDPR, property: availability'), ['clear-text'], PLAIN);
    check(rest, ['clear-text'], SPEC.replace('https://api.shop.example', 'http://localhost:8080'));
    const answered = (fields: string) => `${rest}mitigations: { a: { ${fields} } }\n`;
    const accept = 'strategy: accept, reason: R, owner: o, until: 2099-01-01';
    for (const fields of [
      `${accept}, covers: disclosure on shop`,
      'covers: cleartext-transport on READ /orders/*, status: implemented',
      'control: transport-encryption, covers: shop, status: implemented',
      'strategy: transfer, to: A gateway, covers: all on every API, status: implemented',
    ]) {
      check(answered(fields), ['clear-text'], PLAIN);
    }
    const open = (fields: string) =>
      load(files(answered(fields), PLAIN)).analysis.problems.filter(({ code }) => code === 'clear-text').length;
    expect(open(`${accept.replace('2099', '2020')}, covers: disclosure on shop`)).toBe(1);
    expect(open(`${accept}, covers: tampering on shop`)).toBe(1);
    expect(open(`${accept}, covers: disclosure on shop, except: READ /orders/*`)).toBe(1);
    expect(open('covers: disclosure on shop, status: implemented')).toBe(1);
    expect(open('control: transport-encryption, covers: shop, status: planned')).toBe(1);
    const tls = (id: string, where: string) =>
      `  ${id}: { control: transport-encryption, covers: shop, status: implemented, in: ${where} }\n`;
    const openIn = (answers: string) => {
      const two = 'environments: { live: https://a.example, trial: https://b.example }\n';
      const { analysis } = load(files(`${rest}${two}mitigations:\n${answers}`, PLAIN));
      return analysis.problems.filter(({ code }) => code === 'clear-text').length;
    };
    expect(openIn(tls('one', 'live'))).toBe(1);
    expect(openIn(tls('one', '[live, trial]'))).toBe(0);
    expect(openIn(tls('one', 'live') + tls('two', 'trial'))).toBe(0);
  });
});

describe('Callers', () => {
  const at = (rest: string, told: string) =>
    checkFindings(
      files(rest).replace(
        'apis:\n  shop: { spec: ./openapi.yaml }\n',
        `apis:\n  shop: { spec: ./openapi.yaml }\n${told === '' ? '' : `# ^^^^ information nobody-calls: ${told}\n`}`,
      ),
      { codes: ['nobody-calls'] },
    );

  it('of every operation are known where actors say what they call', () => {
    const reader = 'actors:\n  reader: { calls: READ /** }\n';
    at(reader, 'No actor calls POST /orders of `shop`: who does?');
    at('actors:\n  one: { calls: operation getOrder }\n', 'No actor calls GET /orders and 1 more of `shop`');
    at(`${reader}  writer: { calls: POST /orders }\n`, '');
    at(`${reader}  free: {}\nflows: { free -> shop: {} }\n`, '');
    at('actors: { reader: {} }\n', '');
    // Nobody has begun to say it of this API.
    at('actors: { reader: { calls: GET /nowhere } }\n', '');
  });
});

describe('An operation that needs no login', () => {
  const OPEN = SPEC.replace('security: [{ key: [] }]', 'security: []');
  const rule = (rest: string, spec = OPEN) =>
    load(files(rest, spec))
      .analysis.apis.flatMap(({ findings }) => findings)
      .filter((finding) => finding.rule === 'missing-authentication')
      .map(
        ({ certainty, message, operations }) =>
          `${certainty} ${operations.map(({ operationId }) => operationId)} ${message}`,
      );
  const actors = (zone: string, calls: string, more = '') =>
    `zones: { internet: untrusted, office: trusted }\nactors: { clerk: { zone: ${zone}, calls: ${calls} }${more} }\n`;

  it('is shown to be open to more people than the model lets call it', () => {
    const open =
      'shown placeOrder POST /orders changes something and needs no login, and by the model only actors of trusted zones call it';
    const one = SPEC.replace('operationId: placeOrder,', 'operationId: placeOrder, security: [],');
    expect(rule('', one)).toEqual(['shown placeOrder POST /orders changes something and needs no login']);
    expect(rule(actors('office', 'operation placeOrder'), one)).toEqual([open]);
  });

  it('is that also where it would be taken for public', () => {
    const health = SPEC.replace(
      '  /orders:\n',
      '  /health:\n    get: { operationId: health, security: [], responses: {} }\n  /orders:\n',
    );
    expect(rule('', health)).toEqual([]);
    expect(rule(actors('office', 'operation health'), health)).toHaveLength(1);
    expect(rule(actors('internet', 'operation health'), health)).toEqual([]);
    expect(
      rule(actors('office', 'operation health', ', all: { zone: internet, calls: shop ANY /** }'), health),
    ).toEqual([]);
    expect(
      rule(`${actors('office', 'operation health', ', all: { zone: internet }')}flows: { all -> shop: {} }\n`, health),
    ).toEqual([]);
    const inner = files(
      actors('office', 'operation health'),
      health,
      'shop: { spec: ./openapi.yaml, exposure: internal }',
    );
    expect(load(inner).analysis.apis[0]?.findings.filter((one) => one.rule === 'missing-authentication')).toEqual([]);
  });
});
