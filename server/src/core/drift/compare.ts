import { changesBetween } from './compare-entries';
import { listIn, textIn } from './entry';
import { calledAnew, isApi, renamedApis } from './renamed-apis';
import type { Change, Drift, Kind, Locked, Recorded, Records } from './types';
import { GONE_FIELD } from './write-lock';

/** What came, went, got another name or changed since a lock was written, in the order of the keys. */
export function driftBetween(locked: ReadonlyMap<string, Locked>, now: Records): Drift[] {
  const known = new Map([...locked].filter(([, { entry }]) => textIn(entry, GONE_FIELD) === ''));
  const apis = renamedApis(known, now);
  const before = calledAnew(known, apis);
  const added = [...now.values()].filter(({ key }) => !before.has(key));
  const removed = [...before.values()].filter(({ key }) => !now.has(key));
  const renamed = new Map([...renamesIn(removed, added), ...pairsOf(apis, before, now)]);
  const drifts = [
    ...[...now.values()].flatMap((recorded) => changed(recorded, before.get(recorded.key))),
    ...added.map((recorded) => cameAs(recorded, renamed.get(recorded))),
    ...removed.filter((locked) => ![...renamed.values()].includes(locked)).map(goneAs),
  ];
  return drifts.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
}

function pairsOf(
  apis: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, Locked>,
  now: Records,
): (readonly [Recorded, Locked])[] {
  return [...apis].flatMap(([from, to]) => {
    const [old, fresh] = [before.get(from), now.get(to)];
    return old === undefined || fresh === undefined ? [] : [[fresh, old] as const];
  });
}

function changed(now: Recorded, before: Locked | undefined): Drift[] {
  const changes = before === undefined ? [] : changesOf(before, now);
  return changes.length === 0 ? [] : [{ what: 'changed', kind: now.kind, key: now.key, before: now.key, changes, now }];
}

const compared = new WeakMap<Locked, { readonly entry: Recorded['entry']; readonly changes: readonly Change[] }>();

/** An operation that stayed the same object since the last keystroke is not compared again. */
function changesOf(before: Locked, { entry }: Recorded): readonly Change[] {
  const known = compared.get(before);
  if (known?.entry === entry) return known.changes;
  const changes = changesBetween(before.entry, entry);
  compared.set(before, { entry, changes });
  return changes;
}

function cameAs(now: Recorded, from: Locked | undefined): Drift {
  const { key, kind } = now;
  if (from === undefined) return { what: 'added', kind, key, before: key, changes: [], now };
  const before = withParameterNames(from, key);
  return { what: 'renamed', kind, key, before: from.key, changes: changesBetween(before, now.entry), now };
}

const TEMPLATE = /\{[^}]*\}/g;

/** An entry with the path's parameters called as in `key`: another name of the same place in the path is no change of its own. */
function withParameterNames({ key: old, entry }: Locked, key: string): Locked['entry'] {
  const [before, after] = [old.match(TEMPLATE) ?? [], key.match(TEMPLATE) ?? []];
  if (before.length !== after.length) return entry;
  const names = new Map(
    before.map((name, index) => [`path.${name.slice(1, -1)}`, `path.${after[index]?.slice(1, -1)}`]),
  );
  const named = (field: string) => listIn(entry, field).map((item) => names.get(item) ?? item);
  return { ...entry, takes: named('takes'), limits: named('limits') };
}

function goneAs({ key, entry }: Locked): Drift {
  return { what: 'removed', kind: kindOfKey(key, entry), key, before: key, changes: [], now: null };
}

function kindOfKey(key: string, entry: Locked['entry']): Kind {
  if (key.includes(' ')) return 'operation';
  return isApi(key, entry) ? 'api' : 'component';
}

/** What went and came again under another name: first by `operationId`, then by the shape of the path; each used once. */
function renamesIn(removed: readonly Locked[], added: readonly Recorded[]): ReadonlyMap<Recorded, Locked> {
  const renamed = new Map<Recorded, Locked>();
  const left = new Set(removed);
  const match = (nameOf: (key: string, entry: Locked['entry']) => string) => {
    const byName = single([...left], ({ key, entry }) => nameOf(key, entry));
    const open = added.filter((one) => one.kind === 'operation' && !renamed.has(one));
    for (const [name, now] of single(open, ({ key, entry }) => nameOf(key, entry))) {
      const before = byName.get(name);
      if (before === undefined) continue;
      renamed.set(now, before);
      left.delete(before);
    }
  };
  match((key, entry) => {
    const id = textIn(entry, 'id');
    return id === '' ? '' : `${apiIn(key)} ${id}`;
  });
  match((key) => (key.includes('{') ? key.replaceAll(TEMPLATE, '{}') : ''));
  return renamed;
}

/** Those whose name nobody else has. */
function single<Item>(all: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  const twice = new Set<string>();
  for (const item of all) {
    const name = nameOf(item);
    if (found.has(name)) twice.add(name);
    found.set(name, item);
  }
  for (const name of [...twice, '']) found.delete(name);
  return found;
}

function apiIn(key: string): string {
  return key.slice(0, key.indexOf(' '));
}
