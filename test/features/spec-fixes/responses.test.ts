import { describe, expect, it } from 'vitest';
import { applied, type Case, holdAll, specFixesIn, URI } from './support/mend';
import { login, operation, ref, section, spec, type Tree, type Version } from './support/specs';

const api = (version: Version, paths: Tree): Tree =>
  spec(version, { schemes: { account: login(version) }, security: [{ account: [] }], paths });

const retry = (version: Version): Tree => ({
  description: 'Too many requests',
  headers: {
    'Retry-After': {
      description: 'Seconds to wait before the next call',
      ...(version === '2.0' ? { type: 'integer' } : { schema: { type: 'integer' } }),
    },
  },
});

const limited =
  (paths: readonly string[], status = '429', name = 'TooManyRequests') =>
  (tree: Tree, version: Version) => {
    for (const path of paths) tree.paths[path].post.responses[status] = ref(version, 'responses', name);
  };

const credentials = {
  type: 'object',
  properties: { username: { type: 'string', maxLength: 9 }, password: { type: 'string' } },
};

const CASES: readonly Case[] = [
  {
    name: 'a component is made',
    rule: 'missing-rate-limit',
    spec: (v) => api(v, { '/reports/export': { post: operation(v) } }),
    mended: (tree, v) => {
      limited(['/reports/export'])(tree, v);
      section(v, tree, 'responses').TooManyRequests = retry(v);
    },
  },
  {
    name: 'a component by its name, for two operations',
    rule: 'missing-rate-limit',
    spec: (v) => {
      const tree = api(v, { '/reports/export': { post: operation(v) }, '/mails/send': { post: operation(v) } });
      section(v, tree, 'responses').RateLimited = { description: 'Wait' };
      return tree;
    },
    mended: limited(['/reports/export', '/mails/send'], '429', 'RateLimited'),
  },
  {
    name: 'what a neighbour refers to',
    rule: 'missing-rate-limit',
    spec: (v) => {
      const tree = api(v, {
        '/a': { get: operation(v, { responses: { '429': ref(v, 'responses', 'Slow') } }) },
        '/reports/export': { post: operation(v) },
      });
      section(v, tree, 'responses').Slow = { description: 'Wait' };
      return tree;
    },
    mended: limited(['/reports/export'], '429', 'Slow'),
  },
  {
    name: 'a login',
    rule: 'login-without-limit',
    spec: (v) => spec(v, { paths: { '/login': { post: operation(v, { takes: credentials }) } } }),
    mended: (tree, v) => {
      limited(['/login'])(tree, v);
      section(v, tree, 'responses').TooManyRequests = retry(v);
    },
  },
  {
    name: 'a business flow',
    rule: 'business-flow-abuse',
    spec: (v) =>
      api(v, {
        '/checkout': { post: operation(v, { parameters: [], responses: { '201': { description: 'Done' } } }) },
      }),
    mended: (tree, v) => {
      limited(['/checkout'])(tree, v);
      section(v, tree, 'responses').TooManyRequests = retry(v);
    },
  },
  {
    name: 'a file of any size',
    rule: 'upload-without-limit',
    spec: (v) => {
      const file =
        v === '2.0'
          ? { consumes: ['multipart/form-data'], parameters: [{ name: 'photo', in: 'formData', type: 'file' }] }
          : { requestBody: { content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } } };
      return api(v, { '/photos': { post: operation(v, file) } });
    },
    mended: (tree, v) => {
      limited(['/photos'], '413', 'ContentTooLarge')(tree, v);
      section(v, tree, 'responses').ContentTooLarge = { description: 'The content is too large' };
    },
  },
];

holdAll(CASES);

describe('a response in the file of a path item', () => {
  it('stands there itself: the components are in another file', () => {
    const item = 'file:///workspace/login.yaml';
    const files = {
      [URI]: 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /reports/export:\n    $ref: login.yaml\n',
      [item]:
        'post:\n  security: [{ a: [] }]\n  responses:\n    default: { description: D }\n    200: { description: Fine }\n',
    };
    const [fix] = specFixesIn(files, 'missing-rate-limit');
    expect(fix === undefined ? '' : applied(files, fix)[item]).toBe(
      `${files[item]}    429:\n      description: Too many requests\n      headers:\n        Retry-After:\n          description: Seconds to wait before the next call\n          schema:\n            type: integer\n`,
    );
  });
});
