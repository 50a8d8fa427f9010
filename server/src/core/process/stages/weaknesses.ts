import { isOpen } from '../../risk';
import type { StageInput } from '../stage-input';
import { kept, noneLeft, noneOf, unread } from '../stage-items';
import type { StageItem } from '../types';

/** By which weaknesses: what rules looked at, what descriptions leave open, and what written threats rest on. */
export function weaknesses(input: StageInput): readonly StageItem[] {
  const { model, apis } = input;
  const found = apis.flatMap(({ findings }) => findings.filter(({ definition }) => definition !== null));
  const silent = found.filter((finding) => finding.certainty === 'silent' && isOpen(finding));
  const unchecked = apis.flatMap(({ notChecked }) => notChecked);
  return kept([
    noneOf(
      apis,
      unchecked.map(({ reason, at }) => ({ id: reason, at })),
      {
        done: 'Every rule has looked at every API',
        left: '{check of a description has|checks of descriptions have} failed',
      },
    ),
    noneOf(
      found,
      silent.map(({ message, at }) => ({ id: message, at })),
      {
        done: 'Of every weakness it is known whether it is there',
        left: '{weakness may|weaknesses may} be there: a description does not say',
      },
    ),
    noneLeft(
      model.threats,
      model.threats.filter(({ rule, cwe }) => rule === '' && cwe.length === 0),
      {
        done: 'Every written threat names its weakness',
        left: '{written threat names|written threats name} no weakness, by `rule` or `cwe`',
      },
    ),
    unread(input, 'rules'),
  ]);
}
