import { describe, expect, it } from 'vitest';
import { analysisOf, toldIn } from '../support/told';

const operations = (...list: string[]) =>
  `openapi: 3.0.3\ninfo: { title: Shop, version: "1" }\nservers: [{ url: https://api.shop.example }]\npaths:\n${list
    .map((one) => {
      const [method = '', path = '', id = ''] = one.split(' ');
      return `  ${path}:\n    ${method}: { ${id === '' ? '' : `operationId: ${id}, `}responses: {} }\n`;
    })
    .join('')}`;
const OLD = operations('get /v1/orders/{id}', 'get /v1/export', 'delete /v1/cart', 'get /v1/search find');
const NEW = operations('get /v2/orders/{orderId}/', 'get /v2/lookup find');

function told(entries: string, rest = '', today = '2026-11-24', old = OLD): string[] {
  const files = { 'v1.yaml': old, 'v2.yaml': NEW, 'm.threats.yaml': `stridewise: 1\napis:\n${entries}${rest}` };
  return toldIn(files, { today }).map((line) => line.replace('m.threats.yaml ', ''));
}

describe('The life of an API', () => {
  it('is read', () => {
    const model =
      'stridewise: 1\napis:\n  new: { spec: v2.yaml, replaces: [old, older], servers: https://b.example, versionedBy: header X-Version }\n  old: { spec: v1.yaml, lifecycle: deprecated, sunset: 2027-03-31 }\n';
    const [one] = analysisOf({ 'm.threats.yaml': model }).models;
    expect(one?.apis).toMatchObject([
      {
        replaces: [{ text: 'old' }, { text: 'older' }],
        servers: ['https://b.example'],
        versionedBy: 'header X-Version',
        sunset: null,
        lifecycle: 'production',
      },
      { replaces: [], lifecycle: 'deprecated', sunset: { text: '2027-03-31' } },
    ]);
  });

  it.each([
    ['2026-11-24', []],
    [
      '2026-11-25',
      [
        'past-sunset "2026-11-24" `old` was to be served until 2026-11-24, and its specification still has 4 operations: take them out, or give a later day',
      ],
    ],
  ])('ends after its last day: %s', (today, expected) => {
    expect(told('  old: { spec: v1.yaml, lifecycle: deprecated, sunset: 2026-11-24 }\n', '', today)).toEqual(expected);
  });

  it('is over where it is retired, whatever the day', () => {
    expect(told('  old: { spec: v1.yaml, lifecycle: retired, sunset: 2020-01-01 }\n')).toEqual([
      'retired-still-there "retired" `old` is retired, and its specification still has 4 operations: take them out, or say until when they are served with `lifecycle: deprecated` and `sunset`',
    ]);
    expect(
      told(
        '  old: { spec: v1.yaml, lifecycle: retired }\n',
        '',
        '2026-11-24',
        operations().replace('paths:', 'paths: {}'),
      ),
    ).toEqual([]);
  });

  it('names one API of a pattern by its own id', () => {
    expect(told('  any: { spec: "v*.yaml", lifecycle: retired }\n').map((line) => /`any-v\d`/.exec(line)?.[0])).toEqual(
      ['`any-v1`', '`any-v2`'],
    );
  });
});

describe('An API that replaces another', () => {
  const APIS = '  new: { spec: v2.yaml, replaces: old }\n  old: { spec: v1.yaml }\n';

  it('is one question about all that only the old one has', () => {
    expect(told(APIS)).toEqual([
      'only-in-replaced "old" Only `old` has GET /v1/export and 1 more, which `new` replaces: does anybody still need them? An answer with `removes` says what goes',
    ]);
  });

  it('leaves out what an answer removes', () => {
    const removal = (removes: string) =>
      `mitigations: { gone: { strategy: avoid, removes: ${removes}, status: planned } }\n`;
    expect(told(APIS, removal('old GET /v1/export'))).toEqual([
      'only-in-replaced "old" Only `old` has DELETE /v1/cart, which `new` replaces: does anybody still need it? An answer with `removes` says what goes',
    ]);
    expect(told(APIS, removal('[old GET /v1/export, old DELETE /v1/cart]'))).toEqual([]);
  });

  it('must be another one that there is', () => {
    expect(told('  new: { spec: v2.yaml, replaces: [new, odl, nothing-like-it] }\n  old: { spec: v1.yaml }\n')).toEqual(
      [
        'replaces-itself "new" `new` cannot take its own place',
        'unknown-api "odl" No API is called `odl`; did you mean `old`?',
        'unknown-api "nothing-like-it" No API is called `nothing-like-it`',
      ],
    );
  });

  it('says nothing while one of them is not described', () => {
    expect(told('  new: { spec: v3.yaml, replaces: old }\n  old: { spec: v1.yaml }\n')).toEqual([]);
    expect(told('  new: { spec: v2.yaml, replaces: old }\n  old: { spec: v0.yaml }\n')).toEqual([]);
  });
});

describe('Two APIs of one model with the same operations at the same address', () => {
  const SAME = operations('get /orders', 'get /orders/{id}');
  const at = (url: string) => SAME.replace('https://api.shop.example', url);
  const both = (one: string, two: string, second = SAME) =>
    toldIn({
      'a.yaml': SAME,
      'b.yaml': second.replace('{id}', '{order}'),
      'm.threats.yaml': `stridewise: 1\napis:\n  a: { spec: a.yaml${one} }\n  b: { spec: b.yaml${two} }\n`,
    });

  it('are told once', () => {
    expect(both('', '')).toEqual([
      'm.threats.yaml shared-paths "b.yaml" `b` and `a` both have GET /orders and 1 more at https://api.shop.example: say with `servers` or `versionedBy` what tells them apart',
    ]);
  });

  it.each([
    ['by the header of the version', ', versionedBy: header X-Version', ''],
    ['by addresses of their own', ', servers: https://a.shop.example', ', servers: https://b.shop.example'],
    ['where one is retired or not there yet', '', ', lifecycle: design'],
  ])('are told apart %s', (_, one, two) => {
    expect(both(one, two)).toEqual([]);
  });

  it.each(['https://b.example', 'http://localhost:8080', '/v1', 'https://{tenant}.example', 'http://10.0.0.7'])(
    'are not at the same address: %s',
    (url) => {
      expect(both('', '', at(url))).toEqual([]);
      if (url !== 'https://b.example') {
        const files = {
          'a.yaml': at(url),
          'b.yaml': at(url),
          'm.threats.yaml': 'stridewise: 1\napis: { a: { spec: a.yaml }, b: { spec: b.yaml } }\n',
        };
        expect(toldIn(files)).toEqual([]);
      }
    },
  );
});
