import { describe, expect, it } from 'vitest';
import { inventoryOf, reviewedAgo } from '../../server/src/core';
import { load } from '../support/check';

const spec = (name: string, title: string, version: string, more = '') => `//- ${name}
openapi: 3.0.3
info: { title: ${title}, version: "${version}" }
servers: [{ url: "https://api.shop.example/v${version}" }${more}]
paths:
  /orders: { get: { deprecated: true, responses: { "200": { description: Fine, content: { application/json: { schema: { properties: { email: { type: string } } } } } } } } }
`;

it.each([
  [-2, 'reviewed today'],
  [0, 'reviewed today'],
  [1, 'reviewed yesterday'],
  [17, 'reviewed 17 days ago'],
])('says when the last review was: %i days ago', (days, words) => {
  expect(reviewedAgo(days)).toBe(words);
});

describe('An inventory', () => {
  it('has every API, with what is to be looked at', () => {
    const { analysis } =
      load(`${spec('a.yaml', 'Shop API', '1')}${spec('b.yaml', 'Shop API', '2', ', { url: "https://staging.shop.example/v2" }, { url: "http://shop.internal" }')}${spec('c.yaml', 'Parcels', '1')}//- shop.threats.yaml
stridewise: 1
owner: team-shop
reviewed: 2026-10-25
reviewEvery: 7 days
apis:
  old: { spec: ./a.yaml, lifecycle: retired, owner: nobody }
  shop: { spec: ./b.yaml }
`);
    const rows = inventoryOf(analysis).map(({ id, owner, data, age, operations, deprecated, notes }) => ({
      id,
      owner,
      data,
      age,
      operations,
      deprecated,
      notes: notes.map(({ code }) => code),
    }));
    const same = { data: ['personal'], operations: 1, deprecated: 1 };
    expect(rows).toEqual([
      { id: 'c', owner: '', age: null, ...same, notes: ['unmodelled', 'deprecated-served'] },
      {
        id: 'old',
        owner: 'nobody',
        age: 30,
        ...same,
        notes: ['retired-served', 'deprecated-served', 'older-version', 'review-overdue'],
      },
      {
        id: 'shop',
        owner: 'team-shop',
        age: 30,
        ...same,
        notes: ['deprecated-served', 'test-server', 'inner-server', 'review-overdue'],
      },
    ]);
  });
});
