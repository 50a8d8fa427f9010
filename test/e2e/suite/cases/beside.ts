import * as assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, Range, type TextDocument, type Uri, workspace } from 'vscode';
import { exampleFile, restore, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, ruleOf, until } from '../wait';
import { withSetting } from '../with-setting';

const actionsAt = async (uri: Uri, range: Range, kind: string): Promise<CodeAction[]> =>
  (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 50)) ?? [];

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action?.command, 'an action of ours');
  await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const changed = (document: TextDocument, before: string) =>
  until('the text has changed', workspace.onDidChangeTextDocument, () => document.getText() !== before);

export const besideCases: readonly Case[] = [
  {
    name: 'an answer is written into the description where the setting says so, and moves to the model',
    async run() {
      const spec = await show(exampleFile('openapi.yaml'));
      const document = await workspace.openTextDocument(exampleFile('openapi.yaml'));
      const model = await workspace.openTextDocument(exampleFile('shop.threats.yaml'));
      const [before, modelBefore] = [document.getText(), model.getText()];
      const found = await diagnosticsOf(document.uri, 'findings', (all) => all.length > 0);
      let finding: Diagnostic | undefined;
      await withSetting('answers.place', 'description', async () => {
        for (const one of found.filter(({ severity }) => severity <= 1)) {
          const actions = await actionsAt(document.uri, one.range, 'quickfix');
          const action = actions.find(({ title }) => /^Mitigate: .*\(in the description\)$/.test(title));
          if (action === undefined) continue;
          assert.ok(!actions.some(({ title }) => /^Mitigate: /.test(title) && !title.includes('in the description')));
          finding = one;
          await apply(action);
          break;
        }
        await changed(document, before);
      });
      assert.equal(model.getText(), modelBefore, 'the model stays');
      const lines = document.getText().split('\n');
      const at = lines.findIndex((line) => line.trim() === 'mitigations:') + 1;
      assert.ok(
        lines[at - 1] !== undefined && lines[at - 2]?.trim() === 'x-stridewise:',
        lines.slice(at - 2, at + 4).join('\n'),
      );
      await diagnosticsOf(document.uri, 'the finding says what is planned', (all) =>
        all.some(
          (one) => finding !== undefined && ruleOf(one) === ruleOf(finding) && /planned, not done/.test(one.message),
        ),
      );
      const written = document.getText();
      const column = (lines[at] ?? '').search(/\S/);
      const moves = await actionsAt(document.uri, new Range(at, column, at, column), 'refactor.move');
      await apply(moves[0]);
      await changed(document, written);
      assert.equal(document.getText(), before, 'nothing is left in the description');
      assert.notEqual(model.getText(), modelBefore, 'it stands in the model');
      await restore(document);
      await restore(model);
      return `${moves[0]?.title}; ${spec.uri.path.split('/').at(-1)}`;
    },
  },
];
