import { describe, expect, test } from 'vitest';
import { complete, itemNamed, labels } from '../../support/complete';

const spec = (thing: string) => `//- specs/${thing}s.yaml
openapi: 3.0.3
info: { title: All about ${thing}s, version: "1" }
paths:
  /${thing}s/{id}:
    get: { operationId: get-${thing}, responses: { "200": { description: ok } } }
`;
const HEAD = `${spec('order')}${spec('user')}//- shared.threats.yaml
stridewise: 1
environments: { production: https://api.shop.example }
zones: { inside: trusted }
data: { card: { class: payment } }
//- shop.threats.yaml
stridewise: 1
include: shared.threats.yaml
apis:
  store: { spec: "./specs/*.yaml" }
actors:
  shopper: { zone: inside }
`;

describe('APIs that a pattern names', () => {
  const place = (text: string) => `${HEAD}threats:\n  one:\n    affects: ${text}\n`;
  const statement = (text: string) => `${HEAD}mitigations:\n  one:\n    covers: ${text}\n`;

  test('are offered by the ids that their files give them', () => {
    const done = complete(place('$0'));
    expect(labels(done)).toEqual(expect.arrayContaining(['store', 'store-orders', 'store-users']));
    expect(itemNamed(done, 'store-orders').detail).toBe('API · All about orders');
    expect(labels(complete(`${HEAD}flows:\n  shopper -> $0\n`))).toEqual(['store', 'store-orders', 'store-users']);
  });

  test.each([
    ['store-orders $0', 'GET /orders/{id}'],
    ['store $0', 'GET /users/{id}'],
    ['store-orders operation $0', 'get-order'],
    ['store GET /$0', '/users/{id}'],
  ])('have operations behind their id: %s', (text, wanted) => {
    expect(labels(complete(place(text)))).toContain(wanted);
    expect(labels(complete(statement(text)))).toContain(wanted);
    expect(labels(complete(statement(`denial on ${text}`)))).toContain(wanted);
  });

  test('have no operation of another behind theirs', () => {
    expect(labels(complete(statement('store-orders $0')))).not.toContain('GET /users/{id}');
  });
});

test.each([
  ['actors:\n  other: { zone: $0 }', 'inside'],
  ['components:\n  db: { holds: $0 }', 'card'],
  ['mitigations:\n  one: { in: $0 }', 'production'],
])('What an included file names is offered: %s', (text, wanted) => {
  const head = text.startsWith('actors') ? HEAD.slice(0, HEAD.indexOf('actors:')) : HEAD;
  expect(labels(complete(`${head}${text}\n`))).toContain(wanted);
});
