/** A studio's description: members with an address, payments with a card, and a status page. */
export const STUDIO = `//- openapi.yaml
openapi: 3.0.3
info: { title: Studio, version: "1" }
servers: [{ url: https://api.studio.example }]
security: [{ key: [] }]
paths:
  /status:
    get: { operationId: status, responses: { "200": { description: Up } } }
  /members/{memberId}:
    get:
      operationId: getMember
      parameters: [{ name: memberId, in: path, required: true, schema: { type: string, format: uuid } }]
      responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Member" } } } } }
    put:
      operationId: changeMember
      parameters: [{ name: memberId, in: path, required: true, schema: { type: string, format: uuid } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Member" } } } }
      responses: { "204": { description: Changed } }
  /payments:
    post:
      operationId: pay
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Card" } } } }
      responses: { "201": { description: Paid } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Member: { type: object, properties: { email: { type: string, format: email }, street: { type: string, maxLength: 80 } } }
    Card: { type: object, properties: { cardNumber: { type: string, maxLength: 19 }, expires: { type: string, maxLength: 5 } } }
`;

/** A model of the studio, with more entries below it. */
export function studioModel(rest: string, description = STUDIO): string {
  return `${description}//- studio.threats.yaml\nstridewise: 1\napis: { studio: { spec: ./openapi.yaml } }\ndata:\n  member: { class: personal, schemas: Member }\n  card: { class: payment, schemas: Card }\n${rest}`;
}
