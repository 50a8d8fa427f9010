import { sameList } from '../../text';
import type { Model } from '../types';

/** What places may lead through beside threats and operations. */
const FRAME = ['apis', 'actors', 'components', 'zones', 'flows', 'data', 'businessFlows', 'goals'] as const;

/**
 * Ids of the threats in which two readings of one model differ, and of what names its places by them; null where they differ in something else that places may lead
 * through. An entry that an edit did not touch is the same object, and so are its statements.
 */
export function threatChanges(before: Model, after: Model): ReadonlySet<string> | null {
  if (before.shared !== after.shared || !sameMap(before.names, after.names)) return null;
  if (before.borrowed.size !== after.borrowed.size || [...before.borrowed].some((id) => !after.borrowed.has(id)))
    return null;
  if (FRAME.some((section) => !sameList(before[section], after[section]))) return null;
  const known = new Set(before.threats);
  const changed = new Set(after.threats.filter((threat) => !known.has(threat)).map(({ id }) => id));
  const now = new Set(after.threats);
  for (const threat of before.threats) if (!now.has(threat)) changed.add(threat.id);
  return changed.size === 0 ? changed : withNaming(changed, after);
}

/** A threat, a goal or a flow whose place is a threat's lies where this one does, over as many steps as there are. */
function withNaming(changed: Set<string>, { threats, goals, businessFlows, actors }: Model): ReadonlySet<string> {
  const owners = [
    ...threats.map(({ id, affects }) => ({ id, places: affects })),
    ...goals.map(({ id, protects }) => ({ id, places: protects })),
    ...businessFlows.map(({ id, operations }) => ({ id, places: operations })),
    ...actors.map(({ id, calls }) => ({ id, places: calls })),
  ];
  for (let size = 0; size < changed.size; ) {
    size = changed.size;
    for (const { id, places } of owners) {
      if (places.some(({ where }) => where.kind === 'named' && changed.has(where.id))) changed.add(id);
    }
  }
  return changed;
}

function sameMap(first: ReadonlyMap<string, unknown>, second: ReadonlyMap<string, unknown>): boolean {
  if (first === second) return true;
  if (first.size !== second.size) return false;
  for (const [key, value] of first) if (second.get(key) !== value) return false;
  return true;
}
