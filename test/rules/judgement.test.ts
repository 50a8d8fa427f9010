import { describe, expect, it } from 'vitest';
import { findings, summary } from './findings';
import { guarded, HEAD, OK, parameter, ROOT, rulesOf } from './guarded';

describe('authentication', () => {
  const post = (security: string, root: string) =>
    `${HEAD}${root}paths:\n  /notes:\n    post:\n${security}      ${OK}\n`;

  it('security at the root counts', () => {
    expect(rulesOf(post('', ROOT))).not.toContain('missing-authentication');
  });

  it.each(['[]', '[{}]'])('security: %s is anonymous', (list) => {
    expect(rulesOf(post(`      security: ${list}\n`, ROOT))).toContain('missing-authentication');
  });

  it('an empty alternative makes it optional, and no more', () => {
    const rules = rulesOf(post('      security: [{ account: [] }, {}]\n', ROOT));
    expect(rules).toContain('optional-authentication');
    expect(rules).not.toContain('missing-authentication');
  });

  const taking = (...types: string[]) =>
    post(
      `      security: []\n      requestBody: { content: { ${types.map((type) => `'${type}': { schema: { type: string } }`).join(', ')} } }\n`,
      ROOT,
    );

  it.each(['application/jwt', 'application/note+JWT; charset=utf-8', 'application/jose', 'application/jose+json'])(
    'a body of %s says who sends it',
    (type) => {
      expect(rulesOf(taking(type))).not.toContain('missing-authentication');
    },
  );

  it.each(['application/json', 'text/jwt-like', 'application/jwtx'])('a body of %s does not', (type) => {
    expect(rulesOf(taking(type))).toContain('missing-authentication');
  });

  it.each([
    ['/<photo_link>', false],
    ['/{photoUrl}', false],
    ['/{photo}', true],
    ['/photos/{photoUrl}', true],
    ['/<a>/<photo_link>', true],
  ])('the address %s is open to everyone: %s', (path, open) => {
    const name = path.startsWith('/{photo') ? parameter('path', path.slice(2, -1)) : '';
    const text = `${HEAD}${ROOT}paths:\n  ${path}:\n    put:\n      security: []\n${name}      ${OK}\n`;
    expect(rulesOf(text).includes('missing-authentication')).toBe(open);
  });

  it('one signed media type of two does not either', () => {
    expect(rulesOf(taking('application/jwt', 'application/json'))).toContain('missing-authentication');
  });

  it('no security anywhere is one cause', () => {
    const text = `${HEAD}paths:\n  /notes:\n    post: { ${OK} }\n  /marks:\n    post: { ${OK} }\n`;
    const found = findings(text).filter((one) => one.rule === 'missing-authentication');
    expect(found.map((one) => one.evidence.cause)).toEqual(['root security', 'root security']);
  });

  it.each(['basic', 'Basic', 'BASIC'])('the scheme %s is HTTP Basic', (scheme) => {
    const text = `${HEAD}components: { securitySchemes: { old: { type: http, scheme: ${scheme} } } }\nsecurity: [{ old: [] }]\npaths:\n  /notes:\n    get: { ${OK} }\n`;
    expect(rulesOf(text)).toContain('weak-authentication-scheme');
  });
});

describe('prose', () => {
  const text = guarded('get', '/things');

  it('does not decide', () => {
    const loud = text.replace(
      'get:\n',
      'get:\n      summary: Deletes every user as admin\n      description: internal debug password sql\n',
    );
    expect(summary(loud)).toEqual(summary(text));
  });
});

describe('restraint', () => {
  it('a good operation raises nothing', () => {
    const page = '      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 100 } }]\n';
    expect(summary(guarded('get', '/things', page))).toEqual([]);
  });

  it('a schema property named like a keyword is only a property', () => {
    const body = `      requestBody: { content: { application/json: { schema: { type: object, properties: { parameters: { type: object }, responses: { type: object } } } } } }\n`;
    expect(summary(guarded('post', '/things', body))).toEqual([]);
  });

  it('a version of its own is no old version', () => {
    expect(summary(guarded('get', '/v1/things'))).toEqual([]);
  });
});

