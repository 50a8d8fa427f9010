import { expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { evidenceOn, RULES, reasonsFor } from '../../server/src/core/rules';
import { missingAuthentication } from '../../server/src/core/rules/spoofing/missing-authentication';
import { openDocument } from '../../server/src/core/text';

const TEXT = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    post: { responses: { "201": { description: Stored } } }
  /health:
    get: { security: [], responses: { "200": { description: Up } } }
  /login:
    post: { security: [], responses: { "200": { description: Welcome } } }
webhooks:
  noteAdded:
    post: { responses: { "200": { description: Seen } } }
`;

const URI = 'file:///openapi.yaml';

function everyOperation() {
  const document = openDocument(URI, TEXT);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  if (description === null) throw new Error('The text is no OpenAPI description.');
  return description.operations.map((operation) => ({
    operation,
    api: { description, exposure: 'internet' as const },
  }));
}

it('finds exactly where every condition holds', () => {
  for (const rule of RULES) {
    for (const { operation, api } of everyOperation()) {
      const all = reasonsFor(rule, operation, api).every(({ holds }) => holds);
      expect({ rule: rule.id, path: operation.path, fires: evidenceOn(rule, operation, api) !== null }).toEqual({
        rule: rule.id,
        path: operation.path,
        fires: all,
      });
    }
  }
});

it('says why a rule fires, and stops at the first reason against it', () => {
  const texts = everyOperation().map(({ operation, api }) =>
    reasonsFor(missingAuthentication, operation, api).map(({ holds, text }) => `${holds ? '+' : '-'} ${text}`),
  );
  expect(texts).toMatchInlineSnapshot(`
    [
      [
        "+ Callers reach it.",
        "+ No security requirement stands on it or at the root.",
        "+ No setting of a gateway asks for a login.",
        "+ It is not one of the operations that come before a login.",
        "+ Neither a signed body nor an address from an earlier answer says who calls.",
        "+ It changes something, or hands out what is not for everyone.",
      ],
      [
        "+ Callers reach it.",
        "+ Its security list lets everyone in.",
        "+ No setting of a gateway asks for a login.",
        "- By its name (health) it is for everyone.",
      ],
      [
        "+ Callers reach it.",
        "+ Its security list lets everyone in.",
        "+ No setting of a gateway asks for a login.",
        "- It comes before a login.",
      ],
      [
        "- It is a webhook: we call it, others serve it.",
      ],
    ]
  `);
});
