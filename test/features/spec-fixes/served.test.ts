import { describe, expect, it } from 'vitest';
import { applied, holdAll, specFixesIn, URI } from './support/mend';
import { login, operation, ref, section, spec, type Tree, type Version } from './support/specs';

const SECRET = ['AKIA', 'Q7PZ2MV6XL4NB5SD'].join('');
const api = (version: Version, paths: Tree, servers?: readonly string[]): Tree =>
  spec(version, {
    schemes: { account: login(version) },
    security: [{ account: [] }],
    paths,
    ...(servers && { servers }),
  });
const NEW = ['3.0.3', '3.1.0', '3.2.0'] as const;

const schemaIn = (version: Version, schema: Tree): Tree => (version === '2.0' ? schema : { schema });

holdAll([
  {
    name: 'a test server',
    rule: 'test-server-listed',
    spec: (v) =>
      api(v, { '/notes': { get: operation(v) } }, ['https://staging.api.example.com', 'https://api.example.com']),
    mended: (tree) => {
      tree.servers.shift();
    },
    versions: NEW,
  },
  {
    name: 'an inner server',
    rule: 'internal-server-listed',
    spec: (v) => api(v, { '/notes': { get: operation(v) } }, ['https://api.example.com', 'https://10.1.2.3']),
    mended: (tree) => {
      tree.servers.pop();
    },
    versions: NEW,
  },
  {
    name: 'a backend without encryption',
    rule: 'unprotected-way-on',
    spec: (v) =>
      api(v, { '/notes': { get: operation(v, { 'x-google-backend': { address: 'http://notes.example.net' } }) } }),
    mended: (tree) => {
      tree.paths['/notes'].get['x-google-backend'].address = 'https://notes.example.net';
    },
    preferred: true,
  },
  {
    name: 'a backend whose certificate nobody checks',
    rule: 'unprotected-way-on',
    spec: (v) => {
      const backend = { uri: 'https://notes.example.net', tlsConfig: { insecureSkipVerification: true } };
      return api(v, { '/notes': { get: operation(v, { 'x-amazon-apigateway-integration': backend }) } });
    },
    mended: (tree) => {
      tree.paths['/notes'].get['x-amazon-apigateway-integration'].tlsConfig.insecureSkipVerification = false;
    },
  },
  {
    name: 'the address of a callback',
    rule: 'unprotected-way-on',
    spec: (v) => {
      const callbacks = {
        done: {
          'http://notes.example.net/done': {
            post: {
              parameters: [{ name: 'X-Signature', in: 'header', schema: { type: 'string' } }],
              responses: { '200': { description: 'Fine' } },
            },
          },
        },
      };
      return api(v, { '/notes': { get: operation(v, { callbacks }) } });
    },
    mended: (tree) => {
      const { done } = tree.paths['/notes'].get.callbacks;
      tree.paths['/notes'].get.callbacks.done = {
        'https://notes.example.net/done': done['http://notes.example.net/done'],
      };
    },
    preferred: true,
    versions: NEW,
  },
  {
    name: 'what is old',
    rule: 'old-version-served',
    spec: (v) => api(v, { '/notes': { get: operation(v, { deprecated: true }) } }),
    mended: (tree, v) => {
      tree.paths['/notes'].get.responses['200'].headers = {
        Sunset: { description: 'Served until 2027-12-31', ...schemaIn(v, { type: 'string' }) },
      };
    },
    fields: 1,
  },
  {
    name: 'what a newer version stands beside',
    rule: 'old-version-served',
    spec: (v) => api(v, { '/v1/notes': { get: operation(v) }, '/v2/notes': { get: operation(v) } }),
    mended: (tree, v) => {
      const { get } = tree.paths['/v1/notes'];
      get.deprecated = true;
      get.responses['200'].headers = {
        Sunset: { description: 'Served until 2027-12-31', ...schemaIn(v, { type: 'string' }) },
      };
    },
    fields: 1,
  },
  {
    name: 'what only answers with components that others share',
    rule: 'old-version-served',
    spec: (v) => {
      const tree = api(v, { '/notes': { get: operation(v, { deprecated: true }) } });
      tree.paths['/notes'].get.responses = { '200': ref(v, 'responses', 'Fine') };
      section(v, tree, 'responses').Fine = { description: 'Fine' };
      return tree;
    },
    mended: (tree) => {
      tree.paths['/notes'].get['x-sunset'] = '2027-12-31';
    },
    fields: 1,
  },
  {
    name: 'every site',
    rule: 'permissive-cors',
    spec: (v) => {
      const tree = api(v, { '/notes': { get: operation(v) } });
      tree.paths['/notes'].get.responses['200'].headers = {
        'Access-Control-Allow-Origin': schemaIn(v, { type: 'string', enum: ['*'], default: '*' }),
      };
      return tree;
    },
    mended: (tree, v) => {
      const header = tree.paths['/notes'].get.responses['200'].headers['Access-Control-Allow-Origin'];
      Object.assign(v === '2.0' ? header : header.schema, {
        enum: ['https://app.example.com'],
        default: 'https://app.example.com',
      });
    },
    fields: 2,
  },
  {
    name: 'a secret in the example of a property',
    rule: 'secret-in-example',
    spec: (v) =>
      api(v, {
        '/keys': {
          get: operation(v, {
            gives: { type: 'object', properties: { access_key: { type: 'string', example: SECRET } } },
          }),
        },
      }),
    mended: (tree, v) => {
      const { '200': answer } = tree.paths['/keys'].get.responses;
      (v === '2.0' ? answer : answer.content['application/json']).schema.properties.access_key.example =
        'example-secret';
    },
  },
  {
    name: 'a secret in the example of a body',
    rule: 'secret-in-example',
    spec: (v) => {
      const tree = api(v, { '/keys': { get: operation(v, { gives: { type: 'object' } }) } });
      tree.paths['/keys'].get.responses['200'].content['application/json'].example = { one: { two: [SECRET] } };
      return tree;
    },
    mended: (tree) => {
      tree.paths['/keys'].get.responses['200'].content['application/json'].example.one.two = ['example-secret'];
    },
    versions: NEW,
  },
  {
    name: 'a login that tells who has an account',
    rule: 'user-enumeration',
    spec: (v) => {
      const takes = {
        type: 'object',
        properties: { username: { type: 'string', format: 'email' }, password: { type: 'string' } },
      };
      const responses = { '404': { description: 'Nobody' }, '429': { description: 'Wait' } };
      return spec(v, { paths: { '/login': { post: operation(v, { takes, responses }) } } });
    },
    mended: (tree) => {
      delete tree.paths['/login'].post.responses['404'];
    },
  },
  {
    name: 'a file of any kind in a form',
    rule: 'unrestricted-file-type',
    spec: (v) => {
      const schema = { type: 'object', properties: { photo: { type: 'string', format: 'binary', maxLength: 1000 } } };
      return api(v, {
        '/photos': { post: operation(v, { requestBody: { content: { 'multipart/form-data': { schema } } } }) },
      });
    },
    mended: (tree) => {
      const { 'multipart/form-data': form } = tree.paths['/photos'].post.requestBody.content;
      form.encoding = { photo: { contentType: 'image/png' } };
    },
    fields: 1,
    versions: NEW,
  },
  {
    name: 'XML beside JSON',
    rule: 'xml-external-entities',
    spec: (v) => {
      const tree = api(v, {
        '/notes': { post: operation(v, { takes: { type: 'object', properties: { id: { type: 'integer' } } } }) },
      });
      const { post } = tree.paths['/notes'];
      if (v === '2.0') post.consumes = ['application/xml', 'application/json'];
      else post.requestBody.content['application/xml'] = { schema: { type: 'object' } };
      return tree;
    },
    mended: (tree, v) => {
      const { post } = tree.paths['/notes'];
      if (v === '2.0') post.consumes = ['application/json'];
      else delete post.requestBody.content['application/xml'];
    },
  },
]);

describe('a secret in lines of its own', () => {
  it('makes way for one on the line of its key', () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'.repeat(2)}\n-----END PRIVATE KEY-----`;
    const lines = key.split('\n').map((line) => `            ${line}`);
    const text = `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /keys:\n    post:\n      requestBody:\n        content:\n          text/plain:\n           example: |\n${lines.join('\n')}\n      responses: {}\n`;
    const [fix] = specFixesIn({ [URI]: text }, 'secret-in-example');
    const after = fix === undefined ? text : applied({ [URI]: text }, fix)[URI];
    expect(after).toBe(text.replace(`|\n${lines.join('\n')}`, 'example-secret'));
  });
});
