import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const spec = (method: string, path: string, inside: string) => `openapi: 3.1.0
info: { title: T, version: "1" }
security: [{ login: [] }]
paths:
  ${path}:
    ${method}:
      ${inside}
      responses: { "200": { description: Fine } }
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
`;
const query = (name: string, schema = '{ type: string }') =>
  `parameters: [{ name: ${name}, in: query, schema: ${schema} }]`;
const body = (properties: string) =>
  `requestBody: { content: { application/json: { schema: { type: object, properties: { ${properties} } } } } }`;
const found = (...parts: Parameters<typeof spec>) =>
  findings(spec(...parts)).map(({ rule, evidence }) => `${rule} ${evidence.certainty} ${evidence.part}`.trim());

group('free text by what reads it', () => {
  it.each([
    ['a query of a database', 'get', '/boats', query('sql'), 'injection shown query.sql'],
    ['a filter', 'get', '/boats', query('filter'), 'injection silent query.filter'],
    ['a path', 'get', '/boats', query('filepath'), 'injection shown query.filepath'],
    ['a command', 'post', '/boats', body('command: { type: string }'), 'injection shown body.command'],
    ['an expression', 'post', '/boats', body('expression: { type: string }'), 'injection shown body.expression'],
    ['a template', 'post', '/boats', body('template: { type: string }'), 'injection silent body.template'],
    ['markup', 'post', '/boats', body('html: { type: string }'), 'injection silent body.html'],
    ['an address', 'get', '/boats', query('imageUrl'), 'server-side-request-forgery shown query.imageUrl'],
    ['XML', 'post', '/boats', body('xml: { type: string }'), 'xml-external-entities silent'],
    ['a pattern', 'get', '/boats', query('nameRegex'), 'costly-pattern silent query.nameRegex'],
    [
      'a pattern by its format',
      'get',
      '/boats',
      query('q1', '{ type: string, format: regex }'),
      'costly-pattern silent query.q1',
    ],
  ])('%s', (_, method, path, inside, expected) => {
    expect(found(method, path, inside)).toContain(expected);
  });

  it.each([
    query('filter', '{ type: string, enum: [a, b] }'),
    query('nameRegex', '{ type: string, pattern: "^[a-z]+$" }'),
    query('pattern', '{ type: string, enum: [a, b] }'),
    query('pattern', '{ type: integer }'),
    query('patternName'),
  ])('%s is none', (inside) => {
    expect(found('get', '/boats', inside)).toEqual([]);
  });
});

group('hosts that the caller names', () => {
  const SSRF = 'server-side-request-forgery shown';

  it.each([
    ['get', '/ping', query('host'), 'query.host'],
    ['get', '/dns-lookup', query('hostname'), 'query.hostname'],
    ['post', '/imports', body('host: { type: string }, port: { type: integer }'), 'body.host'],
    [
      'post',
      '/imports',
      body('source: { type: object, properties: { host: { type: string }, port: { type: integer } } }'),
      'body.source.host',
    ],
  ])('%s %s', (method, path, inside, part) => {
    expect(found(method, path, inside)).toContain(`${SSRF} ${part}`);
  });

  it.each([
    ['get', '/metrics', query('host')],
    ['get', '/ping', query('host', '{ type: string, enum: [a, b] }')],
    ['get', '/ping', query('hostname', '{ type: string, pattern: "^[a-z]+[.]example$" }')],
    ['post', '/events', body('host: { type: string }, text: { type: string, maxLength: 9 }')],
    ['post', '/events', body('a: { type: object, properties: { host: { type: string } } }, port: { type: integer }')],
  ])('%s %s with %s is left alone', (method, path, inside) => {
    expect(found(method, path, inside).filter((one) => one.startsWith(SSRF))).toEqual([]);
  });
});

group('an owner among what a change takes', () => {
  const MASS = 'mass-assignment shown';
  const owner = (method: string, path: string, name = 'ownerId') =>
    found(method, path, body(`title: { type: string }, ${name}: { type: string }`)).filter((one) =>
      one.startsWith(MASS),
    );

  it.each(['ownerId', 'owner_id', 'owner', 'ownedBy'])('%s', (name) => {
    expect(owner('put', '/boats/{id}', name)).toEqual([`${MASS} body.${name}`]);
  });

  it.each([
    ['post', '/boats', 'ownerId'],
    ['put', '/boats/{id}/owner', 'ownerId'],
    ['patch', '/transfers/{id}', 'ownerId'],
    ['patch', '/boats/{id}', 'ownerName'],
  ])('%s %s with %s is another matter', (method, path, name) => {
    expect(owner(method, path, name)).toEqual([]);
  });
});

group('what the server alone should decide', () => {
  const said = (properties: string) =>
    findings(spec('patch', '/orders/{id}', body(properties)))
      .filter(({ rule }) => rule === 'mass-assignment')
      .map(({ evidence }) => [evidence.part, evidence.message.split('set ')[1]]);
  const price = 'price: { type: number }';
  const role = 'role: { type: string }';
  const status = 'status: { type: string }';

  it('is told together, at the first of them', () => {
    expect(said(price)).toEqual([['body.price', 'price']]);
    expect(said(`${price}, ${role}`)).toEqual([['body.price', 'price and role']]);
    expect(said(`${price}, ${role}, ${status}`)).toEqual([['body.price', 'price, role and status']]);
    const more = `${price}, ${role}, ${status}, isAdmin: { type: boolean }`;
    expect(said(more)).toEqual([['body.price', 'price, role and 2 more']]);
  });
});

group('administrative surfaces', () => {
  const BFLA = 'broken-function-level-authorization';
  const cause = (path: string, inside: string) =>
    findings(spec('post', path, inside)).find(({ rule }) => rule === BFLA)?.evidence.cause;

  it.each([
    ['/admin/boats', '', '/admin'],
    ['/v1/_internal/boats', '', '/v1/_internal'],
    ['/boats', 'tags: [Boat administration]', 'tag Boat administration'],
    ['/boats', 'x-internal: true', 'x-internal'],
    ['/boats', 'operationId: adminListBoats', 'operationId admin'],
    ['/boats', 'operationId: boats.admin_list', 'operationId admin'],
  ])('%s with { %s } is one', (path, inside, expected) => {
    expect(cause(path, inside)).toBe(expected);
  });

  it.each([
    ['/boats', 'x-internal: false'],
    ['/boats', 'operationId: listAdmins'],
    ['/boats', 'operationId: admin/boats'],
    ['/administrators-of-boats-x', 'tags: [Boats]'],
  ])('%s with { %s } is none', (path, inside) => {
    expect(cause(path, inside)).toBeUndefined();
  });
});
