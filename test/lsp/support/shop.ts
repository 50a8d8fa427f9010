export const SPEC_URI = 'file:///work/openapi.yaml';
export const MODEL_URI = 'file:///work/openapi.threats.yaml';

export const SPEC = `openapi: 3.0.3
info:
  title: Shop
  version: "1"
servers:
  - url: https://shop.example
security:
  - login: []
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters:
        - name: orderId
          in: path
          required: true
          schema: { type: string }
      responses:
        "200":
          description: The order
  /notes:
    post:
      operationId: addNote
      security: []
      responses:
        "204":
          description: Done
components:
  securitySchemes:
    login:
      type: http
      scheme: bearer
`;

export const MODEL = `stridewise: 1
title: Shop
apis:
  shop:
    spec: ./openapi.yaml
`;
