import { describe, expect, test } from 'vitest';
import { definitionFor, hoverFor, prepareRename, referencesFor, renameFor } from '../../../server/src/core/index';
import { loadMarked, markedIn, renamedLines, shown } from './marked';

const spec = (thing: string) => `//- specs/${thing}s.yaml
openapi: 3.0.3
info: { title: All about ${thing}s, version: "1" }
paths:
  /${thing}s/{id}:
    get:
      operationId: get-${thing}
      responses:
        "200": { description: ok, links: { self: { operationId: get-${thing} } } }
`;
const FILES = `${spec('order')}${spec('user')}//- shop.threats.yaml
stridewise: 1
include: shared.threats.yaml
apis:
  store: { spec: "./specs/*.yaml" }
goals:
  uptime: { property: availability, protects: [store-orders, store operation get-user] }
actors:
  shopper: { zone: out, calls: [store-orders READ /**] }
zones: { out: untrusted }
flows:
  shopper -> store-orders: { over: https }
mitigations:
  own: { control: ownership-check, covers: "store-orders GET /orders/{id}", status: planned }
assumptions:
  quiet: { title: Nobody listens, covers: denial on store-users operation get-user }
businessFlows:
  look: store-orders operation get-order
//- shared.threats.yaml
stridewise: 1
zones: { inside: trusted }
mitigations:
  limits: { control: rate-limiting, covers: denial on operation get-order, status: planned }
`;

const at = (text: string, with0: string) => markedIn(FILES, text, with0);

const definitions = (text: string, with0: string) => {
  const loaded = at(text, with0);
  const { workspace, analysis, cursor } = loaded;
  return shown(loaded, definitionFor(workspace, analysis, cursor.uri, cursor));
};

const references = (text: string, with0: string) => {
  const loaded = at(text, with0);
  const { workspace, analysis, cursor } = loaded;
  return shown(loaded, referencesFor(workspace, analysis, cursor.uri, cursor, true)).sort();
};

const hover = (text: string, with0: string) => {
  const { workspace, analysis, cursor } = at(text, with0);
  return hoverFor(workspace, analysis, cursor.uri, cursor)?.markdown ?? '';
};

const renamed = (text: string, with0: string, newName: string) => renamedLines(at(text, with0), newName);

describe('An API that a pattern names', () => {
  test('is found by the id that its file gives it', () => {
    expect(references('protects: [store-orders', 'protects: [store-or$0ders')).toEqual([
      'orders.yaml:1 openapi',
      'shop.threats.yaml:11 store-orders',
      'shop.threats.yaml:13 store-orders',
      'shop.threats.yaml:17 store-orders',
      'shop.threats.yaml:6 store-orders',
      'shop.threats.yaml:8 store-orders',
    ]);
    expect(definitions('shopper -> store-orders', 'shopper -> store-or$0ders')).toEqual(['orders.yaml:1 openapi']);
    expect(hover('[store-orders READ', '[store-$0orders READ')).toBe(
      '**API** `store-orders`, one of `store`\n\n**All about orders**, OpenAPI 3\\.0, 1 operations\\.',
    );
  });

  test('is not renamed alone, and the reason is said', () => {
    const { workspace, analysis, cursor } = at('[store-orders READ', '[store-$0orders READ');
    const refused = '`store-orders` is made of `store` and the name of its file: rename one of these';
    expect(prepareRename(workspace, analysis, cursor.uri, cursor)).toEqual({ refused });
    expect(renamed('[store-orders READ', '[store-$0orders READ', 'shop')).toEqual([refused]);
  });

  test('is renamed with its entry, wherever it is named', () => {
    expect(renamed('  store: {', '  sto$0re: {', 'shop')).toEqual([
      'shop: { spec: "./specs/*.yaml" }',
      'uptime: { property: availability, protects: [shop-orders, shop operation get-user] }',
      'shopper: { zone: out, calls: [shop-orders READ /**] }',
      'shopper -> shop-orders: { over: https }',
      'own: { control: ownership-check, covers: "shop-orders GET /orders/{id}", status: planned }',
      'quiet: { title: Nobody listens, covers: denial on shop-users operation get-user }',
      'look: shop-orders operation get-order',
    ]);
  });

  test('keeps its id for itself', () => {
    expect(renamed('  shopper: {', '  shop$0per: {', 'store-users')).toEqual([
      '`store-users` is an API already: choose another id',
    ]);
    const taken = '  shop-orders: { zone: out, calls: every ANY /** }\nzones: { out:';
    expect(renamed('  store: {', '  sto$0re: {', 'shop')).toHaveLength(7);
    const { workspace, analysis, cursor } = loadMarked(
      FILES.replace('zones: { out:', () => taken).replace('  store: {', '  sto$0re: {'),
    );
    expect(renameFor(workspace, analysis, cursor.uri, cursor, 'shop')).toEqual({
      refused: '`store-orders` is made of `store`, and `shop-orders` would not be it: choose another id',
    });
  });
});

