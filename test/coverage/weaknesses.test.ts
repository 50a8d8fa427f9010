import { describe, expect, it } from 'vitest';
import { load } from '../support/check';

/** The weaknesses of what a rule finds in a description. */
function weaknesses(rule: string, parameters: string, schemes = '{ a: { type: http, scheme: bearer } }'): unknown {
  const { analysis } = load(`
//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
security: [{ a: [] }]
components: { securitySchemes: ${schemes} }
paths:
  /orders:
    get:
      parameters: [${parameters}]
      responses: { "200": { description: One } }
`);
  return analysis.apis[0]?.findings.filter((finding) => finding.rule === rule).map(({ cwe }) => cwe);
}

const text = (name: string) => `{ name: ${name}, in: query, schema: { type: string } }`;

describe('A finding names those of its rule’s weaknesses that it shows', () => {
  it.each([
    ['sql', [89, 943]],
    ['command', [77]],
    ['filepath', [22]],
    ['html', [79]],
    ['xpath', [943, 77]],
  ])('text as %s', (name, cwe) => {
    expect(weaknesses('injection', text(name))).toEqual([cwe]);
  });

  it.each([
    ['{ a: { type: apiKey, in: query, name: k } }', [598]],
    ['{ a: { type: http, scheme: basic } }', [1390]],
    ['{ a: { type: oauth2, flows: { clientCredentials: { tokenUrl: "http://a.example", scopes: {} } } } }', [319]],
  ])('the scheme %s', (schemes, cwe) => {
    expect(weaknesses('weak-authentication-scheme', '', schemes)).toEqual([cwe]);
  });

  it('a business flow by name', () => {
    const { analysis } = load(`
//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
paths: { /votes: { post: { responses: { "200": { description: One } } } } }
`);
    const found = analysis.apis[0]?.findings.filter(({ rule }) => rule === 'business-flow-abuse');
    expect(found?.map(({ cwe }) => cwe)).toEqual([[837, 799]]);
  });

  it('and all of them where it does not tell them apart', () => {
    expect(weaknesses('xml-external-entities', '')).toEqual([]);
    expect(weaknesses('server-side-request-forgery', text('imageUrl'))).toEqual([[918]]);
  });
});
