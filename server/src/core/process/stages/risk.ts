import { leavesTooMuch } from '../../coverage';
import type { Finding } from '../../coverage/types';
import type { StageInput } from '../stage-input';
import { kept, noneLeft, noneOf, toldAs, unread } from '../stage-items';
import type { StageItem } from '../types';

const EVIDENCE = ['evidence-gone', 'evidence-outside', 'evidence-text-gone'] as const;

/** How bad it is and what is done: what is above the line, what is planned, and what has passed its day. */
export function risk(input: StageInput): readonly StageItem[] {
  const { model, apis } = input;
  const findings = apis.flatMap(({ findings: all }) => all).filter(({ rule }) => rule !== 'unanswered');
  const told = (wanted: (finding: Finding) => boolean) =>
    findings.filter(wanted).map(({ message, at }) => ({ id: message, at }));
  const answers = [...model.mitigations, ...model.assumptions];
  return kept([
    noneOf(
      findings,
      told(({ severity }) => severity === 'warning' || severity === 'error'),
      {
        done: 'Nothing that is shown and above the line is open',
        left: '{shown threat above the line is|shown threats above the line are} open',
      },
    ),
    noneOf(findings, told(leavesTooMuch), {
      done: 'What is reduced lies below the line',
      left: '{threat is|threats are} reduced and still above the line',
    }),
    noneOf(
      findings,
      told(({ state }) => state === 'planned'),
      {
        done: 'What was planned is done',
        left: '{answer is|answers are} planned and not done',
      },
    ),
    noneLeft(
      answers,
      answers.filter(({ missing }) => missing.length > 0),
      {
        done: 'Every answer says what its strategy needs',
        left: '{answer does|answers do} not count yet: something is missing',
      },
    ),
    toldAs(
      input,
      ['expired', 'overdue', 'accepts-too-much'],
      '{answer has passed its day or accepts|answers have passed their day or accept} too much',
    ),
    toldAs(input, ['covers-nothing'], '{answer covers|answers cover} nothing'),
    toldAs(input, EVIDENCE, '{piece of evidence is|pieces of evidence are} not there'),
    toldAs(input, ['review-overdue', 'never-reviewed'], 'review of the model is due'),
    unread(input, 'risk', 'mitigations', 'assumptions'),
  ]);
}
