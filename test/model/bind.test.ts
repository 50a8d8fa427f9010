import { expect, test } from 'vitest';
import { bindModel, readModel } from '../../server/src/core/model';
import { describe as describeApi } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

function api(id: string, paths: readonly string[]) {
  const uri = `file:///${id}.yaml`;
  const lines = paths.flatMap((path) => [
    `  ${path}:`,
    '    get:',
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

function bound(covers: string) {
  const head = 'stridewise: 1\napis:\n  a: { spec: a.yaml }\n  b: { spec: b.yaml }\n';
  const model = readModel(
    openDocument('file:///m.yaml', `${head}mitigations:\n  m:\n    covers: ${covers}\n    status: planned\n`, 'model'),
  );
  const binding = bindModel(model, [
    api('a', ['/orders', '/orders/{orderId}', '/v1.0/x']),
    api('b', ['/orders', '/pets']),
  ]);
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
  ['GET /pets', ['b GET /pets', 'missing-what']],
])('%s', (covers, expected) => {
  expect(bound(covers)).toEqual(expected);
});
