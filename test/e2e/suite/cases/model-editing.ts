import * as assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  Position,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  type TextEdit,
  workspace,
} from 'vscode';
import { exampleFile, onDisk, restore, setText, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';

async function model(): Promise<TextDocument> {
  const document = await show(exampleFile('shop.threats.yaml'));
  assert.equal(document.languageId, 'threat-model');
  await ourExtension().exports.ready;
  return document;
}

const ask = <T>(what: string, ...given: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`vscode.execute${what}`, ...given);

const lineOf = (document: TextDocument, text: string) => document.positionAt(document.getText().indexOf(text)).line;

const whole = (document: TextDocument) => new Range(new Position(0, 0), new Position(document.lineCount, 0));

async function lensTitles({ uri }: TextDocument): Promise<string[]> {
  const lenses = await ask<CodeLens[]>('CodeLensProvider', uri, 100);
  return lenses.map(({ command }) => command?.title ?? '');
}

/** Asks until an answer is as wanted: nothing tells when a setting has arrived. */
async function becomes<T>(ask: () => Thenable<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
  }
}

export const modelEditingCases: readonly Case[] = [
  {
    name: 'the outline of the model, and its entries and operations in the workspace',
    async run() {
      const document = await model();
      const symbols = await ask<DocumentSymbol[]>('DocumentSymbolProvider', document.uri);
      const threats = symbols.find(({ name }) => name === 'threats');
      const found = threats?.children.map(({ name, detail }) => `${name}: ${detail}`);
      assert.equal(found?.[0], "enumerate-orders: A customer reads another customer's order by guessing its id");
      const operations = await ask<SymbolInformation[]>('WorkspaceSymbolProvider', 'payOrder');
      assert.ok(operations.some(({ name }) => name === 'POST /orders/{orderId}/payment (payOrder)'));
      const entries = await ask<SymbolInformation[]>('WorkspaceSymbolProvider', 'order-owner');
      assert.ok(entries.some(({ containerName }) => containerName === 'mitigations'));
      return `${symbols.length} sections`;
    },
  },
  {
    name: 'sections and entries fold, a selection grows from the word to the file',
    async run() {
      const document = await model();
      const folds = await ask<FoldingRange[]>('FoldingRangeProvider', document.uri);
      const line = lineOf(document, '  enumerate-orders:');
      assert.equal(folds.find(({ start }) => start === line)?.end, line + 5);
      const others = await ask<FoldingRange[]>('FoldingRangeProvider', exampleFile('openapi.yaml'));
      assert.ok(others.length > 0, 'a description folds as ever');
      const at = document.positionAt(document.getText().indexOf('orderId}') + 2);
      const [first] = await ask<SelectionRange[]>('SelectionRangeProvider', document.uri, [at]);
      const texts: string[] = [];
      for (let range: SelectionRange | undefined = first; range; range = range.parent)
        texts.push(document.getText(range.range));
      assert.ok(texts.includes('store GET /orders/{orderId}'), texts.join('\n---\n'));
      assert.ok(texts.includes('affects: store GET /orders/{orderId}'));
      assert.equal(texts.at(-1), document.getText());
    },
  },
  {
    name: 'links lead to the specification, to a text in a file and to public pages',
    async run() {
      const document = await model();
      const links = await ask<DocumentLink[]>('LinkProvider', document.uri, 100);
      const targets = links.map(({ target }) => target?.toString(true) ?? '');
      const hasTarget = (pattern: RegExp) =>
        assert.ok(
          targets.some((one) => pattern.test(one)),
          targets.join('\n'),
        );
      hasTarget(/\/openapi\.yaml$/);
      hasTarget(/\/openapi\.yaml#L\d+$/);
      hasTarget(/^https:\/\/cwe\.mitre\.org\/data\/definitions\/346\.html$/);
      hasTarget(/^https:\/\/owasp\.org\/API-Security\/editions\/2023\/en\/0xaa-/);
    },
  },
  {
    name: 'lenses say what entries cover, lead there, and a setting hides them',
    async run() {
      const document = await model();
      const titles = await becomes(
        () => lensTitles(document),
        (all) => all.some((title) => /^covers \d+ finding/.test(title)),
      );
      assert.ok(titles.includes('covers nothing'), titles.join('\n'));
      const lenses = await ask<CodeLens[]>('CodeLensProvider', document.uri, 100);
      const leading = lenses.find(({ command }) => command?.command === 'stridewise.showPlaces');
      assert.ok(leading?.command);
      await commands.executeCommand(leading.command.command, ...(leading.command.arguments ?? []));
      await commands.executeCommand('closeReferenceSearch');
      const settings = workspace.getConfiguration('stridewise');
      await settings.update('codeLens', false, true);
      await becomes(
        () => lensTitles(document),
        (all) => all.length === 0,
      );
      await settings.update('codeLens', undefined, true);
      return titles.slice(0, 6).join('; ');
    },
  },
  {
    name: 'the model is laid out as it was, whatever its blanks were',
    async run() {
      const document = await model();
      const before = document.getText();
      const options = { tabSize: 2, insertSpaces: true };
      const none = await ask<TextEdit[] | undefined>('FormatDocumentProvider', document.uri, options);
      assert.deepEqual(none ?? [], []);
      await setText(
        document,
        before.replace(/^ +/gm, (blanks) => blanks + blanks).replace(/^( *[\w-]+): (?=\S)/gm, '$1:  '),
      );
      assert.notEqual(document.getText(), before);
      await commands.executeCommand('editor.action.formatDocument');
      const after = document.getText();
      await restore(document);
      assert.equal(after, before);
    },
  },
  {
    name: 'a model is laid out when it is saved, where the settings say so',
    async run() {
      const document = await model();
      const before = document.getText();
      const settings = workspace.getConfiguration('editor', { languageId: 'threat-model' });
      assert.equal(settings.get('defaultFormatter'), ourExtension().id, 'ours is the formatter of models');
      await settings.update('formatOnSave', true, true, true);
      try {
        await setText(
          document,
          before.replace(/^ +/gm, (blanks) => blanks + blanks),
        );
        assert.notEqual(document.getText(), before);
        assert.ok(await document.save(), 'the model is saved');
        assert.equal(document.getText(), before);
        assert.equal(await onDisk(document.uri), before);
      } finally {
        await settings.update('formatOnSave', undefined, true, true);
        await workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
        await restore(document);
      }
    },
  },
  {
    name: 'the word at the cursor is shown at its other places',
    async run() {
      const document = await model();
      const at = document.positionAt(document.getText().indexOf('covers: enumerate-orders') + 12);
      const found = await ask<DocumentHighlight[]>('DocumentHighlights', document.uri, at);
      const shown = found.map(({ range, kind }) => `${document.getText(range)} ${kind}`).sort();
      assert.deepEqual(shown, ['enumerate-orders 1', 'enumerate-orders 2']);
      assert.ok(found.some(({ range }) => range.start.line === lineOf(document, '  enumerate-orders:')));
    },
  },
  {
    name: 'words have colours by what they mean, vectors and patterns their figures',
    async run() {
      const document = await model();
      const { tokenTypes } = await commands.executeCommand<SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const { data } = await commands.executeCommand<SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      assert.equal(tokenTypes[data[3] ?? -1], 'namespace');
      const hints = await becomes(
        () => ask<InlayHint[]>('InlayHintProvider', document.uri, whole(document)),
        (all) => all.some(({ label }) => /^[1-9]\d* operations$/.test(String(label))),
      );
      const vector = hints.find(({ position }) => document.lineAt(position.line).text.includes('8/9/7/8/6'));
      assert.equal(vector?.label, '7.6 high');
      return hints.map(({ label }) => String(label)).join('; ');
    },
  },
];
