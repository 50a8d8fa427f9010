import { window } from 'vscode';
import { ANSWER_WITH, type AnswerWithParams, type MitigationChoice } from '../../../server/src/protocol';
import { text, withoutIcons, withoutLinks } from '../texts';
import { apply } from './apply-fix';
import type { Command, CommandContext } from './command';
import { findingOf, findingsOf, type Subject } from './finding-of';

/** Adds threats to what a mitigation of the model covers: those that the command was called on, else all that are checked. */
export const answerWith: Command = {
  id: 'stridewise.answerWith',
  run: async (context, node, selected) => {
    const named = findingsOf(context, node, selected);
    const subjects = named.length > 0 ? named : context.view.checked();
    const one = subjects.length > 0 ? undefined : await findingOf(context, node);
    await cover(context, { subjects: one ? [one] : subjects });
  },
};

/** The same with the mitigation that threats were dropped on. */
export async function dropOn(context: CommandContext, mitigation: string, subjects: readonly Subject[]): Promise<void> {
  await cover(context, { subjects, mitigation });
}

async function cover({ server }: CommandContext, params: AnswerWithParams): Promise<void> {
  if (params.subjects.length === 0) return;
  const choices = (await server.request<MitigationChoice[]>(ANSWER_WITH, params)) ?? [];
  const choice = params.mitigation === undefined ? await choose(choices) : choices[0];
  if (!choice) return;
  const problem = await apply(choice);
  if (problem !== null) void window.showErrorMessage(withoutLinks(problem));
}

async function choose(choices: readonly MitigationChoice[]): Promise<MitigationChoice | undefined> {
  if (choices.length === 0) {
    void window.showInformationMessage(text('No threat model has a mitigation that could answer this.'));
    return undefined;
  }
  const items = choices.map((choice) => ({
    label: withoutIcons(choice.title),
    description: withoutIcons(choice.description),
    ...(choice.refused !== undefined && { detail: withoutIcons(choice.refused) }),
    choice,
  }));
  const placeHolder = text('Which mitigation answers it too?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.choice;
}
