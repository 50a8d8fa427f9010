import { type CodeAction, commands, type Uri } from 'vscode';
import { ours, ruleOf } from './wait';

/** A quick fix whose title has a match, at a finding of a file; `rule` narrows the findings down. */
export async function offered(uri: Uri, strategy: RegExp, rule?: string): Promise<CodeAction> {
  const wanted = ours(uri).filter((d) => ruleOf(d) !== 'unanswered' && (rule === undefined || ruleOf(d) === rule));
  for (const { range } of wanted) {
    const all = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix');
    const found = all.find(({ title }) => strategy.test(title));
    if (found) return found;
  }
  throw new Error(`no fix ${strategy}`);
}

/** Does what a click on it does; the sentence that says why where that was not possible. */
export const run = ({ command }: CodeAction): Thenable<string | null> =>
  commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