describe('names that only look like evidence', () => {
  const body = (properties: string) =>
    `      requestBody: { content: { application/json: { schema: { type: object, properties: { ${properties} } } } } }\n`;

  it.each([
    ['get', '/droplets/destroy_with_associated_resources', 'state-change-by-get'],
    ['get', '/updates', 'state-change-by-get'],
    ['get', '/reset-info', 'state-change-by-get'],
    ['get', '/accounts/created', 'state-change-by-get'],
    ['post', '/orders/search', 'missing-audit'],
  ])('%s %s is no %s', (method, path, rule) => {
    expect(rulesOf(guarded(method, path))).not.toContain(rule);
  });

  it.each([
    ['/chat/messages', 'role: { type: string }', 'mass-assignment'],
    ['/orgs/members', 'role: { type: string }', 'mass-assignment'],
    ['/advisories', 'credits: { type: array, items: { type: object } }', 'mass-assignment'],
    ['/products', 'price: { type: number }', 'mass-assignment'],
    ['/tasks', 'status: { type: string }', 'mass-assignment'],
    ['/profile', 'homepage: { type: string, format: uri }', 'server-side-request-forgery'],
    ['/checkouts', 'return_url: { type: string, format: uri }', 'server-side-request-forgery'],
    ['/things', 'profile: { type: string }', 'injection'],
  ])('POST %s with %s is no %s', (path, properties, rule) => {
    expect(rulesOf(guarded('post', path, body(properties)))).not.toContain(rule);
  });

  it.each([
    ['/users', 'role: { type: string }', 'mass-assignment'],
    ['/orders', 'price: { type: number }', 'mass-assignment'],
    ['/bookings', 'status: { type: string }', 'mass-assignment'],
    ['/profile', 'email_verified: { type: boolean }', 'mass-assignment'],
    ['/hooks', 'config: { type: object, properties: { url: { type: string } } }', 'server-side-request-forgery'],
    ['/pictures', 'imagelink: { type: string }', 'server-side-request-forgery'],
    ['/jobs', 'cmd: { type: string }', 'injection'],
    ['/documents', 'fileName: { type: string }', 'injection'],
  ])('POST %s with %s is %s', (path, properties, rule) => {
    expect(rulesOf(guarded('post', path, body(properties)))).toContain(rule);
  });

  it.each(['page_token', 'nextToken', 'continuation_token'])('%s in the query is no secret', (name) => {
    expect(rulesOf(guarded('get', '/things', parameter('query', name)))).not.toContain('sensitive-data-in-query');
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'https://api.example.com', '/v1'])(
    '%s is no cleartext',
    (url) => {
      expect(rulesOf(guarded('get', '/things', `servers: [{ url: "${url}" }]\n`))).not.toContain('cleartext-transport');
    },
  );
});

describe('what only administrators should do', () => {
  const BFLA = 'broken-function-level-authorization';

  it.each([
    ['get', '/admin/stats'],
    ['get', '/internal/jobs'],
    ['delete', '/users/{username}'],
    ['delete', '/products/{id}'],
    ['put', '/users/{username}/roles'],
    ['post', '/users/{username}/ban'],
  ])('%s %s', (method, path) => {
    const name = path.split('{')[1]?.split('}')[0];
    expect(rulesOf(guarded(method, path, name ? parameter('path', name) : ''))).toContain(BFLA);
  });

  it.each([
    ['get', '/administrations-of-drugs'],
    ['delete', '/orders/{orderId}'],
    ['delete', '/me'],
    ['get', '/products/{id}'],
    ['get', '/roles'],
    ['post', '/replicas/{replicaName}/promote'],
  ])('not %s %s', (method, path) => {
    const name = path.split('{')[1]?.split('}')[0];
    expect(rulesOf(guarded(method, path, name ? parameter('path', name) : ''))).not.toContain(BFLA);
  });
});

