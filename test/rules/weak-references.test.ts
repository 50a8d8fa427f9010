import { describe, expect, it } from 'vitest';
import { findings } from './findings';

const BOLA = 'broken-object-level-authorization';
const OK = '"200": { description: Fine }';

interface Given {
  readonly servers?: string;
  readonly scopes?: string;
  readonly asked?: string;
  readonly schemas?: string;
}

/** A description with a login by OAuth, from paths whose operations are `method: rest` lines. */
function spec(paths: Readonly<Record<string, string>>, given: Given = {}): string {
  const { servers = '[]', scopes = '{ boats.read: R, boats.manage: M, crew: C }', asked = 'boats.read' } = given;
  const items = Object.entries(paths).map(([path, operations]) => {
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map((one) => one[1] ?? '');
    const list = names.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`);
    return `  ${path}:\n    parameters: [${list.join(', ')}]\n    ${operations}\n`;
  });
  return `openapi: 3.0.3
info: { title: T, version: "1" }
servers: ${servers}
security: [{ login: [${asked}] }]
paths:
${items.join('')}components:
  schemas: { ${given.schemas ?? ''} }
  securitySchemes:
    login:
      type: oauth2
      flows: { clientCredentials: { tokenUrl: https://login.example/token, scopes: ${scopes} } }
`;
}

const GET = `get: { responses: { ${OK} } }`;
const evidence = (text: string) => findings(text).filter(({ rule }) => rule === BOLA);
const certainties = (text: string) => evidence(text).map((one) => one.evidence.certainty);
const answering = (...names: readonly string[]) => {
  const one = names.map((name) => `{ $ref: "#/components/schemas/${name}" }`);
  const schema = one.length === 1 ? one[0] : `{ oneOf: [${one.join(', ')}] }`;
  return `get: { responses: { "200": { description: Fine, content: { application/json: { schema: ${schema} } } } } }`;
};
const schemas = (...names: readonly string[]) =>
  names.map((name) => `${name}: { type: object, properties: { size: { type: integer } } }`).join(', ');

describe('objects of the organisation in the host', () => {
  const own = '[{ url: "https://{orgDomain}/api", variables: { orgDomain: { default: harbour.example.com } } }]';
  const of = (path: string, servers = own, asked = 'boats.read') =>
    certainties(spec({ [path]: GET }, { servers, asked }));

  it.each(['boats.read', 'boats.manage'])('are a question of roles, where %s is asked for', (asked) => {
    expect(of('/boats/{boatId}', own, asked)).toEqual(['silent']);
  });

  it.each([
    '[{ url: "https://{tenant}.example.com" }]',
    '[{ url: "{scheme}://{yourAccount}.example.com", variables: { yourAccount: { default: acme } } }]',
  ])('are told by %s', (servers) => {
    expect(of('/boats/{boatId}', servers)).toEqual(['silent']);
  });

  it.each([
    ['another host that is shared', `[{ url: "https://{tenant}.example.com" }, { url: "https://api.example.com" }]`],
    [
      'a host from a list',
      '[{ url: "https://{domain}", variables: { domain: { default: a.example, enum: [a.example] } } }]',
    ],
    [
      'a name that all share',
      '[{ url: "https://{subdomain}.example.com", variables: { subdomain: { default: api } } }]',
    ],
    ['a region', '[{ url: "https://{region}.example.com", variables: { region: { default: north } } }]'],
    ['no host', '[]'],
  ])('are no such thing with %s', (_, servers) => {
    expect(of('/boats/{boatId}', servers)).toEqual(['shown']);
  });

  it('may be anybody’s where no scope is one of those who manage', () => {
    expect(of('/boats/{boatId}', own, 'crew')).toEqual(['shown']);
  });

  it.each(['/members/{memberId}', '/members/{memberId}/boats/{boatId}', '/invoices/{invoiceId}'])(
    'are no people nor what belongs to them: %s',
    (path) => {
      expect(of(path)).toEqual(['shown']);
    },
  );

  it.each(['/meta/user/{schemaId}', '/mail-accounts-servers/{id}', '/boats/{boatId}/members'])(
    'are %s, too',
    (path) => {
      expect(of(path)).toEqual(['silent']);
    },
  );

  it('are less likely reached than others, and told as another cause', () => {
    const [weak] = evidence(spec({ '/boats/{boatId}': GET }, { servers: own }));
    const [strong] = evidence(spec({ '/boats/{boatId}': GET }));
    expect(weak?.evidence.cause).toBe('boats/{} roles');
    expect(weak?.evidence.message).toContain('a boat of the organisation that administrators share');
    expect(weak?.evidence.dread?.factors[2]).toBeLessThan(strong?.evidence.dread?.factors[2] ?? 0);
  });
});

describe('rights', () => {
  it.each([
    ['/roles/{roleId}', 'boats.read', 'silent'],
    ['/boats/{boatId}/roles/{roleId}/targets/{targetId}', 'boats.read', 'silent'],
    ['/members/{memberId}/roles', 'boats.read', 'silent'],
    ['/members/{memberId}/roles', 'crew', 'shown'],
    ['/roles/{roleId}', 'crew', 'shown'],
    ['/rolls/{rollId}', 'boats.read', 'shown'],
  ])('%s with %s is %s', (path, asked, certainty) => {
    expect(certainties(spec({ [path]: GET }, { asked }))).toEqual([certainty]);
  });
});

describe('what is meant for everyone', () => {
  const crew = { asked: 'crew' };
  const of = (paths: Readonly<Record<string, string>>, names: readonly string[] = []) =>
    certainties(spec(paths, { ...crew, schemas: schemas(...names) }));

  it('is what the path calls public', () => {
    expect(of({ '/boats/{boatId}/log/public': GET })).toEqual(['silent']);
    expect(of({ '/boats/{boatId}/log': GET })).toEqual(['shown']);
    expect(of({ '/boats/{boatId}/public_key': GET })).toEqual(['shown']);
    expect(of({ '/boats/{boatId}/log/public': GET.replace('get', 'put') })).toEqual(['shown']);
  });

  it('is a person in a public view, and what that person shows', () => {
    const names = ['PublicMember', 'PrivateMember', 'Trip'];
    const paths = {
      '/members/{id}': answering('PublicMember', 'PrivateMember'),
      '/members/{id}/trips': answering('Trip'),
    };
    expect(of(paths, names)).toEqual(['silent', 'silent']);
    expect(of({ ...paths, '/members/{id}': answering('PrivateMember') }, names)).toEqual(['shown', 'shown']);
  });

  it.each(['/members/{id}/invoices', '/members/{id}/settings', '/members/{id}/billing/usage'])('is not %s', (path) => {
    const paths = { '/members/{id}': answering('PublicMember'), [path]: GET };
    expect(of(paths, ['PublicMember'])).toEqual(['silent', 'shown']);
  });

  it('is no object that only a name of the programmers calls public', () => {
    expect(of({ '/boats/{boatId}': answering('PublicBoatResource') }, ['PublicBoatResource'])).toEqual(['shown']);
  });
});

describe('an answer without content', () => {
  const of = (method: string, responses: string) =>
    certainties(
      spec({ '/boats/{boatId}/crew/{memberId}': `${method}: { responses: { ${responses} } }` }, { asked: 'crew' }),
    );

  it('only tells yes or no', () => {
    expect(of('get', '"204": { description: Aboard }, "404": { description: Not aboard }')).toEqual(['silent']);
  });

  it.each([
    ['a change', 'delete', '"204": { description: Gone }'],
    ['an answer that nobody described', 'get', OK],
    ['one that may have content', 'get', `${OK}, "204": { description: Nothing }`],
  ])('is not %s', (_, method, responses) => {
    expect(of(method, responses)).toEqual(['shown']);
  });
});

describe('filters of lists', () => {
  const list = (parameter: string, property: string) =>
    certainties(
      spec(
        {
          '/members': `get:
      parameters: [${parameter}]
      responses: { "200": { description: Fine, content: { application/json: { schema: { type: array, items: { type: object, properties: { ${property}: { type: string } } } } } } } }`,
        },
        { asked: 'crew' },
      ),
    );
  const query = (name: string, required = false) =>
    `{ name: ${name}, in: query, required: ${required}, schema: { type: string } }`;

  it('find whom the list consists of', () => {
    expect(list(query('email'), 'email')).toEqual(['silent']);
  });

  it.each([
    ['what the list is of is no filter', query('memberId'), 'memberId'],
    ['without it there is no list', query('email', true), 'email'],
    ['the list is of something else', query('email'), 'size'],
  ])('%s', (_, parameter, property) => {
    expect(list(parameter, property)).toEqual(['shown']);
  });
});

describe('objects of one name below different parents', () => {
  const causes = (paths: Readonly<Record<string, string>>, ...names: readonly string[]) =>
    evidence(spec(paths, { asked: 'crew', schemas: schemas(...names) })).map((one) => one.evidence.cause);

  it('are told apart by what they are answered with', () => {
    const paths = {
      '/trips/{id}': answering('Trip'),
      '/trips/{id}/crew': GET,
      '/buses/{bus}/trips/{trip}': answering('BusTrip'),
      '/buses/{bus}/trips/{trip}/stops': GET,
      '/boats/{boat}/trips/{trip}': answering('Trip'),
    };
    const apart = ['trips/{}', 'trips/{}', 'buses/{}/trips/{}', 'buses/{}/trips/{}', 'trips/{}'];
    expect(causes(paths, 'Trip', 'BusTrip')).toEqual(apart);
  });

  it('stay together where nothing tells them apart', () => {
    expect(causes({ '/trips/{id}': GET, '/buses/{bus}/trips/{trip}': answering('BusTrip') }, 'BusTrip')).toEqual([
      'trips/{}',
      'trips/{}',
    ]);
  });

  it('are shown with what stands around them', () => {
    const paths = { '/trips/{id}': answering('Trip'), '/buses/{bus}/trips/{trip}': answering('BusTrip') };
    const [, bus] = evidence(spec(paths, { asked: 'crew', schemas: schemas('Trip', 'BusTrip') }));
    expect(bus?.evidence.causeMessage?.(2)).toContain('a trip (buses/{bus}/trips/{trip})');
  });
});
