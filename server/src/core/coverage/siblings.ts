import type { ApiDescription } from '../openapi/types';
import { words } from '../rules/facts/words';
import { memo } from '../text/memo';

interface Edition {
  /** The title without what speaks of versions; empty where nothing is left. */
  readonly name: string;
  /** The major version, from the servers' paths, else from `info.version`; null where neither tells. */
  readonly major: number | null;
}

const VERSION = /^(v\d*|version|\d+|api|beta|alpha|legacy|old|new)$/;

const editionOf: (description: ApiDescription) => Edition = memo(({ title, servers, apiVersion }) => {
  const name = words(title)
    .filter((word) => !VERSION.test(word))
    .join(' ');
  const served = servers.map(({ url }) => /\/v(\d{1,3})(?:[/.]|$)/i.exec(url)?.[1]).find((one) => one !== undefined);
  // A year or a date is the day of a release, not the number of a version.
  const told = served ?? /^v?(\d{1,2})(?:\.|$)/i.exec(apiVersion)?.[1];
  return { name, major: told === undefined ? null : Number(told) };
});

/** For each description that a newer major version of the same API stands beside: the newer one's major version. */
export function newerEditions(descriptions: readonly ApiDescription[]): ReadonlyMap<ApiDescription, number> {
  const highest = new Map<string, number>();
  for (const description of descriptions) {
    const { name, major } = editionOf(description);
    if (name !== '' && major !== null) highest.set(name, Math.max(major, highest.get(name) ?? major));
  }
  const newer = new Map<ApiDescription, number>();
  for (const description of descriptions) {
    const { name, major } = editionOf(description);
    const top = highest.get(name);
    if (name !== '' && major !== null && top !== undefined && top > major) newer.set(description, top);
  }
  return newer;
}
