import { detach } from '../text';
import type { Node } from './node';
import type { Derivation } from './session';
import type { CrossOrigin } from './types';

/** Which other sites may read a response, where one of its headers says so; null where none does. */
export function readCrossOrigin(reader: Derivation, headers: readonly (readonly [string, Node])[]): CrossOrigin | null {
  const allowed = headers.find(([name]) => isNamed(name, 'access-control-allow-origin'));
  if (allowed === undefined) return null;
  const origins = valuesOf(reader, allowed[1]);
  if (origins.length === 0) return null;
  const credentials = headers.find(([name]) => isNamed(name, 'access-control-allow-credentials'));
  return {
    origins,
    credentials: credentials !== undefined && !valuesOf(reader, credentials[1]).includes('false'),
    at: allowed[1].keyAt,
  };
}

/** What Amazon's gateway answers to other sites for the whole API (`x-amazon-apigateway-cors`); null where it is not set. */
export function gatewayCrossOrigin(root: Node): CrossOrigin | null {
  const set = root.get('x-amazon-apigateway-cors');
  const origins = set?.textsOf('allowOrigins') ?? [];
  if (set === null || origins.length === 0) return null;
  return { origins: origins.map(detach), credentials: set.get('allowCredentials')?.isTrue() === true, at: set.keyAt };
}

/** Most headers are told apart by their length. */
function isNamed(name: string, lower: string): boolean {
  return name.length === lower.length && name.toLowerCase() === lower;
}

const VALUES = ['const', 'default', 'example'];
const LISTS = ['enum', 'examples'];

/** What a header may say by its own words: constants, defaults, examples and the members of its list. */
function valuesOf(reader: Derivation, written: Node): readonly string[] {
  const header = reader.deref(written);
  const found = new Set<string>();
  for (const owner of [header, reader.deref(header?.get('schema') ?? null)]) {
    if (owner === null) continue;
    for (const key of VALUES) take(found, owner.get(key));
    for (const key of LISTS) for (const item of itemsOf(owner.get(key))) take(found, item);
  }
  return [...found];
}

/** A list of values, or the named examples of 3.x. */
function itemsOf(list: Node | null): readonly (Node | null)[] {
  if (list?.kind !== 'map') return list?.items() ?? [];
  return list.entries().map(([, example]) => example.get('value'));
}

function take(found: Set<string>, node: Node | null): void {
  const text = node?.text();
  if (text !== undefined && text !== '') found.add(detach(text));
}
