import type { NewEntry } from '../../model';
import type { Trust } from '../../model/types';
import type { Zone } from './sketch';

export const ZONES: readonly (readonly [Zone, trust: Trust, from: string])[] = [
  ['internet', 'untrusted', 'guessed: where the callers of an address on the internet may be'],
  ['intranet', 'semi-trusted', 'guessed: where the callers of a private address are'],
  ['backend', 'trusted', 'guessed: where what is described runs'],
];

/** The zones that something is in. */
export function guessZones(used: ReadonlySet<Zone>): NewEntry[] {
  return ZONES.filter(([zone]) => used.has(zone)).map(([name, trust, comment]) => ({ name, value: trust, comment }));
}
