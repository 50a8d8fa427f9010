import * as assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, DiagnosticSeverity, type Uri, workspace } from 'vscode';
import { exampleFile, onDisk, restore, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, ours, ruleOf, until } from '../wait';

const actionsAt = async (uri: Uri, { range }: Diagnostic): Promise<CodeAction[]> =>
  (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 50)) ?? [];

/** Does what a click on an action does. */
async function apply(action: CodeAction): Promise<void> {
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit), 'the edit was taken');
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The first finding, above information, that is offered a fix. */
async function findingWithFix(uri: Uri): Promise<{ finding: Diagnostic; actions: CodeAction[] }> {
  const all = await diagnosticsOf(uri, 'a warning', (found) =>
    found.some(({ severity }) => severity <= DiagnosticSeverity.Warning),
  );
  for (const finding of all.filter(({ severity }) => severity <= DiagnosticSeverity.Warning)) {
    const actions = await actionsAt(uri, finding);
    if (actions.length > 0) return { finding, actions };
  }
  throw new Error('no finding has a fix');
}

export const codeActionCases: readonly Case[] = [
  {
    name: 'a finding is offered the four strategies',
    async run() {
      const uri = exampleFile('openapi.yaml');
      await show(uri);
      const { actions } = await findingWithFix(uri);
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.length >= 4, `offered: ${titles.join(', ')}`);
      return titles.join(' | ');
    },
  },
  {
    name: 'a mitigation lands in the model, unsaved, and the finding changes',
    async run() {
      const uri = exampleFile('openapi.yaml');
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      await show(uri);
      const { finding, actions } = await findingWithFix(uri);
      const before = model.getText();
      const same = (d: Diagnostic) => ruleOf(d) === ruleOf(finding) && d.range.isEqual(finding.range);
      const [action] = actions;
      assert.ok(action);
      await apply(action);
      await until('the model has the mitigation', workspace.onDidChangeTextDocument, () => model.getText() !== before);
      await diagnosticsOf(uri, 'the finding is gone or says what is missing', (all) => {
        const left = all.find(same);
        return left === undefined || left.message !== finding.message;
      });
      assert.equal(await onDisk(model.uri), before, 'nothing was saved');
      assert.ok(ours(uri).length > 0, 'the other findings stay');
      await restore(model);
      return `${ruleOf(finding)}: ${action.title}`;
    },
  },
];
