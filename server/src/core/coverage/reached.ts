import type { Model } from '../model/types';
import type { Operation } from '../openapi/types';
import { sameList } from '../text';
import { sameEnds } from './same-ends';
import { type Reach, type Touch, touchesOf } from './touches';

type Bound = readonly { readonly operation: Operation }[];

/** What models say of each operation, in the order of the models, and how that came about. */
export interface Reached {
  readonly touches: readonly Touch[];
  /** Where each touch reaches. */
  readonly places: readonly Bound[];
  readonly byOperation: ReadonlyMap<Operation, readonly Touch[]>;
}

type Bindings = readonly { readonly model: Model; readonly binding: Reach }[];

/**
 * What models say of each operation; what several of them include counts once. `last`: what they said before. An operation of
 * which they say the same has the same list.
 */
export function reachedBy(bindings: Bindings, last?: Reached): Reached {
  const touches = bindings.flatMap(({ model }) => touchesOf(model));
  const places = bindings.flatMap(({ model, binding }) =>
    touchesOf(model).map(({ statement }) => binding.operationsOf(statement)),
  );
  const isShared = bindings.length > 1 && bindings.some(({ model }) => model.files.size > 1 || model.sites.length > 0);
  const byOperation = last === undefined || isShared ? null : moved({ touches, places }, last);
  return { touches, places, byOperation: byOperation ?? collected(touches, places, isShared) };
}

function collected(touches: readonly Touch[], places: readonly Bound[], isShared: boolean): Map<Operation, Touch[]> {
  const into = new Map<Operation, Touch[]>();
  for (const [index, touch] of touches.entries()) {
    for (const { operation } of places[index] ?? []) add(into, operation, touch);
  }
  if (isShared) for (const [operation, list] of into) into.set(operation, [...new Set(list)]);
  return into;
}

function add(into: Map<Operation, Touch[]>, operation: Operation, touch: Touch): void {
  const list = into.get(operation);
  if (list === undefined) into.set(operation, [touch]);
  else if (list.at(-1) !== touch) list.push(touch);
}

/** With more touches that differ, collecting them all is as quick. */
const FEW = 64;
const NOTHING: readonly Touch[] = [];

/** What is said of each operation where few touches differ from what was said before; null where many do. */
function moved(
  now: Pick<Reached, 'touches' | 'places'>,
  last: Reached,
): ReadonlyMap<Operation, readonly Touch[]> | null {
  const { start, end } = sameEnds(
    now.touches.length,
    last.touches.length,
    (index, was) => now.touches[index] === last.touches[was] && now.places[index] === last.places[was],
  );
  const [goneEnd, newEnd] = [last.touches.length - end, now.touches.length - end];
  if (goneEnd - start + newEnd - start > FEW) return null;
  const gone = collected(last.touches.slice(start, goneEnd), last.places.slice(start, goneEnd), false);
  const added = collected(now.touches.slice(start, newEnd), now.places.slice(start, newEnd), false);
  if (gone.size === 0 && added.size === 0) return last.byOperation;
  const above = new Set(now.touches.slice(0, start));
  const byOperation = new Map(last.byOperation);
  for (const operation of new Set([...gone.keys(), ...added.keys()])) {
    const before = last.byOperation.get(operation) ?? NOTHING;
    const list = replaced(before, gone.get(operation) ?? NOTHING, added.get(operation) ?? NOTHING, above);
    if (list.length === 0) byOperation.delete(operation);
    else if (!sameList(before, list)) byOperation.set(operation, list);
  }
  return byOperation;
}

/** A list with some touches in the place of others; `above`: those that stand before this place. */
function replaced(
  before: readonly Touch[],
  gone: readonly Touch[],
  added: readonly Touch[],
  above: ReadonlySet<Touch>,
): readonly Touch[] {
  const rest = before.filter((touch) => !gone.includes(touch));
  const cut = rest.findIndex((touch) => !above.has(touch));
  const at = cut < 0 ? rest.length : cut;
  return [...rest.slice(0, at), ...added, ...rest.slice(at)];
}
