import { describe, expect, it } from 'vitest';
import { findings } from './findings';
import { evidenceOf, guarded, HEAD, OK, parameter, ROOT, rulesOf } from './guarded';

describe('object references', () => {
  const BOLA = 'broken-object-level-authorization';

  it.each(['username', 'title', 'slug', 'accountNumber', 'uuid'])('a %s in the path is one', (name) => {
    expect(rulesOf(guarded('get', `/books/{${name}}`, parameter('path', name)))).toContain(BOLA);
  });

  it.each(['customerId', 'account_number', 'user_email'])('%s in the query is one', (name) => {
    expect(rulesOf(guarded('get', '/orders', parameter('query', name, false)))).toContain(BOLA);
  });

  it.each(['after_id', 'request_id', 'client_request_id', 'category_id', 'sort'])('%s in the query is none', (name) => {
    expect(rulesOf(guarded('get', '/orders', parameter('query', name, false)))).not.toContain(BOLA);
  });

  it.each(['/me', '/me/orders', '/users/self', '/orders', '/countries/{code}', '/files/{version}', '/orders.{format}'])(
    '%s has none',
    (path) => {
      const name = path.split('{')[1]?.split('}')[0];
      expect(rulesOf(guarded('get', path, name ? parameter('path', name) : ''))).not.toContain(BOLA);
    },
  );

  it.each(['/files/{proxy+}', '/api/{path=**}', '/{rest*}'])(
    '%s takes what the path goes on with, and none',
    (path) => {
      expect(rulesOf(guarded('get', path))).not.toContain(BOLA);
    },
  );

  it('what stands before the rest of a path is one', () => {
    expect(rulesOf(guarded('get', '/boxes/{boxId}/{proxy+}', parameter('path', 'boxId')))).toContain(BOLA);
  });

  it('operations on one object share a cause', () => {
    const text = `${HEAD}${ROOT}paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get: { ${OK} }
    patch: { ${OK} }
  /orders/{orderId}/lines:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get: { ${OK} }
`;
    const causes = findings(text)
      .filter((one) => one.rule === BOLA)
      .map((one) => one.evidence.cause);
    expect(causes).toEqual(['orders/{}', 'orders/{}', 'orders/{}']);
  });
});

describe('names inside an object', () => {
  it.each([
    ['/vaults/{vaultId}/snapshots/{snapshotName}', 'path.vaultId', 'vaults/{}'],
    ['/clubs/{club}/teams/{team_slug}', 'path.club', 'clubs/{}'],
    ['/clubs/{clubId}/teams/{team_slug}/shifts/{shiftName}', 'path.clubId', 'clubs/{}'],
    ['/vaults/{vaultId}/readers/{username}/notes', 'path.vaultId', 'vaults/{}'],
  ])('%s is about the object around the name', (path, part, cause) => {
    expect(evidenceOf(path)).toMatchObject({ part, cause });
  });

  it.each([
    ['/users/{username}', 'path.username'],
    ['/vaults/{vaultId}/snapshots/{snapshotId}', 'path.snapshotId'],
    ['/projects/{space}/{project_slug}', 'path.project_slug'],
    ['/products/{productId}/reviews/{title}', 'path.title'],
  ])('%s is about what stands last', (path, part) => {
    expect(evidenceOf(path)).toMatchObject({ part });
  });
});

describe('the caller’s own lists', () => {
  const BOLA = 'broken-object-level-authorization';
  const get = (path: string) => {
    const name = /\{(\w+)\}/.exec(path)?.[1] ?? '';
    return `  ${path}:\n    get:\n${name && parameter('path', name)}      ${OK}\n`;
  };
  const flagged = (...paths: string[]) =>
    findings(`${HEAD}${ROOT}paths:\n${paths.map(get).join('')}`)
      .filter(({ rule }) => rule === BOLA)
      .map(({ operation }) => operation.path);

  it('a name under the singular of a collection is one of the caller’s', () => {
    expect(flagged('/v1/member/friends/{nickname}', '/v1/members/{memberId}')).toEqual(['/v1/members/{memberId}']);
  });

  it.each([
    ['an id is still somebody’s', '/member/boats/{boatId}', '/members/{memberId}'],
    ['without a collection it may be anybody', '/member/friends/{nickname}', '/clubs/{clubId}'],
    ['the name may be the member', '/member/{nickname}', '/members/{memberId}'],
  ])('%s', (_, path, other) => {
    expect(flagged(path, other)).toContain(path);
  });
});

describe('causes of references', () => {
  it.each([
    ['/boats/{id}', '/boats/{boatId}/crew'],
    ['/boats/{boatId}', '/v2/boats/{boat}'],
    ['/boats/{boatId}', '/harbours/{harbourId}/boats/{boatId}'],
    ['/boats/{boatId}', '/api/v1/organization/boats/{boatId}'],
    ['/rental/boats/{boatId}', '/test-helpers/rental/boats/{id}/sink'],
    ['/rental/boats/{boatId}', '/rental/mocked/boats/{boatId}'],
  ])('%s and %s are about the same objects', (one, other) => {
    expect(evidenceOf(one)?.cause).toBe(evidenceOf(other)?.cause);
  });

  it.each([
    ['/rental/sessions/{id}', '/training/sessions/{id}'],
    ['/boats/{boatId}', '/crews/{crewId}'],
    ['/test-helpers/{id}', '/stubs/{id}'],
    ['/test-plans/steps/{id}', '/steps/{id}'],
    ['/links/north/accounts/{id}', '/links/south/accounts/{id}'],
  ])('%s and %s are about unlike objects', (one, other) => {
    expect(evidenceOf(one)?.cause).not.toBe(evidenceOf(other)?.cause);
  });

  it('people read the parameter by its name', () => {
    expect(evidenceOf('/rental/boats/{boatId}/crew')?.causeMessage?.(3)).toContain('(rental/boats/{boatId})');
  });
});
