import { describe, expect, it } from 'vitest';
import { checkModelText, fixed } from './model-text';

describe('An answer', () => {
  it('says what it covers', () => {
    checkModelText(
      `mitigations:
  nothing: { control: rate-limiting, status: implemented }
# ^^^^^^^ warning covers-nothing: \`nothing\` covers nothing
  empty: { control: rate-limiting, status: implemented, covers: [] }
# ^^^^^ warning covers-nothing
  later: { control: rate-limiting, status: implemented, covers: TODO }
  slip: { control: rate-limiting, status: implemented, cover: shop }
  gone: { strategy: avoid, removes: GET /orders, status: planned, due: 2099-01-01 }
  avoided: { strategy: avoid, status: planned, due: 2099-01-01 }
`,
      ['covers-nothing'],
    );
  });

  it('says it once', () => {
    checkModelText(
      `environments: { live: https://a.example, test: https://b.example }
mitigations:
  limits: { control: rate-limiting, covers: [shop, GET /orders], status: implemented }
  again: { control: rate-limiting, covers: shop, status: implemented }
#                                          ^^^^ warning duplicate-coverage: \`limits\` says the same of \`shop\` already
  planned: { control: rate-limiting, covers: shop, status: planned, due: 2099-01-01 }
  here: { control: audit-log, covers: shop, status: implemented, in: live }
  there: { control: audit-log, covers: shop, status: implemented, in: test }
  one: { covers: [denial on shop, denial on  shop], status: implemented }
#                                 ^^^^^^^^^^^^^^^ warning duplicate-coverage: This entry says the same
  two: { covers: denial on shop, status: implemented }
  took: { strategy: accept, covers: spoofing on shop, reason: R, owner: o, until: 2099-01-01 }
  take: { strategy: accept, covers: spoofing on shop, reason: S, owner: p, until: 2099-01-01 }
#                                   ^^^^^^^^^^^^^^^^ warning duplicate-coverage: \`took\` says the same
`,
      ['duplicate-coverage'],
    );
  });
});

describe('Keys that an answer needs', () => {
  it.each([
    [
      'm$0: { strategy: accept, covers: denial on shop }',
      'm: { reason: TODO, owner: TODO, until: TODO, strategy: accept, covers: denial on shop }',
      'Add `reason` and `owner` and `until`',
    ],
    [
      'm$0: { strategy: transfer, covers: denial on shop, status: implemented }',
      'm: { to: TODO, strategy: transfer, covers: denial on shop, status: implemented }',
      'Add `to`',
    ],
    [
      'm$0:\n    # why\n    covers: denial on shop',
      'm:\n    # why\n    status: TODO\n    covers: denial on shop',
      'Add `status`',
    ],
    ['"m$0": { "covers": "denial on shop" }', '"m": { "status": "TODO", "covers": "denial on shop" }', 'Add `status`'],
    [
      'm$0: { control: rate-limiting, status: implemented }',
      'm: { covers: TODO, control: rate-limiting, status: implemented }',
      'Add `covers`',
    ],
  ])('are written with TODO: %s', (before, after, title) => {
    const result = fixed(`mitigations:\n  ${before}\n`);
    expect(result).toMatchObject({ title, text: `mitigations:\n  ${after}\n` });
    expect(new Set(result.codes)).toEqual(new Set(['todo']));
  });

  it('are those of an assumption, a rule and what does not apply too', () => {
    expect(fixed('assumptions:\n  a$0: { covers: denial on shop }\n')).toMatchObject({
      text: 'assumptions:\n  a: { owner: TODO, until: TODO, covers: denial on shop }\n',
      codes: ['todo', 'todo'],
    });
    expect(fixed('notApplicable:\n  denial on$0 shop: { owner: cto }\n')).toMatchObject({
      text: 'notApplicable:\n  denial on shop: { reason: TODO, owner: cto }\n',
      codes: ['todo'],
    });
    expect(fixed('rules:\n  inj$0ection: { level: off }\n')).toMatchObject({
      text: 'rules:\n  injection: { reason: TODO, level: off }\n',
      codes: ['todo'],
    });
  });
});

describe('Data that a goal protects', () => {
  const HEAD = `zones: { internet: untrusted, backend: trusted }
data: { card: { class: payment, schemas: Order }, menu: { class: public } }
goals: { cards: { regulation: House rules, protects: card }, uptime: { property: availability, protects: menu } }
actors: { shopper: { zone: internet } }
components: { db: { kind: datastore, zone: backend }, queue: { kind: queue, zone: backend }, lost: { kind: cache } }
`;
  const CODES = ['clear-text', 'unknown-transport'];

  it('may leave it in clear text where an answer settles that', () => {
    const flow = (mark: string) =>
      `${HEAD}flows:\n  shopper -> db -> queue: { carries: card, over: http }\n${mark}mitigations:\n`;
    const MARK = `#                                                ^^^^ warning clear-text: \`http\` carries it in clear text\n`;
    const accept = '  a: { strategy: accept, reason: R, owner: o, until: 2099-01-01, covers:';
    for (const place of ['shopper -> db', 'shopper -> db -> queue', 'db', 'shopper']) {
      checkModelText(`${flow('')}${accept} disclosure on ${place} }\n`, ['clear-text']);
    }
    checkModelText(`${flow('')}  a: { control: transport-encryption, status: implemented, covers: db }\n`, [
      'clear-text',
    ]);
    for (const place of ['queue', 'db -> queue']) {
      checkModelText(`${flow(MARK)}${accept} disclosure on ${place} }\n`, ['clear-text']);
    }
    checkModelText(`${flow(MARK)}${accept} denial on shopper -> db }\n`, ['clear-text']);
  });

  it('leaves its zone encrypted', () => {
    checkModelText(
      `${HEAD}flows:
  shopper -> db: { carries: [menu, card], over: http }
#                                               ^^^^ warning clear-text: \`card\` leaves the zone \`internet\` here, and the goal \`cards\` protects it: \`http\` carries it in clear text
  shopper -> queue: { carries: card }
# ^^^^^^^^^^^^^^^^ information unknown-transport: say under \`over\` what encrypts it
  shopper -> db -> queue: { carries: card, over: https }
  queue -> shopper: { carries: card, over: mTLS }
  db -> queue: { carries: card, over: http }
  shopper -> lost: { carries: card, over: http }
  db -> shopper: { carries: menu, over: http }
  db -> lost: { over: http }
`,
      CODES,
    );
  });

  it.each([
    'https',
    'tls',
    'TLS 1.3',
    'mtls',
    'wss',
    'amqps',
    'mqtts',
    'grpcs',
    'grpc over tls',
    'ssh',
    'sftp',
    'ldaps',
  ])('goes over %s', (over) =>
    checkModelText(`${HEAD}flows: { shopper -> db: { carries: card, over: ${over} } }\n`, CODES),
  );

  it.each(['http', 'ws', 'amqp', 'grpc', 'tcp', 'ftp', 'smtp', 'http/2', 'settlesoon'])(
    'does not go over %s',
    (over) => {
      const result = fixed(`${HEAD}flows: { shopper -> db: { carries: card, over: ${over}$0 } }\n`);
      const secure = ['http', 'ws', 'amqp', 'grpc', 'ftp'].includes(over);
      expect(result.title !== '').toBe(secure);
      if (secure) expect(result.codes).toEqual([]);
      expect(() =>
        checkModelText(`${HEAD}flows: { shopper -> db: { carries: card, over: ${over} } }\n`, CODES),
      ).toThrow();
    },
  );
});