describe('a scope of those who manage', () => {
  const BFLA = 'broken-function-level-authorization';
  const people = (asked: string, declared: string) => {
    const flow = `{ tokenUrl: https://login.example/token, scopes: { ${declared} } }`;
    const scheme = `{ type: oauth2, flows: { clientCredentials: ${flow} } }`;
    const item = '{ type: object, properties: { email: { type: string } } }';
    const answer = `{ description: Fine, content: { application/json: { schema: { type: array, items: ${item} } } } }`;
    return `${HEAD}components: { securitySchemes: { login: ${scheme} } }
security: [{ login: [${asked}] }]
paths:\n  /users:\n    get: { responses: { "200": ${answer} } }\n`;
  };
  const certainties = (text: string) =>
    findings(text)
      .filter(({ rule }) => rule === BFLA)
      .map(({ evidence }) => evidence.certainty);

  it('leaves open who gets it, and shows no more', () => {
    const text = people('users.read', 'users.read: R, users.manage: M');
    expect(certainties(text)).toEqual(['silent']);
    expect(findings(text).find(({ rule }) => rule === BFLA)?.evidence.message).toContain('the scope users.read');
  });

  it.each([
    ['users.read', 'users.read: R'],
    ['users.read', 'users.read: R, boats.manage: M'],
    ['profile', 'profile: P, users.manage: M'],
  ])('%s of { %s } is none', (asked, declared) => {
    expect(certainties(people(asked, declared))).toEqual(['shown']);
  });
});

describe('signs of an interpreter', () => {
  const injected = (text: string) => findings(text).find(({ rule }) => rule === 'injection')?.evidence;
  const content = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
  const object = (...names: readonly string[]) =>
    `{ type: object, properties: { ${names.map((name) => `${name}: { type: string }`).join(', ')} } }`;
  const body = (schema: string) => `      requestBody: { ${content(schema)} }\n`;
  const factor = (text: string) => injected(text)?.dread?.factors[2] ?? 0;

  it.each([
    ['working_directory', 'silent'],
    ['workFolder', 'silent'],
    ['directory', 'shown'],
    ['exportFolder', 'shown'],
  ])('%s is a %s path', (name, expected) => {
    expect(injected(guarded('post', '/machines', body(object(name))))?.certainty).toBe(expected);
  });

  it('a file name that is answered again is a label, unless a file comes with it', () => {
    const answered = OK.replace('{ description: Fine }', `{ description: Fine, ${content(object('fileName'))} }`);
    const post = (rest: string) => guarded('post', '/notes', rest).replace(OK, answered);
    expect(injected(post(body(object('fileName'))))?.certainty).toBe('silent');
    expect(injected(post(body(object('fileName')).replace('application/json', 'multipart/form-data')))?.certainty).toBe(
      'shown',
    );
    expect(injected(guarded('post', '/notes', body(object('fileName'))))?.certainty).toBe('shown');
  });

  it('the path of a JSON Patch leads nowhere', () => {
    const list = (...names: readonly string[]) => body(`{ type: array, items: ${object(...names)} }`);
    expect(injected(guarded('patch', '/notes', list('op', 'path', 'value')))).toBeUndefined();
    expect(injected(guarded('patch', '/notes', list('path', 'value')))?.certainty).toBe('silent');
    const below = (schema: string) => guarded('post', '/notes', body(schema));
    const nested = below(`{ type: object, properties: { line: ${object('path')} } }`);
    expect(factor(nested)).toBeLessThan(factor(below(object('path'))));
  });

  it('a hint counts for less than a clear name, also where nothing else changes the weight', () => {
    const [hint, clear] = ['sortBy', 'sql'].map((name) =>
      guarded('post', '/boats/list', parameter('query', name)).replace('post:', 'post:\n      operationId: createBoat'),
    );
    expect(injected(hint ?? '')?.certainty).toBe('silent');
    expect(injected(clear ?? '')?.dread).toBeUndefined();
    expect(factor(hint ?? '')).toBe(5);
  });

  it('a name inside of another object tells less than one by which the first is found', () => {
    const first = guarded('get', '/boats/{name}', parameter('path', 'name'));
    const both =
      '      parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: name, in: path, required: true, schema: { type: string } }]\n';
    const inside = guarded('get', '/boats/{id}/sails/{name}', both);
    expect(injected(inside)?.certainty).toBe('silent');
    expect(factor(inside)).toBeLessThan(factor(first));
  });
});

