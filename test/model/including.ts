import { modelsOf } from '../../server/src/core/index';
import { type Files, workspaceOf } from '../support/told';

/** A shop's API with two operations. */
export const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders/{id}:
    get: { operationId: getOrder, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: {} }
  /search:
    get: { operationId: search, parameters: [{ name: q, in: query, schema: { type: string } }], responses: {} }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
/** How a model of it begins. */
export const HEAD = 'stridewise: 1\napis: { store: { spec: ./openapi.yaml } }\n';
/** What models of an organisation have in common. */
export const SHARED = `stridewise: 1
data: { customer: { class: personal, fields: [email] } }
mitigations:
  limits:
    title: The gateway counts
    control: rate-limiting
    covers: ANY /**
    status: planned
    due: 2026-12-31
    evidence: [./gateway.md]
`;

/** The model of a name among the files. */
export function modelOf(files: Files, name = 'shop.threats.yaml') {
  const model = modelsOf(workspaceOf(files)).find(({ uri }) => uri.endsWith(`/${name}`));
  if (model === undefined) throw new Error(`No model ${name}`);
  return model;
}
