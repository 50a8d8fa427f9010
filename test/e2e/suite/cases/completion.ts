import * as assert from 'node:assert/strict';
import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  MarkdownString,
  Position,
  Selection,
  type SignatureHelp,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { exampleFile, restore, setText, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf } from '../wait';

/** The example's model, once everything is known, with lines behind the first line that holds `after`. */
async function model(after: string, lines: string): Promise<{ document: TextDocument; end: Position }> {
  await ourExtension().exports.ready;
  const { uri } = await show(exampleFile('openapi.yaml'));
  await diagnosticsOf(uri, 'diagnostics on the specification');
  const document = await show(exampleFile('shop.threats.yaml'));
  const before = document.getText().split('\n');
  const index = before.findIndex((line) => line.includes(after)) + 1;
  assert.ok(index > 0, `the example has "${after}"`);
  await setText(document, before.toSpliced(index, 0, ...lines.split('\n')).join('\n'));
  const last = index + lines.split('\n').length - 1;
  const end = new Position(last, document.lineAt(last).text.length);
  const editor = window.activeTextEditor;
  assert.ok(editor, 'the model is shown');
  editor.selection = new Selection(end, end);
  return { document, end };
}

async function items({ uri }: TextDocument, at: Position): Promise<readonly CompletionItem[]> {
  const provider = 'vscode.executeCompletionItemProvider';
  const list = await commands.executeCommand<CompletionList>(provider, uri, at, undefined, 20);
  return list.items;
}

const nameOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label);

/** Takes the suggestion that is selected as soon as there is one: nothing tells that the list is shown. */
async function accept(done: () => boolean): Promise<void> {
  for (let attempt = 0; !done(); attempt++) {
    assert.ok(attempt < 2000, 'a suggestion was taken');
    await commands.executeCommand('acceptSelectedSuggestion');
  }
}

const hoverText = async ({ uri }: TextDocument, at: Position): Promise<string> => {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : String(one))))
    .join('\n');
};

export const completionCases: readonly Case[] = [
  {
    name: 'completion in a half-typed place: operations of the description, explained when looked at',
    async run() {
      const { document, end } = await model('order-owner:', '    covers: disclosure on store GET /or');
      const found = await items(document, end);
      const path = found.find((item) => nameOf(item) === '/orders/{orderId}');
      assert.ok(path, `the path is among ${found.map(nameOf).join(', ')}`);
      const { documentation } = path;
      assert.match(documentation instanceof MarkdownString ? documentation.value : '', /GET \/orders/);
      await restore(document);
      return `${found.length} items`;
    },
  },
  {
    name: 'completion at the keyboard: a key, then at once its values',
    async run() {
      const { document, end } = await model('order-owner:', '    strat');
      const line = () => document.lineAt(end.line).text;
      await commands.executeCommand('editor.action.triggerSuggest');
      await accept(() => line().startsWith('    strategy: '));
      await accept(() => /strategy: \w+$/.test(line()));
      assert.equal(line(), '    strategy: reduce');
      await commands.executeCommand('leaveSnippet');
      await restore(document);
    },
  },
  {
    name: 'completion at the keyboard: a whole entry with its indentation',
    async run() {
      const { document, end } = await model('mitigations:', '  acc');
      await commands.executeCommand('editor.action.triggerSuggest');
      await accept(() => document.getText().includes('new-acceptance:'));
      const lines = document
        .getText()
        .split(/\r?\n/)
        .slice(end.line, end.line + 4);
      assert.deepEqual(lines.slice(0, 3), ['  new-acceptance:', '    title: TODO', '    strategy: accept']);
      await commands.executeCommand('leaveSnippet');
      await restore(document);
    },
  },
  {
    name: 'an empty model shows what it may begin with, unasked',
    async run() {
      await ourExtension().exports.ready;
      const uri = exampleFile('empty.threats.yaml');
      await workspace.fs.writeFile(uri, new Uint8Array());
      try {
        const document = await show(uri);
        await accept(() => document.getText() !== '');
        assert.match(document.getText(), /^stridewise: 1\ntitle: /);
        await commands.executeCommand('leaveSnippet');
        await restore(document);
        await commands.executeCommand('workbench.action.closeActiveEditor');
      } finally {
        await workspace.fs.delete(uri);
      }
    },
  },
  {
    name: 'words of a model: hovers, and the parts of a vector and of a statement while they are typed',
    async run() {
      const { document, end } = await model('enumerate-orders:', '    dread: 8/9/7');
      const at = (text: string) => document.positionAt(document.getText().indexOf(text) + 1);
      assert.match(await hoverText(document, at('ownership-check')), /It answers/);
      assert.match(await hoverText(document, at('mitigations:')), /What is done about it/);
      const help = await commands.executeCommand<SignatureHelp>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        end,
      );
      assert.equal(help.activeParameter, 2);
      await restore(document);
      const statement = await model('mitigations:', '  another:\n    covers: tampering on ');
      const parts = await commands.executeCommand<SignatureHelp>(
        'vscode.executeSignatureHelpProvider',
        statement.document.uri,
        statement.end,
      );
      assert.deepEqual([parts.signatures[0]?.label, parts.activeParameter], ['what on where', 1]);
      await restore(statement.document);
    },
  },
];
