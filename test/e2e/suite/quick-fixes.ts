import * as assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, DiagnosticSeverity, languages, type Uri, window } from 'vscode';
import { again } from './example';
import { ours, ruleOf, until } from './wait';

/** What the extension is told to apply. */
interface Fix {
  readonly confirm?: boolean;
  readonly edits: readonly { readonly uri: string; readonly edits: readonly { readonly snippet?: string }[] }[];
}

/** A quick fix that was taken: one of the description, or an answer in a model. */
export interface Taken {
  readonly finding: string;
  readonly kind: 'description' | 'answer';
  readonly title: string;
  /** What was typed at its tab stops. */
  readonly typed: readonly string[];
}

type Choice = Omit<Taken, 'typed'> & { readonly action: CodeAction };

/** What somebody who has done the work types over what a fix proposes; all else is left as proposed. */
const TYPED: Readonly<Record<string, string>> = { planned: 'implemented' };

/** The open findings of a file: what is answered is a hint, and what nobody has asked yet a question. */
export const findingsIn = (uri: Uri): Diagnostic[] =>
  ours(uri).filter((one) => one.severity !== DiagnosticSeverity.Hint && ruleOf(one) !== 'unanswered');

/**
 * Takes quick fixes at the findings of a file until none is left. What is told comes later than what it is told of: a finding
 * that is offered nothing may be mended already.
 */
export async function fixEverything(uri: Uri): Promise<Taken[]> {
  const taken: Taken[] = [];
  const next = async () => (findingsIn(uri).length === 0 ? 'none' : choose(uri, taken));
  for (;;) {
    const choice = await until('a quick fix, or no finding', languages.onDidChangeDiagnostics, next).catch((error) => {
      const left = findingsIn(uri).map(({ message }) => `  ${message}`);
      throw new Error(`${error.message}; left are:\n${left.join('\n')}`);
    });
    if (choice === 'none') return taken;
    const { action, ...chosen } = choice;
    taken.push({ ...chosen, typed: await take(action) });
  }
}

/** What is taken next: the first fix at the first finding that is offered one, in the description where there is one. */
async function choose(uri: Uri, before: readonly Taken[]): Promise<Choice | null> {
  for (const { range, message: finding } of findingsIn(uri)) {
    const offered = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      'quickfix',
      50,
    );
    const fresh = offered.filter(({ title }) => !before.some((one) => one.finding === finding && one.title === title));
    const mend = fresh.find((action) => fixOf(action)?.edits.every((edit) => edit.uri === uri.toString()));
    if (mend) return { finding, kind: 'description', title: mend.title, action: mend };
    const answer = fresh.find(({ title }) => title.startsWith('Mitigate'));
    if (answer) return { finding, kind: 'answer', title: answer.title, action: answer };
  }
  return null;
}

function fixOf({ command }: CodeAction): Fix | undefined {
  return command?.arguments?.[0];
}

/** Does what a click does, agrees to what is shown first, and types what its tab stops ask for. */
async function take(action: CodeAction): Promise<string[]> {
  const fix = fixOf(action);
  assert.ok(action.command && fix, action.title);
  let isDone = false;
  const taking = commands.executeCommand<string | null>(action.command.command, fix).then((problem) => {
    isDone = true;
    return problem;
  });
  if (fix.confirm) await again('refactorPreview.apply', () => isDone);
  assert.equal(await taking, null, action.title);
  return fill(fix.edits[0]?.edits[0]?.snippet ?? '');
}

async function fill(snippet: string): Promise<string[]> {
  const typed: string[] = [];
  for (const _ of new Set(snippet.match(/\$\{[1-9]\d*/g))) {
    const editor = window.activeTextEditor;
    const proposed = editor?.document.getText(editor.selection) ?? '';
    const text = TYPED[proposed] ?? proposed;
    await commands.executeCommand('type', { text });
    typed.push(text);
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
  }
  await commands.executeCommand('leaveSnippet');
  return typed;
}
