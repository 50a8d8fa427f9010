import { authorization } from './techniques/authorization';
import { identity } from './techniques/identity';
import { input } from './techniques/input';
import { networkAndHosts } from './techniques/network-and-hosts';
import type { Technique } from './types';

/**
 * The attack techniques that people name. CAPEC numbers are those that the CWE list (our weakness table) links to the
 * technique's weaknesses; what it does not confirm is left out.
 */
export function techniques(): readonly Technique[] {
  all ??= [...identity(), ...authorization(), ...input(), ...networkAndHosts()];
  return all;
}

/** The technique that a text names, by id, name or another name; case, hyphens, blanks and a closing "attack" do not count. */
export function techniqueOf(text: string): Technique | undefined {
  return names().get(plain(text));
}

/** Every name that a technique goes by; the ids come first. */
export function techniqueNames(): string[] {
  return [...techniques().map(({ id }) => id), ...techniques().flatMap(({ name, also }) => [name, ...also])];
}

/** Lower-case letters and digits only, so that `Man-in-the-Middle attack` and `man in the middle` agree. */
function plain(text: string): string {
  const bare = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  for (const end of ['attacks', 'attack']) if (bare.endsWith(end)) return bare.slice(0, -end.length);
  return bare;
}

let all: readonly Technique[] | undefined;
let byName: ReadonlyMap<string, Technique> | undefined;

function names(): ReadonlyMap<string, Technique> {
  byName ??= new Map(
    techniques().flatMap((one) => [one.id, one.name, ...one.also].map((name) => [plain(name), one] as const)),
  );
  return byName;
}
