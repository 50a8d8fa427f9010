import type { Mitigation, Model } from '../model/types';
import { memoText } from '../text';
import type { Standing } from './standing';
import { better, worse } from './states';
import type { State } from './types';

/** An answer with what it is worth. */
export interface Stood {
  readonly owner: Mitigation;
  readonly standing: Standing;
}

/** What holds in one environment; its name is empty where all are alike. */
export interface HoldingIn {
  readonly environment: string;
  /** Those that count there, each once however many of its places hit: what lacks something, is missing or past its day does not. */
  readonly answers: readonly Mitigation[];
  readonly state: State;
}

const split = memoText(50, (text): readonly string[] => (text === '' ? [] : text.split(' ')));

/** The environments of several models together; the same object for the same ids. */
export function environmentsOf(models: readonly Model[]): readonly string[] {
  return split([...new Set(models.flatMap((model) => model.environments.map(({ id }) => id)))].join(' '));
}

/** Answers by the environments that they hold in: one entry where all of them hold everywhere. */
export function holdingIn(answers: readonly Stood[], environments: readonly string[]): readonly HoldingIn[] {
  const isEverywhere = answers.every(({ owner }) => owner.in.length === 0);
  const names = isEverywhere || environments.length === 0 ? [''] : environments;
  return names.map((environment) => {
    const here = answers.filter(({ owner }) => owner.in.length === 0 || owner.in.includes(environment));
    const counting = here.filter(({ standing }) => standing.state !== null);
    return { environment, answers: [...new Set(counting.map(({ owner }) => owner))], state: bestOf(counting) };
  });
}

function bestOf(answers: readonly Stood[]): State {
  return answers.reduce<State>(
    (best, { standing }) => (standing.state === null ? best : better(best, standing.state)),
    'threatened',
  );
}

/** What is not answered in every environment is open. */
export function worstState(places: readonly HoldingIn[]): State {
  return places.map(({ state }) => state).reduce(worse, places[0]?.state ?? 'threatened');
}

/** Where nothing answers although something does elsewhere, as a sentence; empty where there is no such place. */
export function openElsewhere(places: readonly HoldingIn[]): string {
  const open = places.filter(({ state }) => state === 'threatened').map(({ environment }) => environment);
  if (open.length === 0 || open.length === places.length) return '';
  return `Nothing answers it in ${open.join(' and ')}.`;
}
