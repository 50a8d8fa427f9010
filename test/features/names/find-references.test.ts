import { describe, expect, test } from 'vitest';
import { definitionFor, referencesFor } from '../../../server/src/core/index';
import { markedIn, shown } from './marked';

const FILES = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
components:
  schemas:
    Card: { type: object }
  securitySchemes:
    account: { type: http, scheme: bearer }
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      tags: [Back office]
      responses: { "200": { description: ok } }
  /orders:
    post:
      operationId: placeOrder
      responses:
        "201":
          description: made
          links:
            made: { operationId: getOrder }
            again: { operationRef: '#/paths/~1orders~1{orderId}/get' }
//- shop.threats.yaml
stridewise: 1
apis:
  store: { spec: ./openapi.yaml }
data:
  card: { class: payment, schemas: Card }
threats:
  guess: { affects: "GET /orders/{orderId}", harms: card, stride: disclosure, rule: broken-object-level-authorization }
mitigations:
  own:
    covers: [guess, denial on scheme account, broken-object-level-authorization on store READ /**, all on schema Card]
    status: implemented
    except: tampering on tag Back office
  id: { covers: spoofing on operation getOrder, status: implemented }
`;

function references(text: string, with0: string, withDeclaration = false): string[] {
  const loaded = markedIn(FILES, text, with0);
  const { workspace, analysis, cursor } = loaded;
  return shown(loaded, referencesFor(workspace, analysis, cursor.uri, cursor, withDeclaration));
}

function definition(text: string, with0: string): string[] {
  const loaded = markedIn(FILES, text, with0);
  const { workspace, analysis, cursor } = loaded;
  return shown(loaded, definitionFor(workspace, analysis, cursor.uri, cursor));
}

describe('References', () => {
  const ofOperation = [
    'shop.threats.yaml:7 /orders/{orderId}',
    'shop.threats.yaml:10 /**',
    'shop.threats.yaml:12 Back office',
    'shop.threats.yaml:13 getOrder',
    'openapi.yaml:21 getOrder',
    'openapi.yaml:22 #/paths/~1orders~1{orderId}/get',
  ];

  test.each([
    ['    get:\n', '    g$0et:\n'],
    ['operationId: getOrder\n', 'operationId: getOr$0der\n'],
    ['operation getOrder', 'operation getOr$0der'],
  ])('of an operation, from %j', (text, with0) => {
    expect(references(text, with0)).toEqual(ofOperation);
  });

  test('of an operation with its declaration', () => {
    expect(references('    get:\n', '    g$0et:\n', true)).toEqual(['openapi.yaml:10 get', ...ofOperation]);
  });

  test('of a path, from its key', () => {
    expect(references('  /orders/{orderId}:\n', '  /or$0ders/{orderId}:\n', true)).toEqual([
      'openapi.yaml:9 /orders/{orderId}',
      ...ofOperation.filter((use) => !use.startsWith('openapi.yaml:21')),
    ]);
  });

  test('of a threat, of data, of a rule', () => {
    expect(references('  guess:', '  gu$0ess:')).toEqual(['shop.threats.yaml:10 guess']);
    expect(references('harms: card', 'harms: c$0ard', true)).toEqual([
      'shop.threats.yaml:5 card',
      'shop.threats.yaml:7 card',
    ]);
    expect(references('rule: broken', 'rule: b$0roken')).toEqual([
      'shop.threats.yaml:7 broken-object-level-authorization',
      'shop.threats.yaml:10 broken-object-level-authorization',
    ]);
  });

  test('of nothing', () => {
    expect(references('status: implemented\n    except', 'status: imple$0mented\n    except')).toEqual([]);
    expect(references('info:', 'in$0fo:')).toEqual([]);
  });
});

describe('Definitions from a model', () => {
  test.each([
    ['[guess,', '[gu$0ess,', ['shop.threats.yaml:7 guess']],
    ['harms: card', 'harms: ca$0rd', ['shop.threats.yaml:5 card']],
    ['on store READ', 'on st$0ore READ', ['shop.threats.yaml:3 store']],
    ['scheme account', 'scheme acc$0ount', ['openapi.yaml:7 account']],
    ['schemas: Card', 'schemas: C$0ard', ['openapi.yaml:5 Card']],
    ['all on schema Card', 'all on schema C$0ard', ['openapi.yaml:5 Card']],
    ['operation getOrder', 'operation get$0Order', ['openapi.yaml:10 get']],
  ])('%s', (text, with0, wanted) => {
    expect(definition(text, with0)).toEqual(wanted);
  });
});
