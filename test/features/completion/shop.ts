/** Two descriptions with enough in them that completion has something of each kind to offer. */
const STORE = `//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ account: [] }]
paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string, format: uuid } }]
    get:
      operationId: getOrder
      summary: One order
      tags: [Back office]
      responses: { "200": { description: The order, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
    delete:
      operationId: dropOrder
      summary: Drop an order
      responses: { "204": { description: Gone } }
  /orders:
    get:
      operationId: listOrders
      summary: All orders
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: Orders } }
  /debug:
    get: { summary: What goes on inside, security: [], responses: { "200": { description: Requests } } }
webhooks:
  orderShipped:
    post: { summary: Tells that it left, responses: { "204": { description: Taken } } }
components:
  securitySchemes: { account: { type: http, scheme: bearer } }
  schemas:
    Order: { type: object, properties: { email: { type: string }, total: { type: number } } }
`;

/** The head of a model for one API, with a cursor to come. */
export const ONE = `${STORE}//- shop.threats.yaml
stridewise: 1
title: Shop
owner: team-shop
apis:
  store: { spec: ./openapi.yaml, exposure: internet }
`;

/** The same for two APIs, with zones, actors and the like. */
export const TWO = `${STORE}//- v1.yaml
openapi: 3.0.3
info: { title: Old shop, version: "1" }
servers: [{ url: https://old.shop.example }]
paths:
  /orders: { get: { operationId: oldOrders, responses: { "200": { description: Orders } } } }
//- shop.threats.yaml
stridewise: 1
title: Shop
owner: team-shop
environments: { production: https://api.shop.example, sandbox: https://sandbox.shop.example }
apis:
  store: { spec: ./openapi.yaml, exposure: internet }
  old:
    spec: ./v1.yaml
    title: The first version
data:
  customer: { class: personal, fields: email }
zones: { internet: untrusted, backend: trusted }
actors:
  shopper: { zone: internet }
components:
  gateway: { kind: gateway, zone: backend }
  orders-db: { kind: datastore, zone: backend, holds: customer }
flows:
  shopper -> gateway -> store: { over: https }
threats:
  guessing:
    title: Somebody guesses ids
    affects: store GET /orders/{orderId}
    stride: [disclosure]
`;

/** A description alone, with an empty model beside it. */
export const NONE = `${STORE}//- shop.threats.yaml
`;
