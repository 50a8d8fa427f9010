import { holdAll } from './support/mend';
import {
  answerOf,
  bodyOf,
  login,
  operation,
  parameter,
  ref,
  schemaOf,
  section,
  spec,
  type Tree,
  type Version,
} from './support/specs';

const URL_PATTERN = '^https://(?:[a-z0-9-]+\\.)*example\\.com/';
const TEXT_PATTERN = '^[A-Za-z0-9._-]{1,64}$';

/** A description behind a login, with these operations. */
const api = (version: Version, paths: Tree, schemas?: Tree): Tree =>
  spec(version, {
    schemes: { account: login(version) },
    security: [{ account: [] }],
    paths,
    ...(schemas && { schemas }),
  });

const object = (properties: Tree, rest: Tree = {}) => ({ type: 'object', properties, ...rest });
const list = (items: Tree) => ({ type: 'array', items });

holdAll([
  {
    name: 'a parameter of the operation',
    rule: 'unbounded-page-size',
    spec: (v) =>
      api(v, { '/news': { get: operation(v, { parameters: [parameter(v, 'query', 'limit', { type: 'integer' })] }) } }),
    mended: (tree, v) => {
      schemaOf(v, tree.paths['/news'].get.parameters[0]).maximum = 100;
    },
    fields: 1,
  },
  {
    name: 'a parameter that operations share',
    rule: 'unbounded-page-size',
    spec: (v) => {
      const limit = () => operation(v, { parameters: [ref(v, 'parameters', 'Limit')] });
      const tree = api(v, { '/news': { get: limit() }, '/tips': { get: limit() } });
      section(v, tree, 'parameters').Limit = parameter(v, 'query', 'limit', { type: 'integer' });
      return tree;
    },
    mended: (tree, v) => {
      schemaOf(v, section(v, tree, 'parameters').Limit).maximum = 100;
    },
    fields: 1,
  },
  {
    name: 'a list in the body',
    rule: 'unbounded-batch',
    spec: (v) => api(v, { '/notes/batch': { post: operation(v, { takes: list({ type: 'object' }) }) } }),
    mended: (tree, v) => {
      bodyOf(v, tree.paths['/notes/batch'].post).maxItems = 100;
    },
    fields: 1,
    next: ['missing-rate-limit'],
  },
  {
    name: 'a list in the body by reference',
    rule: 'unbounded-batch',
    spec: (v) =>
      api(
        v,
        { '/notes/batch': { post: operation(v, { takes: ref(v, 'schemas', 'Notes') }) } },
        { Notes: list({ type: 'string' }) },
      ),
    mended: (tree, v) => {
      section(v, tree, 'schemas').Notes.maxItems = 100;
    },
    fields: 1,
  },
  {
    name: 'a list in the answer',
    rule: 'unbounded-list',
    spec: (v) => api(v, { '/news': { get: operation(v, { gives: list({ type: 'string' }) }) } }),
    mended: (tree, v) => {
      answerOf(v, tree.paths['/news'].get).maxItems = 100;
    },
    fields: 1,
  },
  {
    name: 'a list in the envelope of the answer, which answers share',
    rule: 'unbounded-list',
    spec: (v) => {
      const get = () => operation(v, { gives: ref(v, 'schemas', 'Page') });
      return api(
        v,
        { '/news': { get: get() }, '/tips': { get: get() } },
        { Page: object({ data: list({ type: 'string' }) }) },
      );
    },
    mended: (tree, v) => {
      section(v, tree, 'schemas').Page.properties.data.maxItems = 100;
    },
    fields: 1,
  },
  {
    name: 'a list that leads back',
    rule: 'recursive-input',
    spec: (v) => {
      const note = object({ text: { type: 'string', maxLength: 10 }, replies: list(ref(v, 'schemas', 'Note')) });
      return api(v, { '/notes': { post: operation(v, { takes: ref(v, 'schemas', 'Note') }) } }, { Note: note });
    },
    mended: (tree, v) => {
      section(v, tree, 'schemas').Note.properties.replies.maxItems = 100;
    },
    fields: 1,
  },
  {
    name: 'a number that may be less than nothing',
    rule: 'negative-amount',
    spec: (v) =>
      api(v, { '/gifts': { post: operation(v, { takes: object({ amount: { type: 'integer', minimum: -5 } }) }) } }),
    mended: (tree, v) => {
      bodyOf(v, tree.paths['/gifts'].post).properties.amount.minimum = 0;
    },
    fields: 1,
  },
  {
    name: 'numbers of an order that nothing bounds',
    rule: 'negative-amount',
    spec: (v) =>
      api(v, {
        '/payments': {
          post: operation(v, {
            takes: object({
              amount: { type: 'integer' },
              id: { type: 'string', format: 'uuid' },
              item: object({ quantity: { type: 'integer' } }),
            }),
            gives: object({ reference: { type: 'string' } }),
            responses: { '429': { description: 'Wait' } },
          }),
        },
      }),
    mended: (tree, v) => {
      const { amount, item } = bodyOf(v, tree.paths['/payments'].post).properties;
      amount.minimum = 0;
      item.properties.quantity.minimum = 0;
    },
    fields: 2,
  },
  {
    name: 'a short password',
    rule: 'weak-password',
    spec: (v) =>
      api(v, {
        '/people': {
          post: operation(v, { takes: object({ password: { type: 'string', minLength: 4, maxLength: 12 } }) }),
        },
      }),
    mended: (tree, v) => {
      Object.assign(bodyOf(v, tree.paths['/people'].post).properties.password, { minLength: 8, maxLength: 64 });
    },
    fields: 2,
  },
  {
    name: 'a text in the query',
    rule: 'injection',
    spec: (v) =>
      api(v, {
        '/files': { get: operation(v, { parameters: [parameter(v, 'query', 'filename', { type: 'string' })] }) },
      }),
    mended: (tree, v) => {
      schemaOf(v, tree.paths['/files'].get.parameters[0]).pattern = TEXT_PATTERN;
    },
    fields: 1,
  },
  {
    name: 'all texts of an operation that something may run',
    rule: 'injection',
    spec: (v) =>
      api(v, {
        '/news': {
          get: operation(v, {
            parameters: ['page', 'sort', 'filter'].map((name) => parameter(v, 'query', name, { type: 'string' })),
          }),
        },
      }),
    mended: (tree, v) => {
      for (const at of [1, 2]) schemaOf(v, tree.paths['/news'].get.parameters[at]).pattern = TEXT_PATTERN;
    },
    fields: 2,
  },
  {
    name: 'all addresses of an operation but those that a pattern narrows',
    rule: 'server-side-request-forgery',
    spec: (v) =>
      api(v, {
        '/imports': {
          post: operation(v, {
            takes: object({
              imageUrl: { type: 'string', pattern: '^https://a\\.example/' },
              iconUrl: { type: 'string' },
              webhookUrl: { type: 'string', format: 'uri' },
            }),
          }),
        },
      }),
    mended: (tree, v) => {
      const { iconUrl, webhookUrl } = bodyOf(v, tree.paths['/imports'].post).properties;
      iconUrl.pattern = URL_PATTERN;
      webhookUrl.pattern = URL_PATTERN;
    },
    fields: 2,
  },
  {
    name: 'a text in a shared schema',
    rule: 'injection',
    spec: (v) => {
      const post = () => operation(v, { takes: ref(v, 'schemas', 'Job') });
      return api(
        v,
        { '/jobs': { post: post() }, '/tasks': { post: post() } },
        { Job: object({ command: { type: 'string' } }) },
      );
    },
    mended: (tree, v) => {
      section(v, tree, 'schemas').Job.properties.command.pattern = TEXT_PATTERN;
    },
    fields: 1,
  },
  {
    name: 'an address in the body',
    rule: 'server-side-request-forgery',
    spec: (v) =>
      api(v, {
        '/imports': { post: operation(v, { takes: object({ imageUrl: { type: 'string', format: 'uri' } }) }) },
      }),
    mended: (tree, v) => {
      bodyOf(v, tree.paths['/imports'].post).properties.imageUrl.pattern = URL_PATTERN;
    },
    fields: 1,
  },
  {
    name: 'an address to go on to',
    rule: 'open-redirect',
    spec: (v) =>
      api(v, {
        '/leave': {
          get: operation(v, {
            parameters: [parameter(v, 'query', 'return_url', { type: 'string' })],
            responses: { '302': { description: 'Go on' } },
          }),
        },
      }),
    mended: (tree, v) => {
      schemaOf(v, tree.paths['/leave'].get.parameters[0]).pattern = URL_PATTERN;
    },
    fields: 1,
  },
]);
