/** Two operations, with a finding of high and one of medium level above the line. */
export const SPEC = `
    //- openapi.yaml
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    servers: [{ url: https://api.shop.example }]
    components: { securitySchemes: { key: { type: http, scheme: bearer } } }
    security: [{ key: [] }]
    paths:
      /orders/{orderId}:
        get:
          parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
          responses: { "200": { description: One } }
      /notes:
        post:
          security: []
          responses: { "204": { description: Written } }
`;

export const MODEL = `
    //- shop.threats.yaml
    stridewise: 1
    risk: { acceptable: low }
    apis: { store: { spec: ./openapi.yaml, exposure: internet } }
`;

/** An operation in a file of its own. */
export const PARTS = `
    //- openapi.yaml
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    servers: [{ url: https://api.shop.example }]
    components: { securitySchemes: { key: { type: http, scheme: bearer } } }
    security: [{ key: [] }]
    paths:
      /notes: { $ref: "./notes.yaml" }
    //- notes.yaml
    post:
      security: []
      responses: { "204": { description: Written } }
`;
