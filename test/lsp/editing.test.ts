import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  RegistrationParams,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { applied, PULL, TestClient } from './support/test-client';

const MODEL = `stridewise: 1
title: Shop
apis:
    shop: { spec: ./openapi.yaml }
mitigations:
    owner:
        control:   ownership-check
        covers: operation getOrder
        status: implemented
        evidence: [openapi.yaml#getOrder, other.yaml#x]
`;
const FILES = new Map([
  [SPEC_URI, SPEC],
  [MODEL_URI, MODEL],
]);
const CAPABILITIES: ClientCapabilities = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    formatting: { dynamicRegistration: true },
  },
  workspace: { ...PULL.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};
const OPTIONS = { showPlacesCommand: 'show', modelLanguage: 'threat-model' };
const model = { textDocument: { uri: MODEL_URI } };
const spec = { textDocument: { uri: SPEC_URI } };

let client: TestClient;
let registered: string[] = [];
let lensRefreshes = 0;
let hintRefreshes = 0;

async function start(capabilities = CAPABILITIES, initializationOptions: object = OPTIONS): Promise<void> {
  client = await TestClient.start({ capabilities, files: FILES, initializationOptions });
  registered = [];
  lensRefreshes = 0;
  hintRefreshes = 0;
  client.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(...registrations.map(({ method }) => method));
    client.check();
    return null;
  });
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    lensRefreshes += 1;
    client.check();
    return null;
  });
  client.connection.onRequest('workspace/inlayHint/refresh', () => {
    hintRefreshes += 1;
    client.check();
    return null;
  });
  await client.open(MODEL_URI, MODEL);
}

const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest(method, params);

beforeEach(() => start());
afterEach(() => client.stop());

describe('the outline', () => {
  test('has levels', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', model);
    expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['stridewise', []],
      ['title', []],
      ['apis', ['shop']],
      ['mitigations', ['owner']],
    ]);
    expect(await ask('textDocument/documentSymbol', spec)).toBeNull();
  });

  test('is flat for a client that knows no levels', async () => {
    await client.stop();
    await start(PULL);
    const symbols = await ask<SymbolInformation[]>('textDocument/documentSymbol', model);
    expect(symbols.map(({ name, containerName }) => `${containerName}/${name}`)).toContain('mitigations/owner');
  });

  test('of the workspace', async () => {
    const symbols = await ask<SymbolInformation[]>('workspace/symbol', { query: 'getOrder' });
    expect(symbols.map(({ name, location }) => [name, location.uri])).toEqual([
      ['GET /orders/{orderId} (getOrder)', SPEC_URI],
    ]);
  });
});

