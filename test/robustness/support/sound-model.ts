import { type Model, readModel } from '../../../server/src/core/model';
import { openDocument } from '../../../server/src/core/text';

/** The description that the sound model speaks of. */
export const SHOP_SPEC = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.shop.example }]
security: []
paths:
  /orders:
    get: { operationId: listOrders, responses: { '200': { description: ok } } }
    post:
      operationId: addOrder
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '204': { description: Done } }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: ok } }
components: { schemas: { Order: { type: object, properties: { id: { type: integer }, email: { type: string } } } } }
`;

/**
 * A model with an entry in every section, each in flow style: nothing is wrong with it. Its regulation is a label: one that asks
 * questions would ask again whenever an entry that answers is broken.
 */
export const SECTIONS_OF_SHOP = {
  stridewise: 'stridewise: 1',
  title: 'title: Shop',
  environments: 'environments:\n  production: { servers: https://api.shop.example }',
  apis: 'apis:\n  shop: { spec: ./openapi.yaml, zone: backend }',
  goals: 'goals:\n  gdpr: { regulation: House rules, protects: customer }',
  risk: 'risk: { acceptable: low }',
  data: 'data:\n  customer: { class: personal, schemas: Order }',
  zones: 'zones:\n  internet: untrusted\n  backend: trusted',
  actors: 'actors:\n  buyer: { zone: internet, calls: shop ANY /** }',
  components: 'components:\n  db: { kind: datastore, zone: backend, holds: customer }',
  flows: 'flows:\n  buyer -> shop: { carries: customer, over: https }',
  businessFlows: 'businessFlows:\n  checkout: [operation addOrder]',
  threats:
    'threats:\n  guess: { title: Guess, affects: "GET /orders/{id}", stride: disclosure, by: buyer, dread: 8/9/7/8/6 }',
  mitigations: 'mitigations:\n  limits: { title: Limits, covers: denial on shop, status: planned, due: 2027-01-01 }',
  rules: 'rules:\n  missing-authentication: { level: off, reason: A shop window }',
  notApplicable: 'notApplicable:\n  repudiation on GET /orders: Nobody denies it',
  assumptions: 'assumptions:\n  quiet: { title: Quiet, covers: guess, owner: ciso, until: 2027-06-30 }',
} as const;
export type ShopSection = keyof typeof SECTIONS_OF_SHOP;

/** The sound model with lines behind the entries of some sections; `root`: behind everything. */
export function shopModel(more: Partial<Record<ShopSection | 'root', string>> = {}): string {
  const sections = Object.entries(SECTIONS_OF_SHOP).map(([name, text]) => {
    const added = more[name as ShopSection];
    return added === undefined ? text : `${text}\n${added}`;
  });
  return `${[...sections, ...(more.root === undefined ? [] : [more.root])].join('\n')}\n`;
}

/** What a model says, entry by entry, wherever it stands. */
export function meaningOf(text: string, uri = 'file:///workspace/shop.threats.yaml'): Record<string, string> {
  const model = readModel(openDocument(uri, text, 'model'));
  const said: Record<string, string> = { title: model.title, acceptable: model.acceptable, method: model.risk.method };
  for (const list of LISTS) {
    for (const entry of model[list]) said[`${list} ${nameOf(entry)}`] ??= JSON.stringify(withoutPlaces(entry));
  }
  return said;
}

const LISTS = [
  ...(['apis', 'threats', 'mitigations', 'notApplicable', 'actors', 'flows', 'rules', 'businessFlows'] as const),
  ...(['data', 'environments', 'goals', 'zones', 'components', 'assumptions'] as const),
] satisfies (keyof Model)[];

function nameOf(entry: object): string {
  if ('id' in entry) return String(entry.id);
  if ('hops' in entry) return String(entry.hops);
  return 'statement' in entry ? (entry.statement as { text: string }).text : '';
}

function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(withoutPlaces);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([key]) => !/^(?:at|.*At)$/.test(key));
  return Object.fromEntries(pairs.map(([key, one]) => [key, withoutPlaces(one)]));
}