describe('An operation of such an API', () => {
  test('is renamed by its operationId in the model, and in a file that the model includes', () => {
    const wanted = [
      'operationId: find-order',
      '"200": { description: ok, links: { self: { operationId: find-order } } }',
      'look: store-orders operation find-order',
      'limits: { control: rate-limiting, covers: denial on operation find-order, status: planned }',
    ];
    expect(renamed('operationId: get-order\n', 'operationId: get-$0order\n', 'find-order')).toEqual(wanted);
    expect(renamed('look: store-orders operation get-', 'look: store-orders operation get$0-', 'find-order')).toEqual(
      wanted,
    );
    expect(renamed('denial on operation get-', 'denial on operation get$0-', 'find-order')).toEqual(wanted);
  });

  test('keeps its path where a pattern would lose it, else takes the new one in the model', () => {
    expect(renamed('  /orders/{id}:', '  /ord$0ers/{id}:', '/purchases/{id}')).toEqual([
      '/purchases/{id}:',
      'own: { control: ownership-check, covers: "store-orders GET /purchases/{id}", status: planned }',
    ]);
  });

  test('has its references in both files', () => {
    expect(references('operationId: get-order\n', 'operationId: get-$0order\n')).toEqual([
      'orders.yaml:5 get',
      'orders.yaml:8 get-order',
      'shared.threats.yaml:4 get-order',
      'shop.threats.yaml:13 /orders/{id}',
      'shop.threats.yaml:17 get-order',
      'shop.threats.yaml:8 /**',
    ]);
  });
});

describe('From an operationId', () => {
  test('the description leads to the threats and answers of its operation', () => {
    expect(definitions('operationId: get-order\n', 'operationId: get-$0order\n').sort()).toEqual([
      'shared.threats.yaml:4 denial on operation get-order',
      'shop.threats.yaml:13 store-orders GET /orders/{id}',
    ]);
    expect(definitions('operationId: get-user\n', 'operationId: get-$0user\n')).toEqual([
      'shop.threats.yaml:15 denial on store-users operation get-user',
    ]);
    expect(hover('operationId: get-order\n', 'operationId: get-$0order\n')).toMatch(
      /^\*\*GET \/orders\/\\\{id\\\}\*\*.*\n\n- \*\*spoofing\*\*/,
    );
  });

  test('a link leads to its operation', () => {
    expect(definitions('operationId: get-order }', 'operationId: get-or$0der }')).toEqual(['orders.yaml:5 get']);
  });
});

test('Places of actors, goals and business flows lead to their operations', () => {
  expect(definitions('[store-orders READ /**', '[store-orders READ /*$0*')).toEqual(['orders.yaml:5 get']);
  expect(definitions('store operation get-user]', 'store operation get-$0user]')).toEqual(['users.yaml:5 get']);
  expect(definitions('look: store-orders operation get-', 'look: store-orders operation get$0-')).toEqual([
    'orders.yaml:5 get',
  ]);
});

test('A hover tells of an entry of an included file what stands there', () => {
  expect(hover('  shopper: { zone: out', '  shopper: { zone: insi$0de')).toBe(
    '**Zone** `inside`\n\n- trust: trusted\n\nNamed once elsewhere\\.',
  );
});
