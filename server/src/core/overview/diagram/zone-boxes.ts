import type { Call, Thing } from './landscape';

/** The id of a zone's second box. */
export function secondBox(zone: string): string {
  return `${zone} (called)`;
}

/**
 * The box that each thing is drawn in, by the thing's id. What a zone's things are called for, and what they call, would stretch one
 * box across the whole picture: where nothing joins the two, they get a box each.
 */
export function boxesOf(things: readonly Thing[], calls: readonly Call[]): ReadonlyMap<string, string> {
  const zones = new Map(things.map(({ id, zone }) => [id, zone]));
  const joined = joinedIn(calls.filter(({ from, to }) => zones.get(from) === zones.get(to)));
  const crossing = calls.filter(({ from, to }) => zones.get(from) !== zones.get(to));
  const calling = new Set(crossing.map(({ from }) => joined(from)));
  const called = new Set(crossing.map(({ to }) => joined(to)));
  const isSecond = (id: string) => called.has(joined(id)) && !calling.has(joined(id));
  const split = new Set(
    things.filter(({ id }) => calling.has(joined(id)) && !called.has(joined(id))).map(({ zone }) => zone),
  );
  return new Map(
    things.map(({ id, zone }) => [id, zone !== '' && split.has(zone) && isSecond(id) ? secondBox(zone) : zone]),
  );
}

/** Names the group of what calls join, by one of its members. */
function joinedIn(calls: readonly Call[]): (id: string) => string {
  const leaders = new Map<string, string>();
  const leader = (id: string): string => {
    const next = leaders.get(id) ?? id;
    return next === id ? id : leader(next);
  };
  for (const { from, to } of calls) leaders.set(leader(from), leader(to));
  return leader;
}
