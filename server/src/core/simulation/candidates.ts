import { CONTROLS } from '../controls';
import type { ApiAnalysis, Finding, Member } from '../coverage/types';
import type { Mitigation } from '../model/types';
import { isOpen } from '../risk';
import type { Answered, Builder } from './builder';
import type { Lowered } from './types';

/** The share that a measure leaves once it is there: the default effect of what is implemented. */
const LEFT = 0.5;
/** What is gone cannot be attacked; a twentieth for what was overlooked. */
const LEFT_OF_REMOVED = 0.05;

const titles = new Map(CONTROLS.map(({ id, title }) => [id, title]));

/** A finding at one of its operations. */
export interface Weakness {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly member: Member;
}

/** Measures that would make it less likely: what models plan or call missing, then controls that would answer what is open. */
export function measuresFor(builder: Builder, { api, finding, member }: Weakness, several: boolean): Lowered[] {
  const said = member.answers.filter(isToCome);
  const named = new Set(said.map(({ control }) => control));
  const controls = isOpen(finding) ? (finding.definition?.controls ?? []) : [];
  const others = controls.filter((control) => !named.has(control));
  const { certainty } = member.appraisal.basis;
  const answered = { finding: finding.id, touched: member.operation, certainty };
  return [
    ...saidMeasures(builder, said, answered),
    ...others.map((control) => {
      const words = possible(control, api.id, several);
      return { candidate: builder.candidate(`${control}@${api.id}`, words, answered), left: LEFT };
    }),
  ];
}

/** Whether an answer is still to be carried out; to accept is nothing to carry out. */
export function isToCome({ status, strategy }: Mitigation): boolean {
  return (status === 'planned' || status === 'missing') && strategy !== 'accept';
}

/** Answers to come, as measures against a finding. */
export function saidMeasures(builder: Builder, answers: readonly Mitigation[], answered: Answered): Lowered[] {
  return answers.map((answer) => ({
    candidate: builder.candidate(`${answer.at.uri} ${answer.id}`, wordsOf(answer), answered),
    left: leftBy(answer),
  }));
}

/** The share that an answer leaves once it is carried out. */
function leftBy({ strategy, effect }: Mitigation): number {
  if (strategy === 'avoid') return LEFT_OF_REMOVED;
  if (effect !== null) return Math.min(1, Math.max(LEFT_OF_REMOVED, 1 - effect));
  return strategy === 'transfer' ? 1 : LEFT;
}

function wordsOf({ id, title, status, control, at }: Mitigation) {
  return {
    id,
    title: title === '' ? id : title,
    source: status === 'missing' ? 'missing' : 'planned',
    control,
    at,
  } as const;
}

function possible(control: string, api: string, several: boolean) {
  const title = titles.get(control) ?? control;
  return {
    id: several ? `${control}@${api}` : control,
    title: several ? `${title} (${api})` : title,
    source: 'possible',
    control,
    at: null,
  } as const;
}
