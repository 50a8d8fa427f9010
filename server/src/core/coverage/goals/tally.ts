import type { CategoryState } from '../types';

/** What is said to a question on one operation. */
export interface Answer {
  readonly state: CategoryState;
  readonly by: readonly string[];
}

/** From what is settled best to what nobody has looked at. */
const ORDER: Readonly<Record<CategoryState, number>> = {
  'not-applicable': 0,
  controlled: 1,
  silenced: 2,
  avoided: 3,
  mitigated: 4,
  transferred: 5,
  accepted: 6,
  assumed: 7,
  planned: 8,
  threatened: 9,
  unanswered: 10,
};

export function isWorse(first: CategoryState, second: CategoryState): boolean {
  return ORDER[first] > ORDER[second];
}

/** Answers that nobody gave by name, one object each: operations are many. */
export const ANSWERS = Object.fromEntries(
  (Object.keys(ORDER) as CategoryState[]).map((state): [CategoryState, Answer] => [state, { state, by: [] }]),
) as Readonly<Record<CategoryState, Answer>>;

/** The worst of the answers to a question, how many operations it is given on, and who gives it. */
export class Tally {
  state: CategoryState = 'not-applicable';
  left = 0;
  readonly #by = new Set<string>();

  add(answer: Answer): void {
    if (isWorse(answer.state, this.state)) {
      this.state = answer.state;
      this.left = 0;
      this.#by.clear();
    }
    if (answer.state !== this.state) return;
    for (const word of answer.by) this.#by.add(word);
    this.left++;
  }

  get by(): readonly string[] {
    return [...this.#by];
  }
}
