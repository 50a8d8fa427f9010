import { describe, expect, test } from 'vitest';
import { applyEdits, openDocument, prepareRename, renameFor, textOf } from '../../../server/src/core/index';
import { readModel } from '../../../server/src/core/model';
import { loadMarked, type Marked } from './marked';

const SPEC = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string } }
      responses: { "200": { description: ok } }
  /orders:
    post:
      operationId: placeOrder
      responses:
        "201":
          description: made
          links:
            made: { operationId: getOrder }
`;
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis:
  store: { spec: ./openapi.yaml, zone: inside }
zones: { inside: trusted }
actors:
  shopper: { zone: inside, calls: [store READ /**, operation placeOrder] }
flows:
  shopper -> store: { carries: card }
data:
  card: { class: payment, schemas: Card }
threats:
  guess: { affects: "store GET /orders/{orderId} path.orderId", by: shopper, harms: card, stride: disclosure }
mitigations:
  own:
    control: ownership-check
    covers: [guess, "disclosure on GET /orders/{id}"]  # a comment about guess
    status: implemented
    except: denial on store operation getOrder
`;

function renameAt(source: string, newName: string): { loaded: Marked; result: ReturnType<typeof renameFor> } {
  const loaded = loadMarked(source);
  const { cursor, workspace, analysis } = loaded;
  const result = renameFor(workspace, analysis, cursor.uri, cursor, newName);
  return { loaded, result };
}

/** Wants the rename at `$0` to change just these lines: `before => after`, in the order of files. */
function checkRename(source: string, newName: string, wanted: readonly string[]): void {
  const { loaded, result } = renameAt(source, newName);
  if ('refused' in result) throw new Error(result.refused);
  const changed = loaded.files.flatMap(({ uri, text }) => {
    const edits = result.find((file) => file.uri === uri)?.edits ?? [];
    const lines = applyEdits(text, edits).split('\n');
    const before = text.split('\n');
    expect(lines.length).toBe(before.length);
    return before.flatMap((line, index) =>
      line === lines[index] ? [] : [`${line.trim()} => ${lines[index]?.trim()}`],
    );
  });
  expect(changed).toEqual(wanted);
}

function refusal(source: string, newName: string): string {
  const { result } = renameAt(source, newName);
  return 'refused' in result ? result.refused : `not refused: ${JSON.stringify(result)}`;
}

const at = (text: string, with0: string) => {
  const source = SPEC + MODEL;
  const index = source.indexOf(text);
  if (index < 0) throw new Error(`no ${text}`);
  return source.slice(0, index) + with0 + source.slice(index + text.length);
};

