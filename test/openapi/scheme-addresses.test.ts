import { describe, expect, it } from 'vitest';
import { Files, textAt, uriOf } from './files';

const asking = (requirement: string, version = '3.2.0') => `openapi: ${version}
security:
  - ${requirement}
paths:
  /a:
    get: { responses: {} }
  /b:
    get: { security: [{ 'schemes.yaml#/basic': [] }], responses: {} }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    schemes.json: { type: http, scheme: bearer }
`;
const schemes = `basic: { type: http, scheme: Basic }
login:
  type: oauth2
  flows: { implicit: { authorizationUrl: https://a.example, scopes: { read: Read } } }
linked: { $ref: '#/login' }
`;

function root(files: Files) {
  const { security, problems } = files.describe();
  const told = problems.map(({ message, at }) => `${textAt(at)}: ${message}`);
  return { found: security?.alternatives.flat().map(({ definition }) => definition?.type), told };
}

describe('a requirement of 3.2 names its scheme by', () => {
  it.each([
    ['key: []', ['apiKey']],
    ["'#/components/securitySchemes/key': []", ['apiKey']],
    ["'openapi.yaml#/components/securitySchemes/key': []", ['apiKey']],
    ["'schemes.yaml#/login': [read]", ['oauth2']],
    ["{ './schemes.yaml#/linked': [read], key: [] }", ['oauth2', 'apiKey']],
    ['schemes.json: []', ['http']],
  ])('%s', (requirement, types) => {
    const files = new Files({ 'openapi.yaml': asking(requirement), 'schemes.yaml': schemes });
    expect(root(files)).toEqual({ found: types, told: [] });
  });

  it.each([
    ["'schemes.yaml#/none': []", 'schemes.yaml#/none: There is no /none in schemes.yaml'],
    ["'#/components/securitySchemes/none': []", 'There is no /components/securitySchemes/none in this file'],
    ["'https://a.example/schemes.yaml#/a': []", 'is on the network, which is never read'],
    ["'gone.yaml#/a': []", 'gone.yaml#/a: No file that may be read here is at gone.yaml'],
  ])('%s, which leads nowhere and is told', (requirement, message) => {
    const { found, told } = root(new Files({ 'openapi.yaml': asking(requirement), 'schemes.yaml': schemes }));
    expect(found).toEqual(['unknown']);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
  });

  it('a file, which is loaded and followed when it changes', () => {
    const files = new Files({ 'openapi.yaml': asking('key: []') });
    const basic = () => files.describe().operations[1]?.security.alternatives[0]?.[0]?.definition;
    expect(files.missing()).toEqual([uriOf('schemes.yaml')]);
    expect(basic()?.type).toBe('unknown');
    files.set('schemes.yaml', schemes);
    expect([basic()?.scheme, textAt(basic()?.at), basic()?.at.uri]).toEqual(['basic', 'basic', uriOf('schemes.yaml')]);
    files.edit('schemes.yaml', 'Basic', 'Digest');
    expect(basic()?.scheme).toBe('digest');
    files.edit('schemes.yaml', 'basic:', 'other:');
    expect(basic()?.type).toBe('unknown');
    expect(root(files).told).toEqual(['schemes.yaml#/basic: There is no /basic in schemes.yaml']);
  });
});

it('a name that nothing declares stays undeclared, in every version', () => {
  for (const version of ['3.2.0', '3.1.0']) {
    const files = new Files({ 'openapi.yaml': asking('nobody: []', version), 'schemes.yaml': schemes });
    expect(root(files)).toEqual({ found: [undefined], told: [] });
  }
  const files = new Files({ 'openapi.yaml': asking("'schemes.yaml#/login': []", '3.1.0'), 'schemes.yaml': schemes });
  expect(root(files).found).toEqual([undefined]);
  files.edit('openapi.yaml', '3.1.0', '3.2.0');
  expect(root(files).found).toEqual(['oauth2']);
});
