import * as assert from 'node:assert/strict';
import { commands, type Hover, languages, MarkdownString, Position, type Uri, window, workspace } from 'vscode';
import { chooseFirst, exampleFile, restore, show } from '../example';
import { groupBy, ourExtension, type Row, threats, tree } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf, ours, ruleOf, until } from '../wait';

const known = async (): Promise<Uri> => {
  await ourExtension().exports.ready;
  const { uri } = await show(exampleFile('openapi.yaml'));
  await diagnosticsOf(uri, 'diagnostics on the specification');
  return uri;
};

async function page(): Promise<string> {
  const label = () => window.tabGroups.activeTabGroup.activeTab?.label ?? '';
  await until('the page is shown', window.tabGroups.onDidChangeTabs, () => label().startsWith('Preview'));
  const shown = label();
  await commands.executeCommand('workbench.action.closeActiveEditor');
  return shown;
}

/** A cause of the example that several operations share. */
async function sharedCause(): Promise<{ cause: Row; parts: Row[] }> {
  await groupBy('Risk');
  for (const { rows } of await tree()) {
    for (const cause of rows.filter(({ node }) => node.context === 'finding.open')) {
      const parts = await threats().rows(cause.node);
      if (parts.length > 1 && cause.item.label === 'One caller may reach another caller’s objects')
        return { cause, parts };
    }
  }
  throw new Error('no shared cause in the tree');
}

async function operationLine(name: string): Promise<Position> {
  const document = await workspace.openTextDocument(exampleFile('openapi.yaml'));
  const at = document.positionAt(document.getText().indexOf(`operationId: ${name}`));
  return new Position(at.line - 1, 5);
}

export const explainCases: readonly Case[] = [
  {
    name: 'a threat is mitigated from its item: a list of answers, and the chosen one lands in the model',
    async run() {
      await known();
      const { cause } = await sharedCause();
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const before = model.getText();
      const run = commands.executeCommand('stridewise.mitigate', cause.node);
      await chooseFirst(() => model.getText() !== before);
      await run;
      assert.match(model.getText(), /control: ownership-check|broken-object-level-authorization on store/);
      await commands.executeCommand('leaveSnippet');
      await restore(model);
    },
  },
  {
    name: 'an operation below its cause is answered alone; the cause stays at its place with one less',
    async run() {
      const uri = await known();
      const { cause, parts } = await sharedCause();
      const rule = 'broken-object-level-authorization';
      const line = (await threats().details(cause.node))?.location?.range.start.line ?? -1;
      const there = () => ours(uri).filter((d) => ruleOf(d) === rule && d.range.start.line === line);
      const [first] = there().map(({ message }) => message);
      assert.match(first ?? '', new RegExp(`^${parts.length} operations`));
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const before = model.getText();
      const [part] = parts;
      assert.ok(part);
      const run = commands.executeCommand('stridewise.mitigate', part.node);
      await chooseFirst(() => model.getText() !== before);
      await run;
      await commands.executeCommand('leaveSnippet');
      await diagnosticsOf(uri, 'the cause has one operation less', () =>
        there().some(({ message }) => message !== first),
      );
      const messages = there().map(({ message }) => message);
      await restore(model);
      await diagnosticsOf(uri, 'the cause is whole again', () => there().some(({ message }) => message === first));
      return messages.join('; ');
    },
  },
  {
    name: 'a rule is explained for the operation at the cursor, also where it finds nothing',
    async run() {
      const uri = await known();
      const at = await operationLine('listProducts');
      const place = { uri: uri.toString(), position: { line: at.line, character: at.character } };
      await commands.executeCommand('stridewise.explainRule', place, 'missing-authentication');
      return page();
    },
  },
  {
    name: 'the report of the workspace is shown as a page',
    async run() {
      await known();
      await commands.executeCommand('stridewise.showReport');
      const shown = await page();
      assert.match(shown, /Report/);
      return shown;
    },
  },
  {
    name: 'a hover links to the explanations, and to these commands alone',
    async run() {
      const uri = await known();
      const at = await operationLine('payOrder');
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
      const contents = hovers.flatMap((hover) => hover.contents).filter((part) => part instanceof MarkdownString);
      const own = contents.find(({ value }) => value.includes('Why not something else'));
      assert.ok(own, 'our hover');
      assert.deepEqual(own.isTrusted, {
        enabledCommands: ['stridewise.explain', 'stridewise.explainRule', 'stridewise.mitigate'],
      });
      const [, query] = /\[Why\?\]\(command:stridewise\.explain\?([^)]*)\)/.exec(own.value) ?? [];
      await commands.executeCommand('stridewise.explain', ...JSON.parse(decodeURIComponent(query ?? '')));
      return page();
    },
  },
  {
    name: 'the settings hide findings of a rule, and show them again',
    async run() {
      const uri = await known();
      const rule = 'broken-object-level-authorization';
      const shown = ours(uri).filter((d) => ruleOf(d) === rule).length;
      assert.ok(shown > 0);
      const settings = workspace.getConfiguration('stridewise');
      const isHidden = (hidden: boolean) => () => ours(uri).some((d) => ruleOf(d) === rule) !== hidden;
      await settings.update('hide', [rule], true);
      await until('they are hidden', languages.onDidChangeDiagnostics, isHidden(true));
      await settings.update('hide', undefined, true);
      await until('they are back', languages.onDidChangeDiagnostics, isHidden(false));
    },
  },
];
