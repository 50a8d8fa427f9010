import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, Hover, Location, SignatureHelp, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { applied, PULL, TestClient } from './support/test-client';

const MODEL = `stridewise: 1
apis:
  shop: { spec: ./openapi.yaml, zone: inside }
zones: { inside: trusted, outside: untrusted }
actors: { reader: { zone: outside } }
flows:
  reader -> shop: { over: https }
threats:
  foreign-order:
    title: A reader sees the order of another
    affects: operation getOrder
    stride: disclosure
    rule: broken-object-level-authorization
    attack: forced-browsing
    cwe: 639
    dread: 8/9/7/8/6
mitigations:
  owner:
    control: ownership-check
    covers:
      - foreign-order
      - shop GET /orders/{orderId}
    status: planned
    due: 2026-06-03
`;
const RICH: ClientCapabilities = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown'] } },
  },
};

let client: TestClient;
afterEach(() => client.stop());

async function start(text = MODEL, capabilities = RICH): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, text],
  ]);
  client = await TestClient.start({ capabilities, files });
  await client.open(MODEL_URI, text);
  // A hover does not wait for the files of the disk; a definition does that is not found at once.
  await ask('textDocument/definition', { textDocument: { uri: MODEL_URI }, position: { line: 0, character: 0 } });
}

/** The second character of the last occurrence. */
function on(text: string, whole = MODEL) {
  const at = whole.lastIndexOf(text) + 1;
  const before = whole.slice(0, at).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { textDocument: { uri: MODEL_URI }, position };
}

const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest(method, params);

describe('A hover on a word of a model', () => {
  test.each([
    ['threats', 'What people know can go wrong'],
    ['attack', '**attack**: How it is done'],
    ['inside', '**Zone** `inside`'],
    ['foreign-order', '**Threat** `foreign-order`'],
    ['disclosure', 'the wrong people see data'],
    ['broken-object', 'What answers it:'],
    ['forced-browsing', 'What meets it'],
    ['639', 'cwe.mitre.org'],
    ['9/7/8', 'reproducibility'],
    ['ownership-check', 'It answers:'],
    ['/orders/{', '**GET /orders/\\{orderId\\}**'],
    ['planned', 'It will be there by the day it is due'],
    ['2026-06-03', 'in 2 days'],
    ['./openapi', 'is there: **Shop**'],
  ])('%s', async (text, part) => {
    await start();
    const hover = await ask<Hover | null>('textDocument/hover', on(text));
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining(part) });
    expect(hover?.range?.start.line).toBe(on(text).position.line);
  });

  test('is plain for a client without Markdown, and nothing where no word stands', async () => {
    await start(MODEL, { ...PULL, textDocument: { ...PULL.textDocument, hover: { contentFormat: ['plaintext'] } } });
    const hover = await ask<Hover>('textDocument/hover', on('ownership-check'));
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringMatching(/\*\*|\\/) });
    expect(await ask('textDocument/hover', on('  due: '))).toBeNull();
  });
});

describe('Help while a value is typed', () => {
  const HEAD = 'stridewise: 1\n';
  test.each([
    ['mitigations:\n  a:\n    covers: ', 'what on where', 'what'],
    ['mitigations:\n  a:\n    covers: disclosure on ', 'what on where', 'where'],
    ['threats:\n  a:\n    affects: shop GET ', '[api] METHOD path [part]', 'path'],
    ['threats:\n  a:\n    pasta: 0.6/', 'threat / vulnerability / impact', 'vulnerability'],
    ['flows:\n  reader -> ', 'caller -> callee', 'callee'],
  ])('%s', async (typed, label, active) => {
    const text = HEAD + typed;
    await start(text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const params = { textDocument: { uri: MODEL_URI }, position };
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', params);
    const [signature] = help.signatures;
    const [from, to] = (signature?.parameters?.[help.activeParameter ?? 0]?.label ?? []) as [number, number];
    expect(signature?.label).toBe(label);
    expect(label.slice(from, to)).toBe(active);
    expect(signature?.parameters?.[0]?.documentation).toMatchObject({ kind: 'markdown' });
  });

  test('is plain for a client without Markdown, and none for a text or a description', async () => {
    await start(MODEL, PULL);
    const help = await ask<SignatureHelp>('textDocument/signatureHelp', on('9/7/8'));
    expect(help.signatures[0]?.parameters?.[0]?.documentation).toEqual(expect.any(String));
    expect(await ask('textDocument/signatureHelp', on('sees the order'))).toBeNull();
    const inSpec = { textDocument: { uri: SPEC_URI }, position: { line: 9, character: 6 } };
    expect(await ask('textDocument/signatureHelp', inSpec)).toBeNull();
  });
});

describe('The id of an entry', () => {
  test('leads to where it is declared and to where it is named', async () => {
    await start();
    const declared = on('  foreign-order:').position.line;
    const [found] = await ask<Location[]>('textDocument/definition', on('foreign-order'));
    expect(found).toMatchObject({ uri: MODEL_URI, range: { start: { line: declared } } });
    const params = { ...on('  foreign-order:\n'), context: { includeDeclaration: false } };
    params.position.character = 4;
    const used = await ask<Location[]>('textDocument/references', params);
    expect(used.map(({ range }) => range.start.line)).toEqual([on('foreign-order').position.line]);
  });

  test('is renamed wherever it stands', async () => {
    await start();
    const params = { ...on('foreign-order'), newName: 'order-of-another' };
    const edit = await ask<WorkspaceEdit>('textDocument/rename', params);
    const edits = (edit.documentChanges ?? []).flatMap((file) => ('edits' in file ? file.edits : []));
    const texts = edits.flatMap((one) => ('newText' in one ? one : []));
    expect(applied(MODEL, texts)).toBe(MODEL.replaceAll('foreign-order', 'order-of-another'));
  });
});
