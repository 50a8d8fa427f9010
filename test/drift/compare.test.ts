import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument, textOf } from '../../server/src/core';
import {
  changesBetween,
  driftBetween,
  driftWords,
  type Entry,
  lockText,
  readLock,
  recordsOf,
} from '../../server/src/core/drift';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const MODEL = `//- shop.threats.yaml
stridewise: 1
apis: { store: ./openapi.yaml }
`;

function recordsIn(paths: string, model = '') {
  const { analysis } = load(`${SHOP}${paths}${MODEL}${model}`);
  return recordsOf(analysis, analysis.models[0] as never);
}

const lockOf = (text: string) => readLock(openDocument('file:///workspace/shop.threats.lock.json', text)).lock;

function told(before: string, now: string): string[] {
  const { entries } = lockOf(lockText('2026-11-01', recordsIn(before)));
  return driftBetween(entries, recordsIn(now)).map(driftWords);
}

const GET_ORDER = `  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
`;

describe('A lock', () => {
  it('has one thing a line, sorted, with nothing that is empty', () => {
    expect(lockText('2026-11-01', recordsIn(GET_ORDER))).toBe(`{
"reviewed": "2026-11-01",
"store": {"version": "1", "exposure": "internet", "servers": ["https://api.shop.example"], "schemes": ["key: http bearer"]},
"store GET /orders/{orderId}": {"id": "getOrder", "security": ["key"], "takes": ["path.orderId"]},
"stridewiseLock": 1
}
`);
  });

  it('reads back as it was written, whatever its texts hold', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1 });
    const entry = fc.dictionary(texts, fc.oneof(texts, fc.array(texts, { minLength: 1 })), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    const key = texts.map((text) => `store ${text}`);
    fc.assert(
      fc.property(fc.dictionary(key, entry, { maxKeys: 5, noNullPrototype: true }), (all) => {
        const entries = new Map(Object.entries(all).map(([name, value]) => [name, { entry: value as Entry }]));
        const read = lockOf(lockText('2026-11-01', entries));
        expect(Object.fromEntries([...read.entries].map(([name, value]) => [name, value.entry]))).toEqual(all);
        expect(read.reviewed).toBe('2026-11-01');
      }),
    );
  });

  it('is read line by line: what is broken in one leaves the others', () => {
    const text = lockText('2026-11-01', recordsIn(GET_ORDER)).replace('"takes": [', '"takes": ');
    const { lock, problems } = readLock(openDocument('file:///workspace/shop.threats.lock.json', text));
    expect([...lock.entries.keys()]).toContain('store');
    expect(lock.reviewed).toBe('2026-11-01');
    expect(problems.map(({ code }) => code)).toContain('broken-lock');
  });

  it.each(['', '{', 'null', '[]', '{"reviewed": []}', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n'])(
    'that says %j never throws',
    (text) => {
      expect(() => readLock(openDocument('file:///workspace/shop.threats.lock.json', text))).not.toThrow();
    },
  );

  it('without its version says what to do', () => {
    const { problems } = readLock(openDocument('file:///a.lock.json', '{\n"reviewed": "2026-11-01"\n}\n'));
    expect(problems.map(({ message }) => message)).toEqual([
      'This lock has no "stridewiseLock": mark the model as reviewed to write it anew',
    ]);
  });

  it('is text that can be opened', () => {
    const text = lockText('2026-11-01', recordsIn(GET_ORDER));
    expect(textOf(openDocument('file:///a.lock.json', text))).toBe(text);
  });
});

