/** What runs, links, draws or turns text where it is taken for more than text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'an element': '<img src=x onerror=alert(1)>',
  'the end of a script': '</script><script>alert(1)</script>',
  'the end of code': '` <img src=x onerror=alert(1)> `',
  'a link that runs a command': 'x](command:evil) [y](command:evil)',
  'an address in brackets': '<command:evil>',
  'a picture': '![p](https://evil.example/p.png)',
  'an icon': '$(bomb)',
  'an escape of a terminal': '\u001b[31mred\u001b]0;title\u0007',
  'one in a single character': '\u009b31mred',
  'text that turns round': 'a\u202egnp.exe\u2066b\u200fc',
};

export const HOSTILE_SPEC_URI = 'file:///work/openapi.yaml';
export const HOSTILE_MODEL_URI = 'file:///work/openapi.threats.yaml';

const quoted = (text: string) =>
  `"${JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u007f-\u{10ffff}]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/** A description with the text wherever people name things; controls are written as escapes, as they may be. */
export function hostileSpec(text: string): string {
  const t = quoted(text);
  const path = quoted(`/orders/${text.replaceAll('/', '')}/{orderId}`);
  return `openapi: 3.1.0
info: { title: ${t}, version: ${t}, description: ${t} }
servers: [{ url: https://shop.example, description: ${t} }]
tags: [{ name: ${t}, description: ${t} }]
paths:
  ${path}:
    get:
      operationId: ${t}
      summary: ${t}
      description: ${t}
      tags: [${t}]
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: integer } }
        - { name: ${t}, in: query, description: ${t}, schema: { type: string, default: ${t} } }
      responses: { "200": { description: ${t}, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
    put:
      summary: ${t}
      security: [{ ${t}: [${t}] }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { ${t}: { type: string } } } } } }
      responses: { "204": { description: ${t}, $ref: ${quoted(`./${text}.yaml`)} } }
  /notes:
    post:
      security: []
      operationId: addNote
      tags: [${t}]
      responses: { "200": { description: ${t}, content: { application/json: { schema: { $ref: ${quoted(`#/components/schemas/${text}`)} } } } } }
webhooks:
  ${t}:
    post: { responses: { "204": { description: ${t} } } }
components:
  securitySchemes:
    login: { type: http, scheme: bearer, description: ${t} }
    ${t}: { type: apiKey, in: query, name: ${t} }
  schemas:
    Order:
      title: ${t}
      type: object
      properties: { password: { type: string, description: ${t} }, ${t}: { type: string } }
security: [{ login: [] }]
`;
}

/** A model with the text in its titles and reasons, and where ids and places stand. */
export function hostileModel(text: string): string {
  const t = quoted(text);
  return `stridewise: 1
title: ${t}
owner: ${t}
apis:
  shop: { title: ${t}, spec: ./openapi.yaml }
zones: { web: { title: ${t}, trust: untrusted } }
actors: { reader: { title: ${t}, zone: web, calls: shop } }
components: { db: { kind: datastore, title: ${t}, provider: ${t}, zone: web, holds: cards } }
data: { cards: { title: ${t}, class: payment, fields: ${t} } }
goals: { privacy: { title: ${t}, protects: cards, regulation: ${t} } }
threats:
  guess: { title: ${t}, affects: POST /notes, stride: tampering, by: reader, attack: ${t}, notes: ${t}, dread: 5/5/5/5/5 }
  bare: { title: ${t}, affects: POST /notes, stride: denial, dread: 9/9/9/9/9 }
  shaped: { title: ${t}, affects: ${t}, stride: ${t}, cwe: 306 }
  linked: { title: ${t}, affects: POST /notes, rule: missing-authentication }
mitigations:
  done: { title: ${t}, covers: guess, control: ${t}, status: implemented, evidence: ${t}, owner: ${t}, notes: ${t} }
  later: { title: ${t}, covers: broken-object-level-authorization on shop, strategy: accept, reason: ${t}, until: 2030-01-01 }
  ${t}: { title: ${t}, covers: ${t} }
notApplicable:
  missing-authentication on POST /notes: ${t}
  ${t}: ${t}
rules: { missing-rate-limit: { level: low, reason: ${t} }, ${t}: off }
`;
}
