import * as assert from 'node:assert/strict';
import { type CodeAction, commands, DiagnosticSeverity, type Uri, workspace } from 'vscode';
import { exampleFile, onDisk, show } from '../../suite/example';
import type { Case } from '../../suite/harness';
import { diagnosticsOf, until } from '../../suite/wait';

/** The fixes of a file's first warning or error that has some. */
async function fixesOf(uri: Uri): Promise<CodeAction[]> {
  const bad = ({ severity }: { severity: DiagnosticSeverity }) => severity <= DiagnosticSeverity.Warning;
  const all = await diagnosticsOf(uri, 'a warning', (found) => found.some(bad));
  for (const { range } of all.filter(bad)) {
    const kind = 'quickfix';
    const found = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 50);
    if (found.length > 0) return found;
  }
  throw new Error('nothing has a fix');
}

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action, 'there is a fix');
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit), 'the edit was taken');
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

export const fixCases: readonly Case[] = [
  {
    name: 'a fix puts a mitigation into the model, and saving keeps it',
    async run() {
      const { uri } = await show(exampleFile('openapi.yaml'));
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const before = model.getText();
      const fixes = await fixesOf(uri);
      await apply(fixes[0]);
      await until('the model has the mitigation', workspace.onDidChangeTextDocument, () => model.getText() !== before);
      assert.equal(await onDisk(model.uri), before, 'nothing was saved yet');
      assert.ok(await model.save(), 'the model can be saved');
      assert.equal(await onDisk(model.uri), model.getText());
      return fixes.map(({ title }) => title).join(' | ');
    },
  },
  {
    name: 'a fix of a specification without a model creates one beside it',
    async run() {
      const { uri } = await show(exampleFile('paths/parcel.yaml'));
      const [fix] = await fixesOf(uri);
      await apply(fix);
      const created = () =>
        workspace.textDocuments.find((document) => document.uri.path.endsWith('parcels.threats.yaml'));
      const model = await until('the model is open', workspace.onDidOpenTextDocument, created);
      assert.match(model.getText(), /^stridewise: 1/m);
      assert.equal(model.uri.toString(), exampleFile('parcels.threats.yaml').toString());
    },
  },
];
