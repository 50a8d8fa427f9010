import { describe, expect, it } from 'vitest';
import { globOf } from '../../server/src/core/coverage/glob';
import { analysisOf, toldIn } from '../support/told';

const spec = (path: string) =>
  `openapi: 3.0.3\ninfo: { title: ${path}, version: "1" }\nservers: [{ url: https://api.shop.example }]\npaths:\n  /${path}:\n    get: { parameters: [{ name: limit, in: query, schema: { type: integer } }], responses: {} }\n  /both:\n    get: { responses: {} }\n`;
const SERVICES = {
  'services/orders/openapi.yaml': spec('orders'),
  'services/users/openapi.yaml': spec('users'),
  'other/openapi.yaml': spec('other'),
};

function idsOf(files: Parameters<typeof analysisOf>[0]): string[] {
  return analysisOf(files).apis.map(({ id, description, models }) => `${description.title}: ${id} (${models.length})`);
}

describe('A pattern', () => {
  it.each([
    ['file:///a/*.yaml', 'file:///a/b.yaml', true],
    ['file:///a/*.yaml', 'file:///a/b/c.yaml', false],
    ['file:///a/**/c.yaml', 'file:///a/c.yaml', true],
    ['file:///a/**/c.yaml', 'file:///a/b/d/c.yaml', true],
    ['file:///a/**/c.yaml', 'file:///a/b/xc.yaml', false],
    ['file:///a/**', 'file:///a/b/c.yaml', true],
    ['file:///a/?.yaml', 'file:///a/b.yaml', true],
    ['file:///a/?.yaml', 'file:///a/bb.yaml', false],
    ['file:///a/%3F.yaml', 'file:///a/b.yaml', true],
    ['file:///a/a.b*.yaml', 'file:///a/axb1.yaml', false],
  ])('%s and %s', (pattern, uri, matches) => {
    expect(globOf(pattern).matches(uri)).toBe(matches);
  });

  it('of many stars takes no time', () => {
    const started = process.cpuUsage();
    expect(
      globOf(`file:///${'*a'.repeat(50)}/${'**/'.repeat(50)}x`).matches(
        `file:///${'a'.repeat(5000)}/${'a/'.repeat(2000)}y`,
      ),
    ).toBe(false);
    // Trying each way in which the stars may fit would never end: far from it even on a machine that does much else.
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  it.each([
    ['services/*/openapi.yaml', ['orders: store-orders (1)', 'users: store-users (1)', 'other: openapi (0)']],
    ['services/**', ['orders: store-orders-openapi (1)', 'users: store-users-openapi (1)', 'other: openapi (0)']],
    [
      '"**/openapi.yaml"',
      ['orders: store-services-orders (1)', 'users: store-services-users (1)', 'other: store-other (1)'],
    ],
    ['other/*.yaml', ['orders: openapi (0)', 'users: openapi (0)', 'other: store-openapi (1)']],
    ['./other/?penapi.yaml', ['orders: openapi (0)', 'users: openapi (0)', 'other: store-openapi (1)']],
  ])('%s makes one API of each description', (pattern, ids) => {
    const model = `stridewise: 1\napis:\n  store: { spec: ${pattern} }\n`;
    expect(idsOf({ ...SERVICES, 'a.threats.yaml': model })).toEqual(ids);
    expect(toldIn({ ...SERVICES, 'a.threats.yaml': model })).toEqual([]);
  });

  it('gives ids that nothing else has', () => {
    const model = 'stridewise: 1\napis:\n  store: { spec: "services/*.yaml" }\nactors: { store-a: {} }\n';
    const files = {
      'services/a.yaml': spec('a'),
      'services/A_.yaml': spec('b'),
    };
    expect(idsOf({ ...files, 'm.threats.yaml': model })).toEqual(['a: store-a-3 (1)', 'b: store-a-2 (1)']);
  });
});

describe('A place', () => {
  const HEAD = 'stridewise: 1\napis: { store: { spec: "services/*/openapi.yaml" } }\n';

  function reached(covers: string, head = HEAD) {
    const model = `${head}mitigations: { m: { control: rate-limiting, covers: "${covers}", status: implemented } }\n`;
    const files = { ...SERVICES, 'a.threats.yaml': model };
    const { apis } = analysisOf(files);
    const answered = apis.flatMap(({ id, findings }) =>
      findings
        .filter(({ state }) => state === 'mitigated')
        .flatMap(({ operations }) => operations.map(({ path }) => `${id} ${path}`)),
    );
    return [...answered.sort(), ...toldIn(files)];
  }

  it.each([
    ['store', ['store-orders /orders', 'store-users /users']],
    ['store-orders', ['store-orders /orders']],
    ['store ANY /**', ['store-orders /orders', 'store-users /users']],
    ['store GET /users', ['store-users /users']],
    ['store-users ANY /**', ['store-users /users']],
    ['GET /orders', ['store-orders /orders']],
    [
      'GET /both',
      [
        'a.threats.yaml ambiguous-api "GET /both" `store-orders` and `store-users` have this: name one, or write `every` before it',
      ],
    ],
    [
      'store-order GET /orders',
      ['a.threats.yaml unknown-api "store-order" No API is called `store-order`; did you mean `store-orders`?'],
    ],
  ])('%s', (covers, expected) => {
    expect(reached(covers)).toEqual(expected);
  });

  it('at a component holds behind flows to the entry, and to one of its APIs', () => {
    const flows = (...chains: string[]) =>
      `${HEAD}actors: { shopper: {} }\ncomponents: { gateway: { kind: gateway } }\nflows:\n${chains.map((chain) => `  ${chain}: {}\n`).join('')}`;
    expect(reached('gateway', flows('shopper -> gateway -> store'))).toEqual([
      'store-orders /orders',
      'store-users /users',
    ]);
    expect(reached('gateway', flows('shopper -> gateway -> store-users'))).toEqual(['store-users /users']);
    expect(reached('gateway', flows('shopper -> gateway -> store', 'shopper -> store-users'))).toEqual([
      'store-orders /orders',
      'a.threats.yaml bypass "gateway" `shopper -> store-users` does not pass `gateway`, so nothing is answered there for `store-users`',
    ]);
  });
});

describe('Specifications that are named wrongly', () => {
  const told = (apis: string, more = {}) =>
    toldIn({ ...SERVICES, 'a.threats.yaml': `stridewise: 1\napis:\n${apis}`, ...more });

  it('a pattern that matches nothing', () => {
    expect(told('  store: { spec: "nowhere/*.yaml" }\n')).toEqual([
      'a.threats.yaml spec-matches-nothing "nowhere/*.yaml" No API description matches `nowhere/*.yaml`',
    ]);
  });

  it('a file that is not there, is something else, or would have to be fetched', () => {
    expect(
      told(
        '  a: { spec: gone.yaml }\n  b: { spec: x.yaml }\n  c: { spec: "https://a.example/o.yaml" }\n  d: { spec: unknown.yaml }\n',
        { 'gone.yaml': { unread: 'does not exist' }, 'x.yaml': 'a: 1\n' },
      ),
    ).toEqual([
      'a.threats.yaml unread-spec "gone.yaml" `gone.yaml` does not exist',
      'a.threats.yaml no-api "x.yaml" `x.yaml` is no API description: it has no `openapi` or `swagger` key at its root',
      'a.threats.yaml remote-spec "https://a.example/o.yaml" Nothing is fetched: name a file of the workspace',
    ]);
  });

  it('two patterns, or two paths, that name the same', () => {
    expect(told('  store: { spec: "services/**" }\n  every-one: { spec: "**/openapi.yaml" }\n')).toEqual([
      'a.threats.yaml shared-spec "**/openapi.yaml" services/orders/openapi.yaml and 1 more are named by `store` too, which counts: leave out of `every-one` what is not its own',
    ]);
    expect(told('  a: { spec: other/openapi.yaml }\n  b: { spec: ./other/../other/openapi.yaml }\n')).toEqual([
      'a.threats.yaml shared-spec "./other/../other/openapi.yaml" other/openapi.yaml is named by `a` too, which counts: leave out of `b` what is not its own',
    ]);
  });

  it('but a path takes its file out of a pattern', () => {
    const model =
      'stridewise: 1\napis:\n  every-one: { spec: "**/openapi.yaml" }\n  other: { spec: other/openapi.yaml }\n';
    expect(idsOf({ ...SERVICES, 'a.threats.yaml': model })).toEqual([
      'orders: every-one-services-orders (1)',
      'users: every-one-services-users (1)',
      'other: other (1)',
    ]);
    expect(toldIn({ ...SERVICES, 'a.threats.yaml': model })).toEqual([]);
  });
});
