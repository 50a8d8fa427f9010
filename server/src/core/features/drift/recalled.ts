import { type Locked, type LockReading, listIn, type Recorded, textIn } from '../../drift';
import { findOperations, indexed, type Nameable, type OperationIndex } from '../../model';
import type { Model, Statement } from '../../model/types';
import { memo } from '../../text';
import type { ModelDrift } from './model-drift';

/** An operation as a lock remembers it. */
export interface Recalled extends Nameable {
  readonly key: string;
  readonly api: string;
  readonly takes: readonly string[];
  readonly locked: Locked;
}

/** The operations of a lock that a place names, with the part that it names. */
export function recalledAt({ where, at }: Statement, model: Model, reading: LockReading): readonly Recalled[] {
  if (where.kind !== 'operations') return [];
  const isAnywhere = where.api === '' || where.api === 'every' || at.uri !== model.uri;
  const index = indexesOf(reading)(isAnywhere ? '' : where.api);
  return findOperations(index, where).filter(({ takes }) => where.part === '' || hasPart(takes, where.part));
}

/** What an operation of a lock is now, under whatever name; null where it, or a part of it, is gone. */
export function nowOf({ key }: Recalled, part: string, { drifts, records }: ModelDrift): Recorded | null {
  const renamed = drifts.find(({ what, before }) => what === 'renamed' && before === key)?.now;
  const now = renamed ?? records.get(key) ?? null;
  return now === null || part === '' || hasPart(listIn(now.entry, 'takes'), part) ? now : null;
}

function hasPart(takes: readonly string[], part: string): boolean {
  return takes.some((name) => name === part || name.startsWith(`${part}.`));
}

/** By API, or of all where its name is empty: a lock stays while its model is written. */
const indexesOf = memo(({ lock }: LockReading) => {
  const all = [...lock.entries.values()].flatMap((one) => recalled(one) ?? []);
  const known = new Map<string, OperationIndex<Recalled>>();
  return (api: string): OperationIndex<Recalled> => {
    const index = known.get(api) ?? indexed(api === '' ? all : all.filter((one) => one.api === api));
    known.set(api, index);
    return index;
  };
});

/** `store GET /orders`, `store webhook orderShipped`; null for an API or a component. */
function recalled(locked: Locked): Recalled | null {
  const { key, entry } = locked;
  const [api = '', kind = '', name = '', path = ''] = key.split(' ');
  if (kind === '') return null;
  const said = { key, api, locked, operationId: textIn(entry, 'id'), tags: [], takes: listIn(entry, 'takes') };
  if (kind === 'webhook' || kind === 'callback') return { ...said, kind, name, method: '', path };
  return { ...said, kind: 'operation', name: '', method: kind, path: name };
}
