import { type Characters, NONE } from './characters';

/** How often an atom may come. */
export interface Repeat {
  readonly min: number;
  readonly max: number;
}

export const ONCE: Repeat = { min: 1, max: 1 };

/** Loops of one alternative that are looked at; with more, the work would no longer be linear. */
const MAX_LOOPS = 8;
/** From here on a bounded repetition is as good as unbounded. */
const MANY = 20;

/** What is known of one alternative: the atoms it cannot do without, and its loops. */
export class Sequence {
  /** Sets of the atoms that must come, those of loops among them. */
  readonly needed: Characters[] = [];
  readonly loops: Characters[] = [];

  add(set: Characters, { min, max }: Repeat): void {
    if (min > 0) this.needed.push(set);
    if (max > 1 && max > min && this.loops.length < MAX_LOOPS) this.loops.push(set);
  }

  /** Takes over what a group without alternatives is made of. */
  append(inner: Sequence, needed: boolean): void {
    if (needed) this.needed.push(...inner.needed);
    for (const loop of inner.loops) if (this.loops.length < MAX_LOOPS) this.loops.push(loop);
  }

  /** Nothing that must come tells where one round of a loop ends: the same text can be split in many ways. */
  get ambiguous(): boolean {
    return this.loops.some((loop) => this.needed.every((set) => (set & loop) !== NONE));
  }
}

/** Whether a group of these alternatives, repeated so often, can take exponential time before it fails. */
export function isExponential(alternatives: readonly Sequence[], { max }: Repeat): boolean {
  if (max <= MANY) return false;
  if (alternatives.some((one) => one.ambiguous)) return true;
  let seen: Characters = NONE;
  for (const { needed, loops } of alternatives) {
    const [only] = needed;
    if (needed.length !== 1 || loops.length > 0 || only === undefined) continue;
    if ((seen & only) !== NONE) return true;
    seen |= only;
  }
  return false;
}

/** A group as one of the atoms around it. */
export function addGroup(to: Sequence, alternatives: readonly Sequence[], repeat: Repeat): void {
  const [sole] = alternatives;
  if (alternatives.length === 1 && sole !== undefined && repeat.max <= 1) {
    to.append(sole, repeat.min > 0);
    return;
  }
  const everything = alternatives.reduce((set, one) => set | charactersOf(one), NONE);
  const empty = alternatives.some(({ needed }) => needed.length === 0);
  to.add(everything, { min: empty ? 0 : repeat.min, max: repeat.max });
  for (const { loops } of alternatives)
    for (const loop of loops) to.add(loop, { min: 0, max: Number.POSITIVE_INFINITY });
}

function charactersOf({ needed, loops }: Sequence): Characters {
  return [...needed, ...loops].reduce((set, one) => set | one, NONE);
}
