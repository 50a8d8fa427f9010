import { window } from 'vscode';
import { FINDING_FIXES, type FindingFix } from '../../../server/src/protocol';
import { text, withoutIcons, withoutLinks } from '../texts';
import { apply } from './apply-fix';
import type { CommandContext } from './command';
import { findingOf } from './finding-of';

/** Lets a person choose among the fixes of a finding and applies the chosen one. */
export async function answer(
  context: CommandContext,
  argument: unknown,
  suits: (fix: FindingFix) => boolean,
): Promise<void> {
  const finding = await findingOf(context, argument);
  if (finding === undefined) return;
  const fixes = (await context.server.request<FindingFix[]>(FINDING_FIXES, finding))?.filter(suits) ?? [];
  const fix = await choose(fixes);
  if (!fix) return;
  const problem = await apply(fix);
  if (problem !== null) void window.showErrorMessage(withoutLinks(problem));
}

/** The only fix, or the one that a person picks. */
async function choose(fixes: readonly FindingFix[]): Promise<FindingFix | undefined> {
  if (fixes.length === 0) {
    void window.showInformationMessage(text('There is no answer to insert here.'));
    return undefined;
  }
  if (fixes.length === 1) return fixes[0];
  const items = fixes.map((fix) => ({ label: withoutIcons(fix.title), fix }));
  return (await window.showQuickPick(items, { placeHolder: text('How is it answered?') }))?.fix;
}
