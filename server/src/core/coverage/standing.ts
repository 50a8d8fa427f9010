import { listed } from '../model';
import type { Mitigation } from '../model/types';
import type { State } from './types';

/** What an answer is worth today: a state, or null and the reason why it does not count. */
export interface Standing {
  readonly state: State | null;
  readonly lacking: string;
}

/** Judges one answer on its own; `removing` when it speaks through `removes`. */
export function standingOf(answer: Mitigation, removing: boolean, today: string): Standing {
  if (answer.missing.length > 0) {
    return none(`"${answer.id}" does not count yet: it lacks ${listed(answer.missing)}.`);
  }
  if (answer.strategy === 'accept') return accepted(answer, today);
  if (answer.status === 'missing') return none(`"${answer.id}" says that the control is missing.`);
  if (answer.status === 'planned' || answer.status === null) return planned(answer, today);
  if (removing || answer.strategy === 'avoid') return counts('avoided');
  return counts(answer.strategy === 'transfer' ? 'transferred' : 'mitigated');
}

function accepted({ id, until, assumed }: Mitigation, today: string): Standing {
  if (until !== '' && today > until) {
    return none(`"${id}" ${assumed ? 'assumed' : 'accepted'} it until ${until}, which has passed.`);
  }
  return counts(assumed ? 'assumed' : 'accepted');
}

function planned(answer: Mitigation, today: string): Standing {
  if (answer.due !== '' && today > answer.due) {
    return none(`"${answer.id}" was due on ${answer.due} and is still only planned.`);
  }
  return counts('planned');
}

function counts(state: State): Standing {
  return { state, lacking: '' };
}

function none(lacking: string): Standing {
  return { state: null, lacking };
}
