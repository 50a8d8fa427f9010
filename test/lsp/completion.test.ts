import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, SignatureHelp } from 'vscode-languageserver-protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient, type TestClientOptions } from './support/test-client';

const PLAIN = PULL;
const RICH: TestClientOptions['capabilities'] = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown'],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};
const OWN = { explainCommand: 'stridewise.explain', explainRuleCommand: 'stridewise.explainRule' };

/** A client with the specification open and this text of the model, and what completion gives at its end. */
async function completed(text: string, capabilities = RICH, initializationOptions = {}) {
  const client = await TestClient.start({ capabilities, initializationOptions });
  await client.open(SPEC_URI, SPEC);
  await client.open(MODEL_URI, text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const params = { textDocument: { uri: MODEL_URI }, position };
  const list: CompletionList | null = await client.connection.sendRequest('textDocument/completion', params);
  const item = (label: string): CompletionItem => {
    const found = list?.items.find((one) => one.label === label);
    if (found === undefined) throw new Error(`No ${label} among ${list?.items.map((one) => one.label).join(', ')}`);
    return found;
  };
  return { client, list, item };
}

describe('Completion over the protocol', () => {
  test('is offered, with what triggers it and a second look', async () => {
    const { client } = await completed(MODEL);
    expect(client.result.capabilities.completionProvider?.resolveProvider).toBe(true);
    expect(client.result.capabilities.completionProvider?.triggerCharacters).toEqual(
      expect.arrayContaining([' ', '/', '{']),
    );
  });

  test('places come with their summaries and are explained when looked at', async () => {
    const { client, item } = await completed(`${MODEL}mitigations:\n  one:\n    covers: disclosure on shop GET /or`);
    const path = item('/orders/{orderId}');
    expect(path).toMatchObject({
      textEdit: { newText: '/orders/{orderId}', range: { start: { character: 35 }, end: { character: 38 } } },
      labelDetails: { description: 'getOrder' },
    });
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', path);
    expect(resolved.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('**GET /orders/'),
    });
  });

  test.each([
    ['a rule', 'mitigations:\n  one:\n    covers: ', 'injection', 'What answers it:'],
    ['a category', 'mitigations:\n  one:\n    covers: ', 'spoofing', 'authentication'],
    ['a choice', 'mitigations:\n  one:\n    status: ', 'planned', 'It will be there by the day it is due'],
    ['a key', 'mitigations:\n  one:\n    ', 'status', 'How far it is'],
    ['a section', '', 'mitigations', 'Keys of an entry'],
    ['a technique', 'threats:\n  one:\n    attack: ', 'sql-injection', 'What meets it'],
    ['a weakness', 'threats:\n  one:\n    cwe: 8', '89', 'cwe.mitre.org'],
    ['an API', 'threats:\n  one:\n    affects: ', 'shop', '**API**'],
    ['a control', 'mitigations:\n  one:\n    control: ', 'ownership-check', 'It answers:'],
  ])('%s is explained', async (_, text, label, part) => {
    const { client, item } = await completed(MODEL + text);
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item(label));
    expect(resolved.documentation).toMatchObject({ value: expect.stringContaining(part) });
  });

  test('entries have tab stops and their own indentation', async () => {
    const { item } = await completed(`${MODEL}threats:\n  `);
    const threat = item('threat');
    expect(threat).toMatchObject({ insertTextFormat: 2, insertTextMode: 1 });
    const stops = ['new-threat', 'TODO', 'POST /notes', 'disclosure', '5/5/5/5/5'].map(
      (text, at) => `\${${at + 1}:${text}}`,
    );
    const [id, title, affects, stride, dread] = stops;
    const lines = [`${id}:`, `title: ${title}`, `affects: ${affects}`, `stride: ${stride}`, `dread: ${dread}`];
    expect(threat.textEdit?.newText).toBe(lines.join('\n    '));
    const component = (await completed(`${MODEL}components:\n  `)).item('datastore');
    expect(component.textEdit?.newText).toMatch(/kind: \$\{2\|datastore,service,gateway,/);
  });

  test('our own client asks for the values of a key at once', async () => {
    const { item } = await completed(`${MODEL}mitigations:\n  one:\n    `, RICH, OWN);
    expect(item('status')).toMatchObject({
      command: { command: 'editor.action.triggerSuggest' },
      insertTextFormat: 2,
      textEdit: { newText: 'status: $0' },
    });
    expect(item('title').command).toBeUndefined();
  });

  test('a client that knows neither snippets nor modes gets texts that it indents itself', async () => {
    const { item } = await completed(`${MODEL}threats:\n  `, PLAIN);
    const threat = item('threat');
    expect(threat.insertTextFormat).toBeUndefined();
    expect(threat.insertTextMode).toBeUndefined();
    expect(threat.detail).toMatch(/^A new threat/);
    expect(threat.textEdit?.newText).toMatch(/^new-threat:\n {2}title: TODO\n {2}affects: /);
  });

  test('a file that is going to be a model, and none for a specification', async () => {
    const { client, item } = await completed('');
    expect(item('stridewise: 1 …').textEdit?.newText).toMatch(/^stridewise: 1\n/);
    const params = { textDocument: { uri: SPEC_URI }, position: { line: 1, character: 0 } };
    expect(await client.connection.sendRequest('textDocument/completion', params)).toBeNull();
  });

  test('order is the server’s', async () => {
    const { list } = await completed(`${MODEL}mitigations:\n  one:\n    status: `);
    expect(list?.items.map(({ label }) => label)).toEqual(['missing', 'planned', 'implemented', 'verified']);
    expect(list?.items.map(({ sortText }) => sortText)).toEqual(['0000', '0001', '0002', '0003']);
    expect(list?.isIncomplete).toBe(false);
  });

  test('the parts of a vector are shown while it is typed', async () => {
    const text = `${MODEL}threats:\n  one:\n    dread: 8/`;
    const { client } = await completed(text);
    const position = { line: text.split('\n').length - 1, character: 13 };
    const help: SignatureHelp | null = await client.connection.sendRequest('textDocument/signatureHelp', {
      textDocument: { uri: MODEL_URI },
      position,
    });
    expect(help).toMatchObject({
      activeParameter: 1,
      signatures: [{ label: expect.stringMatching(/^damage \/ repro/) }],
    });
  });
});
