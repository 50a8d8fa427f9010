import { expect, describe as group, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { traitsKey } from '../../server/src/core/rules';
import { openDocument } from '../../server/src/core/text';
import { findings } from './findings';

const spec = (...paths: readonly string[]) =>
  `openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths:\n${paths
    .map((path) => `  ${path}:\n    delete: { responses: { "204": { description: Gone } } }\n`)
    .join('')}`;

function key(text: string): string {
  const document = openDocument('file:///a.yaml', text);
  const description = read({ get: () => document }, 'file:///a.yaml');
  return description === null ? '' : traitsKey(description);
}

group('traits of an API', () => {
  it('stay when an operation without a say comes along', () => {
    expect(key(spec('/v1/a', '/b'))).toBe(key(spec('/v1/a', '/b', '/v1/c')));
  });

  it.each([['/v2/a'], ['/audit-log']])('change with %s', (path) => {
    expect(key(spec('/v1/a', '/b'))).not.toBe(key(spec('/v1/a', '/b', path)));
  });

  const answered = (first: string, second: string) => {
    const operation = (name: string) =>
      `get: { responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } } } }`;
    return `openapi: 3.0.3
info: { title: T, version: "1" }
components: { schemas: { Trip: { type: object }, BusTrip: { type: object }, PublicUser: { type: object } } }
paths:
  /trips/{id}: { ${operation('Trip')} }
  /buses/{bus}/trips/{id}: { ${operation(first)} }
  /users/{id}: { ${operation(second)} }
`;
  };

  it('change with the kinds of objects, and with views for everyone', () => {
    const base = key(answered('Trip', 'Trip'));
    expect(key(answered('BusTrip', 'Trip'))).not.toBe(base);
    expect(key(answered('Trip', 'PublicUser'))).not.toBe(base);
  });

  it('the newest of three versions makes two old ones', () => {
    const old = findings(spec('/v2/a', '/v1/a', '/v3/a')).filter((one) => one.rule === 'old-version-served');
    expect(old.map((one) => one.operation.path)).toEqual(['/v2/a', '/v1/a']);
  });
});
