import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { ApplyFix } from '../../server/src/protocol';
import { applied, PULL, TestClient } from './support/test-client';

const URI = 'file:///workspace/openapi.yaml';
const PATHS = Array.from(
  { length: 9 },
  (_, at) => `  /p${at}:\n    servers: [{ url: http://p${at}.example.com }]\n    get: { responses: {} }\n`,
);
const SPEC = `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n${PATHS.join('')}`;
const ITEM = 'file:///workspace/item.yaml';

let client: TestClient;
afterEach(() => client.stop());

async function actions(uri: string, only?: readonly string[], line = 4): Promise<CodeAction[]> {
  const at = { line, character: 32 };
  const answer = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return answer as CodeAction[];
}

async function start(extra: object = {}): Promise<void> {
  const { workspace, ...rest } = PULL;
  const capabilities = {
    ...rest,
    workspace: { ...workspace, workspaceEdit: { ...workspace?.workspaceEdit, changeAnnotationSupport: {} } },
  };
  client = await TestClient.start({ capabilities, ...extra });
}

describe('fixes of the description', () => {
  it('come first and are preferred where they leave no doubt', async () => {
    await start();
    await client.open(URI, SPEC);
    const [first, ...others] = await actions(URI);
    expect(first).toMatchObject({
      title: 'Use https://p0.example.com in the description',
      kind: 'quickfix',
      isPreferred: true,
    });
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    expect(first?.edit?.changeAnnotations).toBeUndefined();
    const [edit] = (first?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(applied(SPEC, edit?.edits as Parameters<typeof applied>[1])).toBe(
      SPEC.replace('http://p0.example.com', '"https://p0.example.com"'),
    );
  });

  it.each(['source', 'source.fixAll', 'source.fixAll.stridewise'])('are made at once for %s', async (kind) => {
    await start({ initializationOptions: { applyFixCommand: 'stridewise.applyFix' } });
    await client.open(URI, SPEC);
    const all = await actions(URI, [kind], 0);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ kind: 'source.fixAll.stridewise' });
    const [edit] = (all[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const after = applied(SPEC, edit?.edits as Parameters<typeof applied>[1]);
    expect(after).toBe(SPEC.replace(/http:\S+/g, '"https$&"').replaceAll('"httpshttp', '"https'));
    await client.change(URI, 2, { text: after });
    expect(await actions(URI, [kind], 0)).toEqual([]);
  });

  it('are not offered for a whole file to somebody who asks about a place', async () => {
    await start();
    await client.open(URI, SPEC);
    const kinds = [...(await actions(URI)), ...(await actions(URI, ['quickfix']))].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
    expect(await actions(URI, ['refactor'])).toEqual([]);
  });
});

describe('a fix of many places', () => {
  const MANY = `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n${PATHS.map((path) => path.replace(/ {4}servers.*\n/, '').replace('get: { ', 'get: { servers: [{ url: http://all.example.com }], ')).join('')}`;

  it('is shown before it is made, by a name', async () => {
    await start();
    await client.open(URI, MANY);
    const first = (await actions(URI, undefined, 4)).find(({ isPreferred }) => isPreferred);
    const [[id, annotation] = []] = Object.entries(first?.edit?.changeAnnotations ?? {});
    expect(annotation).toEqual({ label: first?.title, needsConfirmation: true });
    const [edit] = (first?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(edit?.edits).toHaveLength(9);
    expect(edit?.edits.every((one) => 'annotationId' in one && one.annotationId === id)).toBe(true);
  });

  it('asks our own client to show it', async () => {
    await start({ initializationOptions: { applyFixCommand: 'stridewise.applyFix' } });
    await client.open(URI, MANY);
    const first = (await actions(URI, undefined, 4)).find(({ isPreferred }) => isPreferred);
    const [fix] = (first?.command?.arguments ?? []) as ApplyFix[];
    expect(fix?.confirm).toBe(true);
  });

  it('shows what is proposed instead of stopping at each of very many values', async () => {
    const list =
      '{ responses: { 200: { description: A, content: { a/json: { schema: { type: array, items: {} } } } } } }';
    const paths = Array.from({ length: 9 }, (_, at) => `  /p${at}s:\n    get: ${list}\n`).join('');
    await start({ initializationOptions: { applyFixCommand: 'stridewise.applyFix' } });
    await client.open(URI, `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n${paths}`);
    const all = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 3, character: 0 }, end: { line: 5, character: 0 } },
      context: { diagnostics: [] },
    });
    const fix = (all as CodeAction[]).find(({ title }) => title.startsWith('Bound the list of 9 operations'));
    const [apply] = (fix?.command?.arguments ?? []) as ApplyFix[];
    expect(apply?.confirm).toBe(true);
    expect(apply?.edits[0]?.edits).toHaveLength(9);
    expect(apply?.edits[0]?.edits.every((edit) => edit.snippet === undefined)).toBe(true);
  });

  it('is one also where it lies in several files', async () => {
    await start({ files: new Map([[ITEM, 'get:\n  servers: [{ url: http://p0.example.com }]\n  responses: {}\n']]) });
    const spec = `${SPEC}  /item:\n    $ref: item.yaml\n`;
    await client.open(URI, spec);
    const first = (await actions(URI)).find(({ isPreferred }) => isPreferred);
    const changed = (first?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(changed.map(({ textDocument }) => textDocument.uri)).toEqual([URI, ITEM]);
    expect(first?.title).toBe('Use https://p0.example.com in 2 files');
    expect(Object.values(first?.edit?.changeAnnotations ?? {})).toHaveLength(1);
  });
});
