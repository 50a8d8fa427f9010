import { AUTHORIZATION } from './techniques/authorization';
import { IDENTITY } from './techniques/identity';
import { INPUT } from './techniques/input';
import { NETWORK_AND_HOSTS } from './techniques/network-and-hosts';
import type { Technique } from './types';

/**
 * The attack techniques that people name. CAPEC numbers are those that the CWE list (our weakness table) links to the
 * technique's weaknesses; what it does not confirm is left out.
 */
export const TECHNIQUES: readonly Technique[] = [...IDENTITY, ...AUTHORIZATION, ...INPUT, ...NETWORK_AND_HOSTS];

/** The technique that a text names, by id, name or another name; case, hyphens, blanks and a closing "attack" do not count. */
export function techniqueOf(text: string): Technique | undefined {
  return names().get(plain(text));
}

/** Every name that a technique goes by; the ids come first. */
export function techniqueNames(): string[] {
  return [...TECHNIQUES.map(({ id }) => id), ...TECHNIQUES.flatMap(({ name, also }) => [name, ...also])];
}

/** Lower-case letters and digits only, so that `Man-in-the-Middle attack` and `man in the middle` agree. */
function plain(text: string): string {
  const bare = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  for (const end of ['attacks', 'attack']) if (bare.endsWith(end)) return bare.slice(0, -end.length);
  return bare;
}

let byName: ReadonlyMap<string, Technique> | undefined;

function names(): ReadonlyMap<string, Technique> {
  byName ??= new Map(
    TECHNIQUES.flatMap((one) => [one.id, one.name, ...one.also].map((name) => [plain(name), one] as const)),
  );
  return byName;
}
