import type { NewEntry, NewSection } from '../../model';
import type { Operation } from '../../openapi/types';
import { counted } from '../counted';
import { tells } from './guess-apis';
import { carriedBy, type SketchedData } from './guess-data';
import type { SketchedActor, SketchedApi, SketchedComponent } from './sketch';

/** For more flows than these the model would say little at a glance. */
const MOST_FLOWS = 12;

/** A call that the descriptions suggest, by the ids of both ends. */
export interface SketchedFlow {
  readonly from: string;
  readonly to: string;
  readonly over: string;
  readonly operations: readonly Operation[];
  readonly noun: string;
}

/** Who calls whom: actors the APIs, those who log in the identity provider, the APIs whoever takes their messages. */
export function sketchFlows(
  actors: readonly SketchedActor[],
  components: readonly SketchedComponent[],
): readonly SketchedFlow[] {
  return [...actors.flatMap(callsOf), ...components.flatMap((one) => [...loginsAt(one, actors), ...sentTo(one)])];
}

/** The entries of `flows`. */
export function guessFlows(flows: readonly SketchedFlow[], data: SketchedData): NewSection {
  const rest = flows.length - MOST_FLOWS;
  return {
    name: 'flows',
    entries: flows.slice(0, MOST_FLOWS).map((flow) => entryOf(flow, data)),
    after: rest > 0 ? `left out: ${counted(rest, 'more flow')} of the same kinds` : '',
  };
}

function callsOf({ id, calls }: SketchedActor): SketchedFlow[] {
  return [...calls].map(([api, operations]) => ({
    from: id,
    to: api.id,
    over: schemeOf(api.description.servers.filter(tells).map(({ url }) => url)),
    operations,
    noun: 'operation',
  }));
}

/** Whoever is asked for a login fetches it there. */
function loginsAt({ id, kind, url, schemes }: SketchedComponent, actors: readonly SketchedActor[]): SketchedFlow[] {
  if (kind !== 'identity') return [];
  const callers = actors.filter((actor) => [...actor.calls.values()].flat().some((one) => asksFor(one, schemes)));
  return callers.map((actor) => ({ from: actor.id, to: id, over: schemeOf([url]), operations: [], noun: '' }));
}

function asksFor({ security }: Operation, schemes: ReadonlySet<string>): boolean {
  return security.alternatives.some((all) => all.some(({ scheme }) => schemes.has(scheme)));
}

function sentTo({ id, calls }: SketchedComponent): SketchedFlow[] {
  return [...calls].map(([api, operations]: readonly [SketchedApi, readonly Operation[]]) => ({
    from: api.id,
    to: id,
    over: '',
    operations,
    noun: operations[0]?.kind ?? '',
  }));
}

/** The scheme of all addresses; empty where they differ or have none. */
function schemeOf(urls: readonly string[]): string {
  const schemes = new Set(urls.map((url) => /^(https?|wss?):\/\//i.exec(url)?.[1]?.toLowerCase() ?? ''));
  const [only = ''] = schemes;
  return schemes.size === 1 ? only : '';
}

function entryOf({ from, to, over, operations, noun }: SketchedFlow, data: SketchedData): NewEntry {
  const carries = carriedBy(operations, data);
  const value = [
    ...(carries.length > 0 ? [['carries', carries] as const] : []),
    ...(over === '' ? [] : [['over', over] as const]),
  ];
  const some = operations.length === 0 ? '' : counted(operations.length, noun);
  const what = carries.length === 0 ? some : `what ${some} ${verb(operations)}`;
  const how = over === '' ? '' : 'the scheme of the address';
  return {
    name: `${from} -> ${to}`,
    value,
    comment: `guessed: from ${[what, how].filter((one) => one !== '').join(', and ')}`,
  };
}

function verb({ length }: readonly Operation[]): string {
  return length === 1 ? 'takes and returns' : 'take and return';
}
