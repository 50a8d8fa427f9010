import { describe, expect, it } from 'vitest';
import { applied, holdAll, specFixesIn, URI } from './support/mend';
import {
  answerOf,
  bodyOf,
  login,
  operation,
  parameter,
  ref,
  section,
  spec,
  type Tree,
  type Version,
} from './support/specs';

const api = (version: Version, paths: Tree, schemas?: Tree): Tree =>
  spec(version, {
    schemes: { account: login(version) },
    security: [{ account: [] }],
    paths,
    ...(schemas && { schemas }),
  });
const object = (properties: Tree, rest: Tree = {}) => ({ type: 'object', properties, ...rest });
const NEW = ['3.0.3', '3.1.0', '3.2.0'] as const;

holdAll([
  {
    name: 'a right in the body',
    rule: 'mass-assignment',
    spec: (v) =>
      api(v, {
        '/me': {
          put: operation(v, {
            takes: object({
              nick: { type: 'string', maxLength: 9 },
              isAdmin: { type: 'boolean' },
              role: { enum: ['a'], type: 'string' },
            }),
          }),
        },
      }),
    mended: (tree, v) => {
      const { isAdmin, role } = bodyOf(v, tree.paths['/me'].put).properties;
      isAdmin.readOnly = true;
      role.readOnly = true;
    },
  },
  {
    name: 'a right in a schema that requests share',
    rule: 'mass-assignment',
    spec: (v) => {
      const put = () => operation(v, { takes: ref(v, 'schemas', 'Me') });
      return api(
        v,
        { '/me': { put: put() }, '/profile': { put: put() } },
        { Me: object({ isAdmin: { type: 'boolean' } }) },
      );
    },
    mended: (tree, v) => {
      section(v, tree, 'schemas').Me.properties.isAdmin.readOnly = true;
    },
  },
  {
    name: 'who did it',
    rule: 'forgeable-author',
    spec: (v) =>
      api(v, {
        '/notes': { post: operation(v, { takes: object({ createdBy: { type: 'string', format: 'uuid' } }) }) },
      }),
    mended: (tree, v) => {
      bodyOf(v, tree.paths['/notes'].post).properties.createdBy.readOnly = true;
    },
  },
  {
    name: 'a password in the answer',
    rule: 'excessive-data-exposure',
    spec: (v) =>
      api(v, {
        '/people/{id}': {
          get: operation(v, { gives: object({ name: { type: 'string' }, password: { type: 'string' } }) }),
        },
      }),
    mended: (tree, v) => {
      answerOf(v, tree.paths['/people/{id}'].get).properties.password.writeOnly = true;
    },
    versions: NEW,
  },
  {
    name: 'all secrets of an answer',
    rule: 'excessive-data-exposure',
    spec: (v) =>
      api(v, {
        '/people/{id}': {
          get: operation(v, {
            gives: object({ password: { type: 'string' }, name: { type: 'string' }, apiKey: { type: 'string' } }),
          }),
        },
      }),
    mended: (tree, v) => {
      const { password, apiKey } = answerOf(v, tree.paths['/people/{id}'].get).properties;
      password.writeOnly = true;
      apiKey.writeOnly = true;
    },
    versions: NEW,
  },
  {
    name: 'an answer with whatever there is',
    rule: 'excessive-data-exposure',
    spec: (v) =>
      api(v, {
        '/people/{id}': {
          get: operation(v, { gives: object({ email: { type: 'string' } }, { additionalProperties: true }) }),
        },
      }),
    mended: (tree, v) => {
      answerOf(v, tree.paths['/people/{id}'].get).additionalProperties = false;
    },
  },
  {
    name: 'a body that takes any property',
    rule: 'unlisted-properties',
    spec: (v) =>
      api(v, {
        '/me': {
          patch: operation(v, {
            takes: object({ nick: { type: 'string', maxLength: 9 } }, { additionalProperties: {} }),
          }),
        },
      }),
    mended: (tree, v) => {
      bodyOf(v, tree.paths['/me'].patch).additionalProperties = false;
    },
  },
  {
    name: 'the insides of the server',
    rule: 'verbose-errors',
    spec: (v) => {
      const error = object(
        { code: { type: 'string' }, stackTrace: { type: 'string' } },
        { required: ['code', 'stackTrace'] },
      );
      const answer =
        v === '2.0'
          ? { schema: ref(v, 'schemas', 'Error') }
          : { content: { 'application/json': { schema: ref(v, 'schemas', 'Error') } } };
      return api(
        v,
        { '/notes': { get: operation(v, { responses: { '500': { description: 'Broken', ...answer } } }) } },
        { Error: error },
      );
    },
    mended: (tree, v) => {
      const { Error: error } = section(v, tree, 'schemas');
      delete error.properties.stackTrace;
      error.required = ['code'];
    },
  },
  {
    name: 'a password in the query',
    rule: 'sensitive-data-in-query',
    spec: (v) =>
      api(v, {
        '/notes': { get: operation(v, { parameters: [parameter(v, 'query', 'password', { type: 'string' })] }) },
      }),
    mended: (tree) => {
      tree.paths['/notes'].get.parameters[0].in = 'header';
    },
  },
  {
    name: 'a password in the query of all below a path',
    rule: 'sensitive-data-in-query',
    spec: (v) => {
      const tree = api(v, { '/notes': { get: operation(v), delete: operation(v) } });
      tree.paths['/notes'].parameters = [ref(v, 'parameters', 'Password')];
      section(v, tree, 'parameters').Password = parameter(v, 'query', 'password', { type: 'string' });
      return tree;
    },
    mended: (tree, v) => {
      section(v, tree, 'parameters').Password.in = 'header';
    },
  },
  {
    name: 'the method in a header',
    rule: 'method-override',
    spec: (v) =>
      api(v, {
        '/notes': {
          get: operation(v, {
            parameters: [
              parameter(v, 'query', 'size', { type: 'integer', maximum: 9 }),
              parameter(v, 'header', 'X-HTTP-Method-Override', { type: 'string', enum: ['PUT'] }),
            ],
          }),
        },
      }),
    mended: (tree) => {
      tree.paths['/notes'].get.parameters.pop();
    },
  },
  {
    name: 'who calls, in a header',
    rule: 'caller-named-identity',
    spec: (v) =>
      api(v, {
        '/balance': {
          get: operation(v, { parameters: [parameter(v, 'header', 'X-User-Id', { type: 'string', format: 'uuid' })] }),
        },
      }),
    mended: (tree) => {
      delete tree.paths['/balance'].get.parameters;
    },
  },
  {
    name: 'the tenant in a header',
    rule: 'caller-named-tenant',
    spec: (v) => {
      const tree = api(v, { '/bills': { get: operation(v) } });
      tree.paths['/bills'].parameters = [
        parameter(v, 'header', 'X-Tenant-Id', { type: 'string', format: 'uuid' }),
        parameter(v, 'header', 'X-Trace', { type: 'string', format: 'uuid' }),
      ];
      return tree;
    },
    mended: (tree) => {
      tree.paths['/bills'].parameters.shift();
    },
  },
  {
    name: 'a cookie alone',
    rule: 'cross-site-request',
    spec: (v) => {
      const tree = api(v, { '/notes': { post: operation(v) } });
      section(v, tree, 'securitySchemes').account = { type: 'apiKey', in: 'cookie', name: 'sid' };
      return tree;
    },
    mended: (tree, v) => {
      tree.paths['/notes'].post.parameters = [ref(v, 'parameters', 'RequestedWith')];
      section(v, tree, 'parameters').RequestedWith = {
        ...parameter(v, 'header', 'X-Requested-With', { type: 'string' }),
        required: true,
        description: 'Forms of other sites cannot set it, and their scripts have to ask first',
      };
    },
    versions: NEW,
  },
  {
    name: 'a transaction without a name',
    rule: 'deniable-transaction',
    spec: (v) =>
      api(v, {
        '/transfer': {
          post: operation(v, {
            parameters: [parameter(v, 'query', 'size', { type: 'integer', maximum: 9 })],
            responses: { '429': { description: 'Wait' } },
          }),
        },
      }),
    mended: (tree, v) => {
      tree.paths['/transfer'].post.parameters.push(ref(v, 'parameters', 'IdempotencyKey'));
      section(v, tree, 'parameters').IdempotencyKey = {
        ...parameter(v, 'header', 'Idempotency-Key', { type: 'string' }),
        required: true,
        description: 'A key that the caller makes, equal for repetitions of one request',
      };
    },
  },
  {
    name: 'a message without a signature',
    rule: 'unsigned-message',
    spec: (v) =>
      spec(v, {
        paths: {
          '/hooks/webhook': { post: operation(v, { takes: object({ id: { type: 'string', format: 'uuid' } }) }) },
        },
      }),
    mended: (tree, v) => {
      const { post } = tree.paths['/hooks/webhook'];
      post.parameters = [...(post.parameters ?? []), ref(v, 'parameters', 'Signature')];
      section(v, tree, 'parameters').Signature = {
        ...parameter(v, 'header', 'X-Signature', { type: 'string' }),
        required: true,
        description: 'A signature over the body by a secret that both sides share',
      };
    },
    fields: 1,
  },
]);

describe('a mark beside a reference', () => {
  const text = (version: string) =>
    `openapi: ${version}\ninfo: { title: A, version: "1" }\npaths:\n  /me:\n    put:\n      security: [{ a: [] }]\n      requestBody: { content: { application/json: { schema: { type: object, properties: { role: { $ref: "#/components/schemas/Role" } } } } } }\n      responses: {}\ncomponents:\n  schemas:\n    Role: { type: string, enum: [a] }\n`;

  it('is written where it counts', () => {
    const files = { [URI]: text('3.1.0') };
    const [fix] = specFixesIn(files, 'mass-assignment');
    expect(fix === undefined ? '' : applied(files, fix)[URI]).toBe(
      text('3.1.0').replace('schemas/Role"', 'schemas/Role", readOnly: true'),
    );
  });

  it('is offered nowhere else', () => {
    expect(specFixesIn({ [URI]: text('3.0.3') }, 'mass-assignment')).toEqual([]);
  });
});
