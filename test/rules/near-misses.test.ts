import { describe, expect, it } from 'vitest';
import { findings } from './findings';

type Json = Readonly<Record<string, unknown>>;

interface Given {
  /** `POST /logins`. */
  readonly on: string;
  /** `header.X-User`, `query.email!` (required): parameters besides those of the path. */
  readonly takes?: readonly string[];
  /** Properties of the body. */
  readonly body?: Json;
  readonly media?: string;
  /** Properties of the answer. */
  readonly answer?: Json;
  /** Whatever else stands on the operation. */
  readonly more?: Json;
  /** Whatever else stands at the root. */
  readonly root?: Json;
}

const TEXT = { type: 'string' };
const OPEN = { security: [] };

function parametersOf({ on, takes = [] }: Given): readonly Json[] {
  const inPath = [...on.matchAll(/\{([^}]+)\}/g)].map((one) => `path.${one[1]}!`);
  return [...inPath, ...takes].map((one) => {
    const [where, name = ''] = one.split('.');
    return { in: where, name: name.replace('!', ''), required: name.endsWith('!'), schema: TEXT };
  });
}

const content = (media: string, properties: Json) => ({
  content: { [media]: { schema: { type: 'object', properties } } },
});

/** The rules that fire on one operation behind a login. */
function rules(given: Given): readonly string[] {
  const [method = '', path = ''] = given.on.split(' ');
  const { body, media = 'application/json', answer, more, root } = given;
  const operation = {
    parameters: parametersOf(given),
    ...(body && { requestBody: content(media, body) }),
    responses: { 200: { description: 'Fine', ...(answer && content('application/json', answer)) } },
    ...more,
  };
  const spec = {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    security: [{ login: [] }],
    components: { securitySchemes: { login: { type: 'http', scheme: 'bearer' } } },
    ...root,
    paths: { [path]: { [method.toLowerCase()]: operation } },
  };
  return findings(JSON.stringify(spec)).map(({ rule }) => rule);
}

const oauth = (asked: string) => ({
  security: [{ login: [asked] }],
  components: {
    securitySchemes: {
      login: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { [asked]: 'It' } } },
      },
    },
  },
});
const cookie = { components: { securitySchemes: { login: { type: 'apiKey', in: 'cookie', name: 'sid' } } } };
const servers = (...urls: readonly string[]) => ({ servers: urls.map((url) => ({ url })) });
const errors = (name: string) => ({
  responses: {
    200: { description: 'Fine' },
    500: { description: 'Broken', ...content('application/json', { [name]: TEXT }) },
  },
});
const list = (bound: Json) => ({ boats: { type: 'array', items: TEXT, ...bound } });

