import * as assert from 'node:assert/strict';
import { type CodeAction, commands, Range, type TextDocument, type Uri, window, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, ruleOf, until } from '../wait';

/** Our actions of a kind at the finding of a rule. */
async function actionsAt(uri: Uri, rule: string, kind: string): Promise<CodeAction[]> {
  const all = await diagnosticsOf(uri, `a finding of ${rule}`, (found) => found.some((one) => ruleOf(one) === rule));
  const range = all.find((one) => ruleOf(one) === rule)?.range ?? new Range(0, 0, 0, 0);
  return (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 50)) ?? [];
}

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action, 'there is an action');
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit), 'the edit was taken');
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Waits for the text that an action gives, wants its finding to be gone, and puts the old text back. */
async function becomes(document: TextDocument, wanted: string, rule: string): Promise<void> {
  await until('the description has changed', workspace.onDidChangeTextDocument, () => document.getText() === wanted);
  await diagnosticsOf(document.uri, `${rule} is gone`, (all) => all.every((one) => ruleOf(one) !== rule));
  await restore(document);
}

const RULE = 'cleartext-transport';

export const specFixCases: readonly Case[] = [
  {
    name: 'a fix of the description comes first where it leaves no doubt, and changes nothing else',
    async run() {
      const uri = exampleFile('v1.yaml');
      const document = await show(uri);
      const before = document.getText();
      const [first, ...others] = await actionsAt(uri, RULE, 'quickfix');
      assert.equal(first?.isPreferred, true, first?.title);
      assert.ok(others.every(({ isPreferred }) => !isPreferred));
      await apply(first);
      await becomes(document, before.replace('schemes: [http]', 'schemes: [https]'), RULE);
      return first?.title ?? '';
    },
  },
  {
    name: 'all such fixes of a file are made at once',
    async run() {
      const uri = exampleFile('v1.yaml');
      const document = await show(uri);
      const before = document.getText();
      const [all, ...others] = await actionsAt(uri, RULE, 'source.fixAll');
      assert.deepEqual(others, []);
      assert.equal(all?.kind?.value, 'source.fixAll.stridewise');
      await apply(all);
      await becomes(document, before.replace('schemes: [http]', 'schemes: [https]'), RULE);
      return all?.title ?? '';
    },
  },
  {
    name: 'a value that the description does not imply is a tab stop, and never preferred',
    async run() {
      const uri = exampleFile('openapi.yaml');
      const document = await show(uri);
      const before = document.getText();
      const actions = await actionsAt(uri, 'server-side-request-forgery', 'quickfix');
      const fix = actions.find(({ title }) => title.startsWith('Narrow imageUrl with a pattern'));
      assert.equal(fix?.isPreferred ?? false, false);
      await apply(fix);
      const pattern = "'^https://(?:[a-z0-9-]+\\.)*example\\.com/'";
      const wanted = before.replace('imageUrl: { type: string,', `imageUrl: { type: string, pattern: ${pattern},`);
      await until('the pattern is there', workspace.onDidChangeTextDocument, () => document.getText() === wanted);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.getText(editor.selection), pattern.slice(1, -1), 'the value is selected');
      await becomes(document, wanted, 'server-side-request-forgery');
      return fix?.title ?? '';
    },
  },
];
