import { window } from 'vscode';
import {
  EXPLAIN,
  type Explanation,
  OPERATION_RULES,
  type OperationRules,
  type WirePlace,
} from '../../../server/src/protocol';
import { text, withoutIcons } from '../texts';
import { showPage } from '../views/show-page';
import type { Command } from './command';

/** Lets a person choose a rule and says why it finds something on the operation, or why not. */
export const explainRule: Command = {
  id: 'stridewise.explainRule',
  run: async ({ server }, place, rule) => {
    const at = isPlace(place) ? place : cursor();
    if (at === null) return void window.showInformationMessage(text('Open an API description first.'));
    await server.ready();
    const known = await server.request<OperationRules>(OPERATION_RULES, at);
    if (!known) {
      return void window.showInformationMessage(text('Put the cursor into an operation of an API description first.'));
    }
    const chosen = typeof rule === 'string' ? rule : await chooseRule(known);
    if (chosen === undefined) return undefined;
    const explanation = await server.request<Explanation>(EXPLAIN, { rule: chosen, at });
    if (explanation) await showPage(explanation);
    return undefined;
  },
};

async function chooseRule({ operation, rules }: OperationRules): Promise<string | undefined> {
  const items = rules.map(({ id, title, fired, verdict }) => ({
    label: `$(${fired ? 'warning' : 'circle-slash'}) ${title}`,
    description: id,
    detail: withoutIcons(fired ? verdict : text('Not here: {0}', verdict)),
    id,
  }));
  const placeHolder = text('Which rule on {0}?', operation);
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.id;
}

function cursor(): WirePlace | null {
  const editor = window.activeTextEditor;
  if (!editor) return null;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

function isPlace(value: unknown): value is WirePlace {
  if (typeof value !== 'object' || value === null) return false;
  return 'uri' in value && typeof value.uri === 'string' && 'position' in value;
}