describe('a better contract lowers the risk', () => {
  const risk = (text: string) =>
    findings(text).reduce((sum, one) => sum + (one.evidence.dread?.factors ?? [0]).reduce((a, b) => a + b, 0), 0);
  const path = '/orders/{orderId}';
  const open = guarded('get', path, parameter('path', 'orderId')).replace('security: [{ account: [] }]\n', '');
  const closed = guarded('get', path, parameter('path', 'orderId'));

  it('a login does', () => {
    expect(risk(closed)).toBeLessThan(risk(open));
  });

  it('an internal API is exposed to fewer', () => {
    const [outside] = findings(closed).map((one) => one.evidence.dread?.factors[4] ?? 10);
    const [inside] = findings(closed, 'internal').map((one) => one.evidence.dread?.factors[4] ?? 10);
    expect(inside).toBeLessThan(outside ?? 0);
  });
});

describe('reasons for the weight of a finding', () => {
  const reasonOf = (property: string) => {
    const body = `      requestBody: { content: { application/json: { schema: { type: object, properties: { ${property}: { type: string } } } } } }\n`;
    const text = `${HEAD}paths:\n  /things:\n    post:\n${body}      ${OK}\n`;
    return findings(text).find(({ rule }) => rule === 'missing-authentication')?.evidence.dread?.reason ?? '';
  };

  it.each([
    ['costPrice', 'it handles what a business keeps to itself'],
    ['email', 'it handles personal or financial data'],
    ['password', 'it handles secrets'],
  ])('%s: %s', (property, reason) => {
    expect(reasonOf(property)).toContain(reason);
  });
});

describe('secrets in answers', () => {
  const RULE = 'excessive-data-exposure';
  const NAMES = (list: string) =>
    list
      .split(' ')
      .map((name) => `${name}: { type: string }`)
      .join(', ');
  const answering = (method: string, path: string, status: string, returns: string, takes = 'title', id = '') => {
    const body = `content: { application/json: { schema: { type: object, properties: { ${NAMES(takes)} } } } }`;
    const answer = body.replace(NAMES(takes), NAMES(returns));
    const request = method === 'get' ? '' : `      requestBody: { ${body} }\n`;
    return `${HEAD}${ROOT}paths:\n  ${path}:\n    ${method}:\n${id && `      operationId: ${id}\n`}${request}      responses: { "${status}": { description: Fine, ${answer} } }\n`;
  };

  it.each([
    ['post', '/robots', '201', 'serial clientSecret', ''],
    ['post', '/robots/{robotId}/copies', '201', 'serial client_secret', ''],
    ['put', '/robots/start', '200', 'serial apiKey', 'rotateRobot'],
  ])('%s %s makes what it returns', (method, path, status, returns, id) => {
    expect(rulesOf(answering(method, path, status, returns, 'title', id))).not.toContain(RULE);
  });

  it.each([
    ['get', '/robots', '200', 'serial clientSecret', 'title'],
    ['post', '/robots/start', '200', 'serial clientSecret', 'title'],
    ['post', '/robots', '201', 'serial clientSecret', 'title clientSecret'],
    ['post', '/robots', '201', 'serial password', 'title'],
    ['post', '/robots', '201', 'serial socialSecurityNumber', 'title'],
  ])('%s %s (%s) may show %s to others', (method, path, status, returns, takes) => {
    expect(rulesOf(answering(method, path, status, returns, takes))).toContain(RULE);
  });
});
