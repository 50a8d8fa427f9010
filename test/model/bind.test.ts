import { expect, test } from 'vitest';
import { bindModel, readModel } from '../../server/src/core/model';
import { describe as describeApi } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

function api(id: string, paths: readonly string[]) {
  const uri = `file:///${id}.yaml`;
  const lines = paths.flatMap((path) => [
    `  ${path}:`,
    '    get:',
    '      parameters: [{ in: query, name: limit, schema: { type: integer } }]',
    '      responses: {}',
    '    post:',
    '      responses: {}',
  ]);
  const document = openDocument(
    uri,
    ['openapi: 3.0.3', 'info: {title: t, version: "1"}', 'paths:', ...lines, ''].join('\n'),
  );
  const description = describeApi({ get: (name) => (name === uri ? document : undefined) }, uri);
  if (description === null) throw new Error('not an API');
  return { id, description };
}

function bindingOf(covers: string) {
  const head = 'stridewise: 1\napis:\n  a: { spec: a.yaml }\n  b: { spec: b.yaml }\n';
  const model = readModel(
    openDocument('file:///m.yaml', `${head}mitigations:\n  m:\n    covers: ${covers}\n    status: planned\n`, 'model'),
  );
  const binding = bindModel(model, [
    api('a', ['/orders', '/orders/{orderId}', '/v1.0/x']),
    api('b', ['/orders', '/pets', '/t/{x}/a', '/t/{y}/a']),
  ]);
  return { model, binding };
}

function bound(covers: string) {
  const { model, binding } = bindingOf(covers);
  const statement = model.mitigations[0]?.covers[0];
  const names = statement
    ? binding.operationsOf(statement).map((item) => `${item.api} ${item.operation.method} ${item.operation.path}`)
    : [];
  return [...names, ...binding.problems.map((problem) => problem.code)];
}

test.each([
  ['all on GET /orders/{id}', ['a GET /orders/{orderId}']],
  ['all on READ /orders/**', ['ambiguous-api']],
  ['all on every READ /orders/**', ['a GET /orders', 'a GET /orders/{orderId}', 'b GET /orders']],
  ['all on a WRITE /orders/*', ['a POST /orders/{orderId}']],
  ['all on a GET /v1.*/x', ['a GET /v1.0/x']],
  ['all on GET /pts', ['unknown-operation']],
  ['all on a GET /nothing/**', ['hits-nothing']],
  ['all on c GET /orders', ['unknown-api']],
  ['all on a GET /orders query.limit', ['a GET /orders']],
  ['all on a GET /orders query.limt', ['a GET /orders', 'unknown-part']],
  ['all on GET /t/{z}/a', ['ambiguous-path']],
  ['GET /pets', ['b GET /pets', 'missing-what']],
])('%s', (covers, expected) => {
  expect(bound(covers)).toEqual(expected);
});

test.each([
  ['all on READ /orders/**', 'READ /orders/**', ['a READ /orders/**', 'b READ /orders/**', 'every READ /orders/**']],
  ['all on GET /t/{z}/a', '/t/{z}/a', ['/t/{x}/a', '/t/{y}/a']],
  ['all on a GET /order', '/order', ['/orders']],
  ['all on a GET /orders query.limt', 'query.limt', ['query.limit']],
  ['all on a PUT /orders', 'PUT', ['GET', 'POST']],
  ['all on a PUT /orders/{id} path.id', 'PUT', ['GET', 'POST']],
  ['aa', 'aa', ['a']],
  ['GET /pets', 'GET /pets', ['all on GET /pets']],
])('the problem of %s stands at its words and offers repairs', (covers, span, texts) => {
  const [problem] = bindingOf(covers).binding.problems;
  expect(problem?.at.block.text.slice(problem.at.start, problem.at.end)).toBe(span);
  expect((problem?.fixes ?? [problem?.fix]).map((fix) => fix?.newText)).toEqual(texts);
});

test('after a change in one operation a binding is what a fresh one would be', () => {
  const text = [
    'stridewise: 1',
    'apis: { a: a.yaml }',
    'threats:',
    '  t: { affects: ANY /orders/**, stride: denial }',
    'mitigations:',
    '  m:',
    '    covers: [all on GET /orders, t, all on a ANY /**, all on GET /nothing, all on a GET /orders query.limit, all on a scheme s]',
    '    status: planned',
    '',
  ].join('\n');
  const model = readModel(openDocument('file:///m.yaml', text, 'model'));
  const alternatives = [[{ scheme: 's', scopes: [], definition: null }]];
  const security = { source: 'operation', alternatives, anonymous: false, optional: false, at: null } as const;
  const { id, description } = api('a', ['/orders', '/orders/{orderId}', '/pets']);
  bindModel(model, [{ id, description }]);
  for (const change of [{ summary: 'x' }, { parameters: [] }, { path: '/other' }, { security }, { tags: ['x'] }]) {
    const operations = description.operations.map((operation, index) =>
      index === 0 ? { ...operation, ...change } : operation,
    );
    const apis = [{ id, description: { ...description, operations } }];
    const again = bindModel(model, apis);
    const fresh = bindModel(model, apis, true);
    for (const statement of [...(model.mitigations[0]?.covers ?? []), ...(model.threats[0]?.affects ?? [])]) {
      expect(again.operationsOf(statement)).toEqual(fresh.operationsOf(statement));
    }
    expect(again.problems).toEqual(fresh.problems);
  }
});
