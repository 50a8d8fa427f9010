import { expect, it } from 'vitest';
import { parseStatement, parseWhere } from '../../server/src/core/model';
import { load } from '../support/check';

it.each(['store', 'every', ''])('A method of ones own stands behind %j', (api) => {
  const text = `${api} COPY /orders/{id} path.id`.trim();
  const where = { kind: 'operations', api, by: 'path', method: 'COPY', name: '/orders/{id}', part: 'path.id' };
  expect(parseWhere(text)).toEqual({ value: where });
  expect(parseStatement(`tampering on ${text}`)).toMatchObject({ value: { where } });
});

it('A method of ones own is answered', () => {
  const { analysis } = load(`//- openapi.yaml
openapi: 3.2.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
paths:
  /orders:
    additionalOperations:
      PURGE: { responses: { "204": { description: Gone } } }
//- shop.threats.yaml
stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
mitigations:
  login: { control: authentication, covers: shop PURGE /orders, status: implemented }
`);
  expect([...analysis.models.flatMap(({ problems }) => problems), ...analysis.problems]).toEqual([]);
  const states = analysis.apis[0]?.findings
    .filter(({ rule }) => rule === 'missing-authentication')
    .map(({ state }) => state);
  expect(states).toEqual(['mitigated']);
});
