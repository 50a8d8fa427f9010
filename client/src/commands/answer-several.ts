import { window } from 'vscode';
import { ANSWER_SEVERAL, type FindingParams, type SeveralFix } from '../../../server/src/protocol';
import { text, withoutIcons, withoutLinks } from '../texts';
import { apply } from './apply-fix';
import type { CommandContext } from './command';

/** Answers several findings in one edit, in one of the ways that suit; tells whether it did. */
export async function answerSeveral(
  { server }: CommandContext,
  subjects: readonly FindingParams[],
  suits: (strategy: SeveralFix['strategy']) => boolean,
): Promise<boolean> {
  if (subjects.length === 0) {
    void window.showInformationMessage(text('No threat is checked: check some in the Threats view first.'));
    return false;
  }
  const all = (await server.request<SeveralFix[]>(ANSWER_SEVERAL, { subjects })) ?? [];
  const fix = await choose(all.filter(({ strategy }) => suits(strategy)));
  if (!fix) return false;
  const problem = await apply(fix);
  if (problem === null) return true;
  void window.showErrorMessage(withoutLinks(problem));
  return false;
}

async function choose(fixes: readonly SeveralFix[]): Promise<SeveralFix | undefined> {
  if (fixes.length === 0) {
    void window.showInformationMessage(text('There is no answer to insert for these threats.'));
    return undefined;
  }
  if (fixes.length === 1) return fixes[0];
  const items = fixes.map((fix) => ({ label: fix.title, detail: withoutIcons(fix.detail), fix }));
  return (await window.showQuickPick(items, { placeHolder: text('How are they answered?') }))?.fix;
}
