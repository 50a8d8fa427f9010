import { afterEach, describe, expect, test } from 'vitest';
import type { Hover, Location, MarkupContent, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { applied, PULL, TestClient } from './support/test-client';

const SPEC_URI = 'file:///work/openapi.yaml';
const MODEL_URI = 'file:///work/shop.threats.yaml';
const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { "200": { description: ok } }
`;
const MODEL = `stridewise: 1
apis:
  store: { spec: ./openapi.yaml }
notApplicable:
  repudiation on store operation listOrders: Reading leaves no trace
`;

let client: TestClient;
afterEach(() => client.stop());

/** The description is open, the model is a file on the disk. */
async function start(): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  const capabilities = { ...PULL, textDocument: { ...PULL.textDocument, rename: { prepareSupport: true } } };
  client = await TestClient.start({ capabilities, files });
  await client.open(SPEC_URI, SPEC, 7);
}

const atId = { textDocument: { uri: SPEC_URI }, position: { line: 5, character: 22 } };

describe('Names over the protocol', () => {
  test('an operation is renamed in an open description and in a model on the disk', async () => {
    await start();
    expect(await client.connection.sendRequest('textDocument/prepareRename', atId)).toEqual({
      range: { start: { line: 5, character: 19 }, end: { line: 5, character: 29 } },
      placeholder: 'listOrders',
    });
    const params = { ...atId, newName: 'findOrders' };
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', params);
    const changed = (edit.documentChanges ?? []).flatMap((file) =>
      'edits' in file
        ? [{ ...file.textDocument, edits: file.edits.map((one) => ('newText' in one ? one : null)) }]
        : [],
    );
    expect(changed.map(({ uri, version }) => [uri, version])).toEqual([
      [SPEC_URI, 7],
      [MODEL_URI, null],
    ]);
    const texts = new Map([
      [SPEC_URI, SPEC],
      [MODEL_URI, MODEL],
    ]);
    for (const { uri, edits } of changed) {
      const text = texts.get(uri) ?? '';
      expect(
        applied(
          text,
          edits.flatMap((one) => one ?? []),
        ),
      ).toBe(text.replace('listOrders', 'findOrders'));
    }
  });

  test('what cannot be renamed says why', async () => {
    await start();
    const method = { ...atId, position: { line: 4, character: 5 } };
    await expect(client.connection.sendRequest('textDocument/prepareRename', method)).rejects.toThrow(
      'A method is no name',
    );
    await expect(
      client.connection.sendRequest('textDocument/rename', { ...atId, newName: 'list orders' }),
    ).rejects.toThrow('begins with a letter');
  });

  test('references of an operation are in the model', async () => {
    await start();
    const params = { ...atId, context: { includeDeclaration: false } };
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', params);
    expect(found).toEqual([
      { uri: MODEL_URI, range: { start: { line: 4, character: 33 }, end: { line: 4, character: 43 } } },
    ]);
  });

  test('definition: from the operation, by its method or id, to the model; from the model to the operation', async () => {
    await start();
    const statement = [
      { uri: MODEL_URI, range: { start: { line: 4, character: 2 }, end: { line: 4, character: 43 } } },
    ];
    const method = { ...atId, position: { line: 4, character: 5 } };
    for (const params of [atId, method]) {
      expect(await client.connection.sendRequest('textDocument/definition', params)).toEqual(statement);
    }
    const inModel = { textDocument: { uri: MODEL_URI }, position: { line: 4, character: 35 } };
    expect(await client.connection.sendRequest('textDocument/definition', inModel)).toEqual([
      { uri: SPEC_URI, range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } } },
    ]);
  });

  test('hover: the six categories of the operation, and why', async () => {
    await start();
    // A hover does not wait for the files of the disk; a definition does that is not found at once.
    await client.connection.sendRequest('textDocument/definition', atId);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', atId);
    const { value } = hover.contents as MarkupContent;
    expect(value).toContain('**GET /orders**');
    const categories = [...value.matchAll(/^- \*\*(.*?)\*\* \\\(/gm)].map(([, name]) => name);
    expect(categories).toEqual([
      'spoofing',
      'tampering',
      'repudiation',
      'information disclosure',
      'denial of service',
      'elevation of privilege',
    ]);
    expect(value).toMatch(/repudiation.*does not apply/);
  });
});
