import type { Locked, Recorded, Records } from './types';

/** Fewer common operations than this share of the old ones make no rename. */
const COMMON = 0.5;

/** The ids that APIs of a lock have now, where a model calls them otherwise: told by the operations that they share. */
export function renamedApis(before: ReadonlyMap<string, Locked>, now: Records): ReadonlyMap<string, string> {
  const gone = [...before.values()].filter(({ key, entry }) => !now.has(key) && isApi(key, entry));
  const came = [...now.values()].filter(({ key, kind }) => kind === 'api' && !before.has(key));
  if (gone.length === 0 || came.length === 0) return new Map();
  const pairs = gone.flatMap(({ key }) => {
    const old = operationsOf(before.keys(), key);
    const shares = came.map((api) => ({ api, share: shareOf(old, operationsOf(now.keys(), api.key)) }));
    const [best, second] = shares.sort((one, other) => other.share - one.share);
    const isSure = best !== undefined && best.share >= COMMON && best.share > (second?.share ?? 0);
    return isSure ? [[key, best.api.key] as const] : [];
  });
  const taken = pairs.map(([, to]) => to);
  return new Map(pairs.filter(([, to]) => taken.indexOf(to) === taken.lastIndexOf(to)));
}

/** A lock's entries by the keys that they have now. */
export function calledAnew<Entry extends Pick<Recorded, 'entry'>>(
  entries: ReadonlyMap<string, Entry>,
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, Entry> {
  if (renamed.size === 0) return entries;
  return new Map(
    [...entries].map(([key, entry]) => {
      const blank = key.indexOf(' ');
      const to = blank < 0 ? undefined : renamed.get(key.slice(0, blank));
      return to === undefined ? [key, entry] : [to + key.slice(blank), { ...entry, key: to + key.slice(blank) }];
    }),
  );
}

/** Components have no exposure, and operations a blank in their keys. */
export function isApi(key: string, entry: Locked['entry']): boolean {
  return !key.includes(' ') && 'exposure' in entry;
}

function operationsOf(keys: Iterable<string>, api: string): ReadonlySet<string> {
  return new Set([...keys].flatMap((key) => (key.startsWith(`${api} `) ? key.slice(api.length) : [])));
}

function shareOf(old: ReadonlySet<string>, now: ReadonlySet<string>): number {
  return old.size === 0 ? 0 : [...old].filter((one) => now.has(one)).length / old.size;
}
