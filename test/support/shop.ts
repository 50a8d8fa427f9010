/** The head of a shop's description behind a login, up to its paths. */
export const SHOP = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
security: [{ key: [] }]
paths:
`;