/** A rule, what it is to find, and what stands close to that and is none. */
const CASES: Readonly<Record<string, { readonly found: readonly Given[]; readonly missed: readonly Given[] }>> = {
  'caller-named-identity': {
    found: [
      { on: 'GET /boats', takes: ['header.X-User-Id'] },
      { on: 'GET /boats', takes: ['cookie.isAdmin'] },
    ],
    missed: [
      { on: 'GET /boats', takes: ['header.User-Agent'] },
      { on: 'GET /boats', takes: ['query.user'] },
    ],
  },
  'login-without-limit': {
    found: [
      { on: 'POST /login', body: { email: TEXT, password: TEXT }, more: OPEN },
      { on: 'POST /forgot-password', body: { email: TEXT }, more: OPEN },
    ],
    missed: [
      {
        on: 'POST /login',
        body: { email: TEXT, password: TEXT },
        more: { ...OPEN, responses: { 429: { description: 'Wait' } } },
      },
      { on: 'POST /logbooks', body: { title: TEXT, text: TEXT }, more: OPEN },
    ],
  },
  'open-redirect': {
    found: [
      { on: 'GET /out', takes: ['query.returnUrl'] },
      { on: 'GET /out', takes: ['query.to'], more: { responses: { 302: { description: 'There' } } } },
    ],
    missed: [
      { on: 'GET /out', takes: ['query.to'] },
      { on: 'GET /authorize', takes: ['query.redirect_uri', 'query.client_id'] },
      { on: 'POST /out', takes: ['query.returnUrl'] },
    ],
  },
  'unverified-credential-change': {
    found: [
      { on: 'PUT /me/password', body: { password: TEXT } },
      { on: 'PUT /me/email', body: { email: TEXT } },
    ],
    missed: [
      { on: 'PUT /me/password', body: { password: TEXT, oldPassword: TEXT } },
      { on: 'PUT /me/email', body: { email: TEXT, verificationCode: TEXT } },
      { on: 'DELETE /me/email' },
    ],
  },
  'cross-site-request': {
    found: [{ on: 'POST /boats', root: cookie }],
    missed: [
      { on: 'GET /boats', root: cookie },
      { on: 'POST /boats', root: cookie, takes: ['header.X-CSRF-Token'] },
      { on: 'POST /boats' },
    ],
  },
  'deniable-transaction': {
    found: [{ on: 'POST /transfers', body: { amount: TEXT }, answer: { ok: TEXT } }],
    missed: [
      { on: 'POST /transfers', body: { amount: TEXT }, answer: { reference: TEXT } },
      { on: 'POST /transfers', body: { amount: TEXT }, takes: ['header.Idempotency-Key'] },
      { on: 'POST /notes', body: { text: TEXT }, answer: { ok: TEXT } },
    ],
  },
  'erasable-audit-trail': {
    found: [{ on: 'DELETE /audit-logs/{id}' }, { on: 'PATCH /v1/audit/events/{id}' }],
    missed: [{ on: 'GET /audit-logs/{id}' }, { on: 'POST /audit-logs' }, { on: 'DELETE /audits/{id}/notes/{noteId}' }],
  },
  'forgeable-author': {
    found: [
      { on: 'POST /reports', body: { createdBy: TEXT } },
      { on: 'PATCH /trips/{id}', body: { approved_by_id: TEXT } },
    ],
    missed: [
      { on: 'POST /reports', body: { createdBy: { type: 'boolean' } } },
      { on: 'POST /reports', body: { created_by: { ...TEXT, readOnly: true } } },
      { on: 'POST /reports', body: { sortedBy: TEXT } },
    ],
  },
  'bulk-export': {
    found: [{ on: 'GET /customers/export' }, { on: 'GET /backup', answer: { email: TEXT } }],
    missed: [
      { on: 'GET /me/export', answer: { email: TEXT } },
      { on: 'GET /boats/export', answer: { length: TEXT } },
      { on: 'GET /customers/{id}/export' },
      { on: 'GET /customers/export', root: oauth('customers:admin') },
    ],
  },
  'debug-operation': {
    found: [{ on: 'GET /debug/vars' }, { on: 'TRACE /boats' }],
    missed: [{ on: 'GET /bugs' }, { on: 'GET /traces' }],
  },
  'internal-server-listed': {
    found: [{ on: 'GET /boats', root: servers('https://api.example.com', 'https://boats.corp') }],
    missed: [
      { on: 'GET /boats', root: servers('https://boats.corp') },
      { on: 'GET /boats', root: servers('https://api.example.com', 'http://localhost:8080') },
    ],
  },
  'test-server-listed': {
    found: [{ on: 'GET /boats', root: servers('https://api.example.com', 'https://staging.example.com') }],
    missed: [
      { on: 'GET /boats', root: servers('https://staging.example.com') },
      { on: 'GET /boats', root: servers('https://api.example.com', 'https://contest.example.com') },
    ],
  },
  'user-enumeration': {
    found: [
      { on: 'GET /users/exists', takes: ['query.email'], more: OPEN },
      {
        on: 'POST /login',
        body: { email: TEXT, password: TEXT },
        more: { ...OPEN, responses: { 404: { description: 'Nobody' } } },
      },
    ],
    missed: [
      { on: 'GET /users/exists', takes: ['query.email'] },
      { on: 'GET /berths/available', more: OPEN },
      {
        on: 'POST /login',
        body: { email: TEXT, password: TEXT },
        more: { ...OPEN, responses: { 401: { description: 'No' } } },
      },
    ],
  },
  'verbose-errors': {
    found: [
      { on: 'GET /boats', more: errors('stackTrace') },
      { on: 'GET /boats', more: errors('sql_state') },
    ],
    missed: [
      { on: 'GET /boats', more: errors('traceId') },
      { on: 'GET /boats', answer: { stackTrace: TEXT } },
    ],
  },
  'xml-external-entities': {
    found: [
      { on: 'POST /boats', body: { name: TEXT }, media: 'application/xml' },
      { on: 'POST /boats', body: { name: TEXT }, media: 'application/soap+xml' },
      { on: 'POST /boats', body: { charterXml: TEXT } },
    ],
    missed: [
      { on: 'POST /boats', body: { xmlVersion: TEXT } },
      { on: 'POST /boats', body: { name: TEXT } },
    ],
  },
  'compressed-upload': {
    found: [
      { on: 'POST /charts', body: {}, media: 'application/zip' },
      { on: 'POST /charts', body: {}, media: 'application/x-tar' },
    ],
    missed: [{ on: 'POST /charts', body: {}, media: 'application/pdf' }, { on: 'GET /charts.zip' }],
  },
  'unbounded-batch': {
    found: [{ on: 'POST /boats/batch', body: list({}) }],
    missed: [
      { on: 'POST /boats/batch', body: list({ maxItems: 50 }) },
      { on: 'POST /fleets', body: { name: TEXT, ...list({}) } },
    ],
  },
  impersonation: {
    found: [
      { on: 'GET /boats', takes: ['header.X-Impersonate-User'] },
      { on: 'GET /boats', takes: ['query.sudo'] },
    ],
    missed: [
      { on: 'GET /boats', takes: ['header.X-Impersonate-User'], root: oauth('boats:admin') },
      { on: 'GET /boats', takes: ['query.on_behalf'] },
    ],
  },
  'method-override': {
    found: [{ on: 'POST /boats', takes: ['header.X-HTTP-Method-Override'] }],
    missed: [
      { on: 'POST /boats', takes: ['query.payment_method'] },
      { on: 'POST /boats', takes: ['query.override'] },
    ],
  },
  'write-with-read-scope': {
    found: [{ on: 'DELETE /boats/{id}', root: oauth('boats:read') }],
    missed: [
      { on: 'GET /boats/{id}', root: oauth('boats:read') },
      { on: 'DELETE /boats/{id}', root: oauth('boats:readwrite') },
      { on: 'DELETE /boats/{id}' },
    ],
  },
};

describe.each(Object.entries(CASES))('%s', (rule, { found, missed }) => {
  it.each(found)('finds $on $takes', (given) => {
    expect(rules(given)).toContain(rule);
  });

  it.each(missed)('leaves $on $takes alone', (given) => {
    expect(rules(given)).not.toContain(rule);
  });
});