describe('Renaming an entry of a model', () => {
  test('an API, at its id or where it is named', () => {
    const wanted = [
      'store: { spec: ./openapi.yaml, zone: inside } => shop: { spec: ./openapi.yaml, zone: inside }',
      'shopper: { zone: inside, calls: [store READ /**, operation placeOrder] } => shopper: { zone: inside, calls: [shop READ /**, operation placeOrder] }',
      'shopper -> store: { carries: card } => shopper -> shop: { carries: card }',
      'guess: { affects: "store GET /orders/{orderId} path.orderId", by: shopper, harms: card, stride: disclosure } => guess: { affects: "shop GET /orders/{orderId} path.orderId", by: shopper, harms: card, stride: disclosure }',
      'except: denial on store operation getOrder => except: denial on shop operation getOrder',
    ];
    checkRename(at('  store: {', '  st$0ore: {'), 'shop', wanted);
    checkRename(at('[store READ', '[sto$0re READ'), 'shop', wanted);
    checkRename(at('denial on store', 'denial on $0store'), 'shop', wanted);
  });

  test('a threat, not the word in a comment', () => {
    checkRename(at('  guess:', '  guess$0:'), 'guess-orders', [
      expect.stringMatching(/^guess: \{.* => guess-orders: \{/),
      expect.stringMatching(/^covers: \[guess, .* => covers: \[guess-orders, .*# a comment about guess$/),
    ] as unknown as string[]);
  });

  test('a zone and data', () => {
    checkRename(at('zones: { inside', 'zones: { in$0side'), 'core', [
      expect.stringContaining('zone: core }'),
      'zones: { inside: trusted } => zones: { core: trusted }',
      expect.stringMatching(/=> shopper: \{ zone: core,/),
    ] as unknown as string[]);
    checkRename(at('carries: card', 'carries: c$0ard'), 'payment-card', [
      'shopper -> store: { carries: card } => shopper -> store: { carries: payment-card }',
      'card: { class: payment, schemas: Card } => payment-card: { class: payment, schemas: Card }',
      expect.stringContaining('harms: payment-card'),
    ] as unknown as string[]);
  });

  test.each([
    ['  store: {', '  $0store: {', 'every', 'is a word of the language'],
    ['  store: {', '  $0store: {', 'a b', 'An id is letters'],
    ['  store: {', '  $0store: {', 'card', 'already stands under `data`'],
  ])('refuses %s %s %s', (text, with0, newName, reason) => {
    expect(refusal(at(text, with0), newName)).toContain(reason);
  });

  test('refuses what stands in an anchored part or is escaped', () => {
    const model = `//- a.threats.yaml
stridewise: 1
zones: { $0a: trusted }
actors:
  one: { zone: &z a }
`;
    expect(refusal(model, 'b')).toContain('anchored part in line 4 of a.threats.yaml');
    expect(refusal(model.replace('&z a', '"\\u0061"'), 'b')).toContain('written with escapes');
  });

  test('reaches the models that include it', () => {
    const source = `//- shared.threats.yaml
stridewise: 1
data:
  ca$0rd: { class: payment }
//- a.threats.yaml
stridewise: 1
include: ./shared.threats.yaml
threats:
  one: { harms: card, stride: disclosure }
//- b.threats.yaml
stridewise: 1
threats:
  one: { harms: card, stride: disclosure }
`;
    checkRename(source, 'payment-card', [
      'card: { class: payment } => payment-card: { class: payment }',
      'one: { harms: card, stride: disclosure } => one: { harms: payment-card, stride: disclosure }',
    ]);
  });
});

describe('Renaming an operation', () => {
  const wanted = [
    'operationId: getOrder => operationId: readOrder',
    'made: { operationId: getOrder } => made: { operationId: readOrder }',
    'except: denial on store operation getOrder => except: denial on store operation readOrder',
  ];

  test('by its operationId, in the description, its links and the models', () => {
    checkRename(at('operationId: getOrder\n', 'operationId: get$0Order\n'), 'readOrder', wanted);
    checkRename(at('{ operationId: getOrder', '{ operationId: get$0Order'), 'readOrder', wanted);
    checkRename(at('operation getOrder', 'operation get$0Order'), 'readOrder', wanted);
  });

  test.each([
    [
      'operationId: getOrder\n',
      'operationId: get$0Order\n',
      'placeOrder',
      'POST /orders is called `placeOrder` already (line 11 of openapi.yaml)',
    ],
    ['operationId: getOrder\n', 'operationId: get$0Order\n', 'get order', 'begins with a letter'],
    ['    get:\n', '    g$0et:\n', 'readOrder', 'A method is no name'],
  ])('refuses %s %s %s', (text, with0, newName, reason) => {
    expect(refusal(at(text, with0), newName)).toContain(reason);
  });

  test('refuses an id that two operations have', () => {
    const source = at('operationId: getOrder\n', 'operationId: get$0Order\n').replace(
      'operationId: placeOrder',
      'operationId: getOrder',
    );
    expect(refusal(source, 'readOrder')).toContain('GET /orders/{orderId} and POST /orders are both called `getOrder`');
  });
});

describe('Renaming a path', () => {
  const noLink = (source: string) => source.replace('{ operationId: getOrder }', '{ description: none }');

  test('its key and the places that name it, under their own names for its parameters', () => {
    const wanted = [
      '/orders/{orderId}: => /purchases/{orderId}:',
      expect.stringContaining('"store GET /purchases/{orderId} path.orderId"'),
      expect.stringContaining('"disclosure on GET /purchases/{id}"'),
    ] as unknown as string[];
    checkRename(at('  /orders/{orderId}:', '  /orders/{or$0derId}:'), '/purchases/{orderId}', wanted);
    checkRename(at('GET /orders/{id}"', 'GET /orders$0/{id}"'), '/purchases/{orderId}', wanted);
  });

  test('with a parameter that is declared there', () => {
    checkRename(noLink(at('  /orders/{orderId}:', '  /orders/{or$0derId}:')), '/orders/{number}', [
      '/orders/{orderId}: => /orders/{number}:',
      expect.stringContaining('- { name: number, in: path'),
      expect.stringContaining('"store GET /orders/{number} path.number"'),
    ] as unknown as string[]);
  });

  test('with references into it', () => {
    const source = SPEC.replace('{ operationId: getOrder }', "{ operationRef: '#/paths/~1orders~1{orderId}/get' }");
    checkRename(source.replace('  /orders/{', '  /or$0ders/{'), '/purchases/{orderId}', [
      '/orders/{orderId}: => /purchases/{orderId}:',
      "made: { operationRef: '#/paths/~1orders~1{orderId}/get' } => made: { operationRef: '#/paths/~1purchases~1{orderId}/get' }",
    ]);
  });

  test.each([
    ['/orders', 'has `/orders` already'],
    ['orders', 'begins with a slash'],
    ['/orders/{orderId}/{line}', 'has 1 parameters and `/orders/{orderId}/{line}` 2'],
    ['/orders of/{orderId}', 'write %20'],
    ['/orders/{number}', 'A link in line 17 of openapi.yaml may fill in'],
  ])('refuses %s', (newPath, reason) => {
    const source = at('  /orders/{orderId}:', '  /orders/{or$0derId}:');
    expect(refusal(source, newPath)).toContain(reason);
  });

  test('refuses where a pattern would lose it', () => {
    const source = at('  /orders/{orderId}:', '  /orders/{or$0derId}:').replace(
      'store READ /**',
      'store READ /orders/**',
    );
    expect(refusal(source, '/purchases/{orderId}')).toContain(
      '`/orders/**` in line 6 of shop.threats.yaml reaches it and would no longer',
    );
    checkRename(
      source.replace('/orders/**', '/*/{x}'),
      '/purchases/{orderId}',
      expect.any(Array) as unknown as string[],
    );
  });

  test('refuses where a place means another API too', () => {
    const source = `${at('  /orders/{orderId}:', '  /orders/{or$0derId}:')
      .replace(
        '  store: { spec: ./openapi.yaml, zone: inside }',
        '  store: { spec: ./openapi.yaml }\n  old: { spec: ./v1.yaml }',
      )
      .replace('disclosure on GET', 'disclosure on every GET')}//- v1.yaml\n${SPEC.replace('//- openapi.yaml\n', '')}`;
    expect(refusal(source, '/purchases/{orderId}')).toContain('means `old` too: name the API there first');
  });
});

describe('What can be renamed', () => {
  test.each([
    ['  store: {', '  st$0ore: {', 'store'],
    ['operationId: getOrder\n', 'operationId: get$0Order\n', 'getOrder'],
    ['  /orders/{orderId}:', '  /orders/{or$0derId}:', '/orders/{orderId}'],
  ])('%s', (text, with0, placeholder) => {
    const { workspace, analysis, cursor } = loadMarked(at(text, with0));
    expect(prepareRename(workspace, analysis, cursor.uri, cursor)).toMatchObject({ placeholder });
  });

  test.each([
    ['    get:\n', '    g$0et:\n', 'A method is no name'],
    ['ownership-check', 'own$0ership-check', 'only ids of models'],
    ['status: implemented', 'status: impl$0emented', 'put the cursor on an id'],
  ])('not %s', (text, with0, reason) => {
    const { workspace, analysis, cursor } = loadMarked(at(text, with0));
    expect(prepareRename(workspace, analysis, cursor.uri, cursor)).toMatchObject({
      refused: expect.stringContaining(reason),
    });
  });
});

test('After a rename the model says the same under the new name', () => {
  const { loaded, result } = renameAt(at('  store: {', '  st$0ore: {'), 'shop');
  if ('refused' in result) throw new Error(result.refused);
  const [file] = result;
  const before = loaded.workspace.get(file?.uri ?? '');
  if (before === undefined || file === undefined) throw new Error('no file');
  const after = openDocument(before.uri, applyEdits(textOf(before), file.edits), 'model');
  const plain = (text: string) => text.replaceAll(/\b(?:store|shop)\b/g, 'X');
  const said = (document: typeof before) => plain(JSON.stringify(readModel(document), withoutPlaces));
  expect(said(after)).toBe(said(before));
});

/** Places hold the text around them; what is left is what the model says. */
function withoutPlaces(key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'block' in value) return undefined;
  return key === 'uri' ? undefined : value instanceof Map ? [...value] : value;
}
