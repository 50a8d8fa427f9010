/** A description of two paths up to the end of `DELETE /orders/{orderId}`; then the rest of it. */
export const headOf = (file: string) => `//- ${file}
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    delete:
      security: []   # open
      responses: { "204": { description: gone } }
`;
export const TAIL = `  /orders:
    post:
      security: []
      responses: { "201": { description: made } }
`;
