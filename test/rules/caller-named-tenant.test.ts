import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const RULE = 'caller-named-tenant';
const BOLA = 'broken-object-level-authorization';

const rules = (path: string, where: string, name: string, security = '[{ login: [] }]') =>
  findings(`openapi: 3.0.3
info: { title: T, version: "1" }
security: ${security}
paths:
  ${path}:
    get:
      parameters: [{ name: ${name}, in: ${where}, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
`).map(({ rule }) => rule);

group(RULE, () => {
  it.each([
    ['header', 'X-Tenant-Id'],
    ['header', 'tenantId'],
    ['header', 'X-Org-Id'],
    ['header', 'X-Workspace-ID'],
    ['header', 'X-Mandant'],
    ['cookie', 'tenant'],
    ['query', 'tenant'],
  ])('a %s %s is one, and told once', (where, name) => {
    const said = rules('/orders', where, name);
    expect(said).toContain(RULE);
    expect(said).not.toContain(BOLA);
  });

  it.each([
    ['header', 'X-Request-Id'],
    ['header', 'X-Tenant-Plan'],
    ['query', 'company'],
    ['query', 'workspaceId'],
  ])('a %s %s is none', (where, name) => {
    expect(rules('/orders', where, name)).not.toContain(RULE);
  });

  it('a tenant id in the query is an object reference like any other', () => {
    const said = rules('/orders', 'query', 'tenantId');
    expect(said).toContain(BOLA);
    expect(said).not.toContain(RULE);
  });

  it('administrators are asked too, strangers and the caller alone are not', () => {
    expect(rules('/admin/orders', 'query', 'tenantId')).toContain(RULE);
    expect(rules('/orders', 'header', 'X-Tenant-Id', '[]')).not.toContain(RULE);
    expect(rules('/me/orders', 'header', 'X-Tenant-Id')).not.toContain(RULE);
  });
});