test('folding', async () => {
  const folds = await ask<FoldingRange[]>('textDocument/foldingRange', model);
  expect(folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`)).toEqual(['2-3', '4-9', '5-9']);
  expect(await ask('textDocument/foldingRange', spec)).toBeNull();
});

test('growing selections', async () => {
  const positions = [
    { line: 7, character: 22 },
    { line: 99, character: 0 },
  ];
  const [first, last] = await ask<SelectionRange[]>('textDocument/selectionRange', { ...model, positions });
  expect(first?.range).toEqual({ start: { line: 7, character: 16 }, end: { line: 7, character: 25 } });
  expect(first?.parent?.parent).toBeDefined();
  expect(last?.range.start).toBeDefined();
});

test('links, and the line of a text in a file once it is asked for', async () => {
  const links = await ask<DocumentLink[]>('textDocument/documentLink', model);
  expect(links.map(({ target }) => target)).toEqual([SPEC_URI, undefined, undefined]);
  const resolved = await Promise.all(links.slice(1).map((link) => ask<DocumentLink>('documentLink/resolve', link)));
  const line = SPEC.split('\n').findIndex((text) => text.includes('getOrder')) + 1;
  expect(resolved.map(({ target }) => target)).toEqual([`${SPEC_URI}#L${line}`, 'file:///work/other.yaml']);
  expect(resolved[0]?.tooltip).toBe('Open openapi.yaml at "getOrder"');
});

describe('lenses', () => {
  const lens = async () => {
    const [first] = await ask<CodeLens[]>('textDocument/codeLens', model);
    return ask<CodeLens>('codeLens/resolve', first ?? {});
  };

  test('say what an entry covers, and lead there', async () => {
    const { command } = await lens();
    expect(command).toMatchObject({ title: 'covers 1 finding', command: 'show' });
    const places = command?.arguments?.[0].places;
    expect(places.map(({ uri }: { uri: string }) => uri)).toEqual([SPEC_URI]);
  });

  test('are asked for again when another file changes what they say, and only then', async () => {
    await lens();
    await client.open(SPEC_URI, SPEC);
    await client.change(SPEC_URI, 2, { text: SPEC.replace('summary', 'summary ') });
    await client.change(SPEC_URI, 3, { text: SPEC.replaceAll('getOrder', 'readOrder') });
    await client.until(() => lensRefreshes > 0);
    expect(lensRefreshes).toBe(1);
    expect((await lens()).command).toMatchObject({ title: 'covers nothing', command: '' });
  });
});

describe('layout', () => {
  test('of a document and a range', async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<TextEdit[]>('textDocument/formatting', { ...model, options });
    expect(applied(MODEL, edits)).toBe(
      MODEL.replace(/^ +/gm, (indent) => ' '.repeat(indent.length / 2)).replace('control:  ', 'control:'),
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    expect(await ask('textDocument/rangeFormatting', { ...model, range, options })).toEqual([
      { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }, newText: '  ' },
    ]);
  });

  test('and colours are registered for models alone where they have a language of their own', async () => {
    await client.until(() => registered.includes('textDocument/rangeFormatting'));
    expect(registered).toContain('textDocument/formatting');
    expect(client.result.capabilities.documentFormattingProvider).toBeUndefined();
    expect(client.result.capabilities.semanticTokensProvider).toMatchObject({
      documentSelector: [{ language: 'threat-model' }],
    });
    await client.stop();
    await start(CAPABILITIES, {});
    expect(client.result.capabilities.documentFormattingProvider).toBe(true);
    expect(client.result.capabilities.semanticTokensProvider).toMatchObject({ documentSelector: null });
  });
});

describe('the colours of words', () => {
  test('whole, of a range, and what has changed', async () => {
    const full = await ask<SemanticTokens>('textDocument/semanticTokens/full', model);
    expect(full.data.slice(0, 5)).toEqual([0, 0, 10, 0, 0]);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', { ...model, range });
    expect(part.data).toEqual([4, 0, 11, 0, 0, 1, 4, 5, 2, 1]);
    await client.change(MODEL_URI, 2, {
      range: { start: { line: 5, character: 9 }, end: { line: 5, character: 9 } },
      text: 's',
    });
    const delta = await ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      ...model,
      previousResultId: full.resultId,
    });
    const again = await ask<SemanticTokens>('textDocument/semanticTokens/full', model);
    const patched = [...full.data];
    for (const { start, deleteCount, data = [] } of delta.edits) patched.splice(start, deleteCount, ...data);
    expect(delta.edits).toHaveLength(1);
    expect(patched).toEqual(again.data);
    expect(patched).not.toEqual(full.data);
  });

  test('nothing of a file that is no model', async () => {
    expect(await ask('textDocument/semanticTokens/full', spec)).toEqual({ data: [] });
  });
});

test('the word at the cursor', async () => {
  const position = { line: 3, character: 6 };
  const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { ...model, position });
  expect(found).toEqual([{ range: { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } }, kind: 3 }]);
});

describe('hints', () => {
  const text = MODEL.replace('operation getOrder', 'READ /**');
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = async () =>
    (await ask<InlayHint[]>('textDocument/inlayHint', { ...model, range })).map(({ label }) => label);

  test('are asked for again when another file changes them', async () => {
    await client.change(MODEL_URI, 2, { text });
    // A hint tells what is known: the workspace has been searched when the lens is told.
    await ask('codeLens/resolve', (await ask<CodeLens[]>('textDocument/codeLens', model))[0] ?? {});
    expect(await hints()).toEqual(['1 operation']);
    await client.open(SPEC_URI, SPEC);
    await client.change(SPEC_URI, 2, { text: SPEC.replace('    post:', '    get:') });
    await client.until(() => hintRefreshes > 0);
    expect(await hints()).toEqual(['2 operations']);
  });
});
