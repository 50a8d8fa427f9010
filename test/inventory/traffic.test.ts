import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HarEntries } from '../../server/src/cli/traffic/har-entries';
import { harRequestIn, readCombined, readJsonLine, TrafficTally } from '../../server/src/core';
import { RouteTable } from '../../server/src/core/inventory/route-table';
import { templateOf } from '../../server/src/core/inventory/template-of';
import { load } from '../support/check';

const SPEC = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example/v1 }, { url: "https://{region}.shop.example/v1" }]
paths:
  /orders: { get: { operationId: listOrders, responses: {} }, post: { operationId: placeOrder, responses: {} } }
  /orders/{orderId}: { get: { operationId: getOrder, responses: {} } }
  /orders/search: { get: { operationId: searchOrders, responses: {} } }
  /orders/{orderId}/items/{itemId}.json: { get: { operationId: getItem, responses: {} } }
  /files/report-{year}.pdf: { get: { operationId: getReport, deprecated: true, responses: {} } }
  /files/{name}: { get: { operationId: getFile, responses: {} } }
`;

const { analysis } = load(SPEC);
const table = new RouteTable(analysis.apis);
const found = (method: string, path: string, host = 'api.shop.example') =>
  table.find(method, host, path)?.operation.operationId ?? null;

describe('A request is for', () => {
  it.each([
    ['GET', '/v1/orders', 'listOrders'],
    ['POST', '/v1/orders/', 'placeOrder'],
    ['GET', '/v1/orders/17', 'getOrder'],
    ['GET', '/v1/orders/search', 'searchOrders'],
    ['GET', '/v1/orders/17/items/4.json', 'getItem'],
    ['GET', '/v1/files/report-2026.pdf', 'getReport'],
    ['GET', '/v1/files/other.pdf', 'getFile'],
    ['HEAD', '/v1/orders', 'listOrders'],
    ['OPTIONS', '/v1/orders', 'listOrders'],
    ['DELETE', '/v1/orders', null],
    ['GET', '/orders', null],
    ['GET', '/v1/orders/17/items', null],
    ['GET', '/', null],
  ])('%s %s: %s', (method, path, id) => {
    expect(found(method, path)).toBe(id);
    expect(found(method, path, '')).toBe(id);
    expect(found(method, path, 'proxy.example')).toBe(id);
  });

  it('the operation itself, whatever stands for its templates', () => {
    const value = fc.stringMatching(/^[a-z0-9_-]{1,12}$/).filter((text) => text !== 'search');
    fc.assert(
      fc.property(value, value, (order, item) => {
        expect(found('GET', `/v1/orders/${order}`)).toBe('getOrder');
        expect(found('GET', `/v1/orders/${order}/items/${item}.json`)).toBe('getItem');
      }),
    );
  });
});

describe('A path that no description has is told by its template', () => {
  it.each([
    ['/orders/17', '/orders/{id}'],
    ['/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301/refunds', '/orders/{id}/refunds'],
    ['/u/507f1f77bcf86cd799439011', '/u/{id}'],
    ['/users/ana@example.org', '/users/{id}'],
    ['/users/ana%40example.org', '/users/{id}'],
    ['/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0', '/t/{id}'],
    ['/v2/orders', '/v2/orders'],
    ['/internal/health', '/internal/health'],
    ['//admin//', '/admin'],
  ])('%s: %s', (path, template) => {
    expect(templateOf(path)).toBe(template);
  });
});

describe('A line is', () => {
  it.each([
    [
      '203.0.113.9 - ana [10/Oct/2026:13:55:36 +0000] "GET /v1/orders?token=secret HTTP/1.1" 200 2326 "-" "curl"',
      { method: 'GET', host: '', path: '/v1/orders', status: 200 },
    ],
    [
      'api.shop.example:443 203.0.113.9 - - [10/Oct/2026:13:55:36 +0000] "POST /v1/orders HTTP/2.0" 201 5 "-" "x"',
      { method: 'POST', host: 'api.shop.example', path: '/v1/orders', status: 201 },
    ],
    ['203.0.113.9 - - [10/Oct/2026:13:55:36 +0000] "\\x16\\x03\\x01" 400 157 "-" "-"', null],
    ['', null],
    ['GET / 200', null],
  ])('of a combined log: %s', (line, request) => {
    expect(readCombined(line)).toEqual(request);
  });

  it.each([
    [
      '{"method":"get","url":"https://u:p@API.shop.example/v1/a%20b?x=1#y","status":"200"}',
      { method: 'GET', host: 'api.shop.example', path: '/v1/a b', status: 200 },
    ],
    [
      '{"method":"PUT","path":"/v1/x","host":"API.shop.example","status":204}',
      { method: 'PUT', host: 'api.shop.example', path: '/v1/x', status: 204 },
    ],
    ['{"method":"GET"}', null],
    ['{"method":"G E T","url":"/"}', null],
    ['[1]', null],
    ['{', null],
  ])('JSON: %s', (line, request) => {
    expect(readJsonLine(line)).toEqual(request);
  });

  it('never anything that throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        readCombined(line);
        readJsonLine(line);
      }),
    );
  });
});

describe('A HAR file', () => {
  const entry = (method: string, url: string, status: number) => ({
    startedDateTime: '2026-01-01',
    request: { method, url, headers: [{ name: 'Authorization', value: 'Bearer "}]{' }], queryString: [{}] },
    response: { status, content: { text: '{"entries":[{"not":"one"}]}' } },
  });
  const file = JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'entries', entries: [] },
      pages: [{ entries: [1] }],
      entries: [entry('GET', 'https://api.shop.example/v1/orders', 200), entry('POST', 'https://x.example/y', 500)],
      comment: 'entries',
    },
  });

  it('is cut into its entries, wherever its chunks end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((one, other) => one - other), file.length];
        const reader = new HarEntries();
        const entries = at.slice(1).flatMap((end, index) => [...reader.take(file.slice(at[index], end))]);
        expect(entries.map((one) => harRequestIn(JSON.parse(one)))).toEqual([
          { method: 'GET', host: 'api.shop.example', path: '/v1/orders', status: 200 },
          { method: 'POST', host: 'x.example', path: '/y', status: 500 },
        ]);
      }),
    );
  });
});

describe('Traffic', () => {
  it('shows what is in no description, what is deprecated and called, and what nobody calls', () => {
    const tally = new TrafficTally(analysis.apis);
    const request = (method: string, path: string, status = 200) =>
      tally.add({ method, host: 'api.shop.example', path, status });
    for (let id = 1; id <= 3; id++) request('GET', `/v1/orders/${id}/refunds`);
    request('GET', '/v1/orders');
    request('GET', '/v1/files/report-2025.pdf', 404);
    request('GET', '/wp-admin/setup.php', 404);
    request('DELETE', '/v1/orders', 405);
    request('GET', '/debug', 500);
    const report = tally.report();
    expect(report).toMatchObject({ requests: 8, known: 2, notFound: 1, notAllowed: 1, more: 0 });
    expect(report.shadows).toEqual([
      { method: 'GET', host: 'api.shop.example', template: '/v1/orders/{id}/refunds', calls: 3 },
      { method: 'GET', host: 'api.shop.example', template: '/debug', calls: 1 },
    ]);
    expect(report.zombies.map(({ name, calls }) => [name, calls])).toEqual([['GET /files/report-{year}.pdf', 1]]);
    expect(report.unused.map(({ name }) => name)).not.toContain('GET /orders');
    expect(report.unused).toHaveLength(5);
  });

  it('tells no more paths apart than a scan may try', () => {
    const tally = new TrafficTally(analysis.apis);
    for (let index = 0; index < 6000; index++) {
      tally.add({
        method: 'GET',
        host: '',
        path: `/scan-${'abcdefghij'[index % 10]}${String(index)
          .split('')
          .map((digit) => 'klmnopqrst'[Number(digit)])
          .join('')}`,
        status: 200,
      });
    }
    expect(tally.report()).toMatchObject({ requests: 6000, more: 1000 });
    expect(tally.report().shadows).toHaveLength(5000);
  });
});
