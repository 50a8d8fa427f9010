import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const found = (answer: string, path = '/login', body = '') =>
  findings(`openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  ${path}:
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { user: { type: string }, password: { type: string }, ${body} } }
      responses: { "200": { description: Fine, content: { application/json: { schema: { type: object, properties: { ${answer} } } } } } }
`)
    .filter(({ rule }) => rule === 'eternal-session')
    .map(({ evidence }) => evidence.message.split(' for ').at(-1));

const TOKEN = 'access_token: { type: string }';
const SEATS = 'seats: { type: integer }, plan: { type: string }';
const whole = (more: string) => `{ type: integer, ${more} }`;

group('eternal-session', () => {
  it.each([
    [`expires_in: ${whole('example: 31536000')}`, '365 days'],
    [`expiresIn: ${whole('default: 5184000')}`, '60 days'],
    [`validDays: ${whole('minimum: 3650')}`, '10 years'],
    [`ttl_hours: ${whole('const: 8760')}`, '365 days'],
    [`maxAge: ${whole('examples: [10000000]')}`, '116 days'],
    ['expires: { type: string, enum: [never] }', 'ever'],
  ])('%s lives for %s', (lifetime, words) => {
    expect(found(`${TOKEN}, ${lifetime}`)).toEqual([words]);
  });

  it.each([
    '',
    `expires_in: ${whole('example: 3600')}`,
    `expires_in_ms: ${whole('example: 86400000')}`,
    `expires_at: ${whole('example: 1893456000')}`,
    `refresh_expires_in: ${whole('example: 7776000')}`,
    'valid: { type: boolean, default: true }',
    `age: ${whole('example: 99999999')}`,
  ])('%s is left alone', (lifetime) => {
    expect(found(`${TOKEN}, ${lifetime}`)).toEqual([]);
  });

  it('reads what the caller asks for, too', () => {
    expect(found(TOKEN, '/tokens', `expiresInDays: ${whole('default: 365')}`)).toEqual(['365 days']);
    expect(found(TOKEN, '/tokens', `ttl: ${whole('maximum: 31536000')}`)).toEqual(['365 days']);
    expect(found(`${TOKEN}, ttl: ${whole('maximum: 31536000')}`)).toEqual([]);
  });

  it('is asked only of what hands out tokens', () => {
    expect(found(`${TOKEN}, validDays: ${whole('minimum: 3650')}`, '/licences', SEATS)).toEqual([]);
    expect(found(`name: { type: string }, validDays: ${whole('minimum: 3650')}`, '/sessions')).toEqual([]);
  });
});
