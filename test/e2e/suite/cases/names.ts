import * as assert from 'node:assert/strict';
import {
  commands,
  type Hover,
  type Location,
  MarkdownString,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { exampleFile, restore, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';

const ask = <T>(what: string, ...given: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`vscode.execute${what}`, ...given);

async function opened(name: string): Promise<TextDocument> {
  await ourExtension().exports.ready;
  return show(exampleFile(name));
}

/** The middle of a text's first occurrence. */
function at(document: TextDocument, text: string, inside = text): Position {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is not there`);
  return document.positionAt(start + text.indexOf(inside) + Math.floor(inside.length / 2));
}

async function lines(locations: readonly Location[]): Promise<string[]> {
  const shown: string[] = [];
  for (const { uri, range } of locations) {
    const document = await workspace.openTextDocument(uri);
    shown.push(`${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: ${document.getText(range)}`);
  }
  return shown;
}

export const nameCases: readonly Case[] = [
  {
    name: 'references of an operation lie in the description and in the model',
    async run() {
      const document = await opened('openapi.yaml');
      const position = at(document, 'operationId: payOrder', 'payOrder');
      const found = await lines(await ask<Location[]>('ReferenceProvider', document.uri, position));
      assert.ok(found.includes('shop.threats.yaml: payOrder'), found.join('\n'));
      assert.ok(
        found.some((line) => line.startsWith('openapi.yaml: ')),
        found.join('\n'),
      );
      return `${found.length} references`;
    },
  },
  {
    name: 'a name leads to where it is declared',
    async run() {
      const model = await opened('shop.threats.yaml');
      const position = at(model, 'covers: enumerate-orders', 'enumerate-orders');
      const found = await ask<Location[]>('DefinitionProvider', model.uri, position);
      assert.deepEqual(await lines(found), ['shop.threats.yaml: enumerate-orders']);
      return undefined;
    },
  },
  {
    name: 'an operation leads to what the model says of it, and its hover has the six categories',
    async run() {
      const document = await opened('openapi.yaml');
      const position = at(document, 'operationId: payOrder', 'payOrder');
      const found = await lines(await ask<Location[]>('DefinitionProvider', document.uri, position));
      assert.ok(
        found.includes('shop.threats.yaml: tampering and disclosure on store operation payOrder'),
        found.join('\n'),
      );
      const hovers = await ask<Hover[]>('HoverProvider', document.uri, position);
      const text = hovers
        .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : String(one))))
        .join('\n');
      for (const word of ['spoofing', 'tampering', 'repudiation', 'disclosure', 'denial', 'elevation']) {
        assert.ok(text.includes(word), `${word} is in: ${text}`);
      }
      return `${found.length} places`;
    },
  },
  {
    name: 'a path is renamed at its key, and in the model',
    async run() {
      const document = await opened('openapi.yaml');
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const [before, beforeModel] = [document.getText(), model.getText()];
      const position = at(document, '  /orders/{orderId}:', 'orders');
      const edit = await ask<WorkspaceEdit>('DocumentRenameProvider', document.uri, position, '/purchases/{orderId}');
      assert.ok(await workspace.applyEdit(edit));
      assert.equal(document.getText(), before.replace('  /orders/{orderId}:', '  /purchases/{orderId}:'));
      assert.equal(model.getText(), beforeModel.replace('GET /orders/{orderId}', 'GET /purchases/{orderId}'));
      await restore(model);
      await restore(document);
      return `${edit.size} files`;
    },
  },
  {
    name: 'an operation is renamed in the description and in the model at once',
    async run() {
      const document = await opened('openapi.yaml');
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const [before, beforeModel] = [document.getText(), model.getText()];
      const position = at(document, 'operationId: payOrder', 'payOrder');
      const edit = await ask<WorkspaceEdit>('DocumentRenameProvider', document.uri, position, 'settleOrder');
      assert.ok(await workspace.applyEdit(edit));
      assert.equal(document.getText(), before.replaceAll('payOrder', 'settleOrder'));
      assert.equal(model.getText(), beforeModel.replaceAll('payOrder', 'settleOrder'));
      await restore(model);
      await restore(document);
      return `${edit.size} files`;
    },
  },
  {
    name: 'a threat is renamed where it is declared and where it is named',
    async run() {
      const model = await opened('shop.threats.yaml');
      const before = model.getText();
      const position = at(model, 'covers: enumerate-orders', 'enumerate-orders');
      const edit = await ask<WorkspaceEdit>('DocumentRenameProvider', model.uri, position, 'counted-orders');
      assert.ok(await workspace.applyEdit(edit));
      assert.equal(model.getText(), before.replaceAll('enumerate-orders', 'counted-orders'));
      await restore(model);
    },
  },
  {
    name: 'what cannot be renamed whole says why',
    async run() {
      const document = await opened('openapi.yaml');
      const position = at(document, '    get:', 'get');
      const refused = await commands.executeCommand('vscode.prepareRename', document.uri, position).then(
        () => 'nothing',
        (error: unknown) => String(error),
      );
      assert.match(refused, /A method is no name/);
      return undefined;
    },
  },
];