describe('Drift', () => {
  it('is nothing where nothing changed', () => {
    expect(told(GET_ORDER, GET_ORDER)).toEqual([]);
  });

  it('names what is new and what is gone', () => {
    const list = '  /orders: { get: { operationId: listOrders, responses: { "200": { description: Fine } } } }\n';
    expect(told(GET_ORDER, `${GET_ORDER}${list}`)).toEqual(['store GET /orders is new']);
    expect(told(`${GET_ORDER}${list}`, GET_ORDER)).toEqual(['store GET /orders is gone']);
  });

  it('names what got another name by its operationId or its shape', () => {
    expect(told(GET_ORDER, GET_ORDER.replace('/orders/', '/purchases/'))).toEqual([
      'store GET /purchases/{orderId} was store GET /orders/{orderId}',
    ]);
    const other = GET_ORDER.replaceAll('orderId', 'id').replace('getOrder', 'readOrder');
    expect(told(GET_ORDER, other)).toEqual([
      'store GET /orders/{id} was store GET /orders/{orderId}; it has the operationId readOrder now (before: getOrder)',
    ]);
  });

  it('knows an API by another name, and its operations with it', () => {
    const { entries } = lockOf(lockText('2026-11-01', recordsIn(GET_ORDER)));
    const list = '  /orders: { get: { operationId: listOrders, responses: { "200": { description: Fine } } } }\n';
    const { analysis } = load(`${SHOP}${GET_ORDER}${list}${MODEL.replace('store:', 'shop:')}`);
    const now = recordsOf(analysis, analysis.models[0] as never);
    expect(driftBetween(entries, now).map(driftWords)).toEqual(['shop was store', 'shop GET /orders is new']);
  });

  it('names what changed of an operation', () => {
    const open = GET_ORDER.replace('operationId', 'security: []\n      operationId');
    expect(told(GET_ORDER, open)).toEqual(['store GET /orders/{orderId} asks for no login any more (before: key)']);
    expect(told(open, GET_ORDER)).toEqual(['store GET /orders/{orderId} asks for a login now: key']);
    const more = GET_ORDER.replace(
      'responses: { "200": { description: Fine } }',
      'deprecated: true\n      responses: { "200": { description: Fine, content: { application/json: { schema: { properties: { email: { type: string } } } } } }, "429": { description: Slower } }',
    );
    expect(told(GET_ORDER, more)).toEqual([
      'store GET /orders/{orderId} returns personal data now; shows rate limiting now; is deprecated now',
    ]);
    expect(told(more, GET_ORDER)).toEqual([
      'store GET /orders/{orderId} returns no personal data any more; no longer shows rate limiting; is no longer deprecated',
    ]);
  });

  it('sees what is no longer limited, and nothing of the limits of what is new', () => {
    const limit = GET_ORDER.replace(
      '[{ name',
      '[{ name: limit, in: query, schema: { type: integer, maximum: 50 } }, { name',
    );
    expect(told(limit, limit.replace(', maximum: 50', ''))).toEqual([
      'store GET /orders/{orderId} no longer limits query.limit',
    ]);
    expect(told(GET_ORDER, limit)).toEqual(['store GET /orders/{orderId} takes query.limit now']);
  });

  it('does not see order, layout or JSON', () => {
    const pairs = `  /a: { get: { operationId: a, parameters: [{ name: x, in: query }, { name: y, in: query }], responses: {} } }
  /b: { get: { operationId: b, responses: {} } }
`;
    const turned = `  "/b":
    get:
      responses: {}
      operationId: "b"
  "/a":
    get:
      parameters: [{ in: query, name: y }, { in: query, name: x }]
      operationId: a
      responses: {}
`;
    expect(told(pairs, turned)).toEqual([]);
  });

  it.each([
    [['key'], [], 'more', 'asks for no login any more (before: key)'],
    [['key'], ['', 'key'], 'more', 'asks callers for less: no login, or key (before: key)'],
    [['key a'], ['key'], 'more', 'asks callers for less: key (before: key (a))'],
    [['key'], ['key a'], 'less', 'asks callers for more: key (a) (before: key)'],
    [['key + pin'], ['key'], 'more', 'asks callers for less: key (before: key and pin)'],
    [['key'], ['pin'], 'other', 'asks for another login: pin (before: key)'],
    [['key'], ['key', 'pin'], 'more', 'asks callers for less: key, or pin (before: key)'],
  ] as const)('holds the alternatives %j against %j', (before, now, direction, text) => {
    const asked = (security: readonly string[]): Entry => (security.length === 0 ? {} : { security: [...security] });
    expect(changesBetween(asked(before), asked(now))).toEqual([{ field: 'security', direction, text }]);
  });

  it('follows a component', () => {
    const component = (more: string) => `components: { gateway: { kind: gateway, ${more} } }\n`;
    const { entries } = lockOf(lockText('', recordsIn(GET_ORDER, component('ports: 443, settings: deploy/a.yaml'))));
    const now = recordsIn(GET_ORDER, component('ports: [443, 8080], settings: deploy/a.yaml'));
    expect(driftBetween(entries, now).map(driftWords)).toEqual(['gateway listens at 8080 now']);
  });
});
