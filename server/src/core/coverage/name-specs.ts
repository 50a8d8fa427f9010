import type { Model, ModelApi } from '../model';
import { memo, resolveUri } from '../text';
import { calledEntries } from './called';
import { type Glob, globOf, isPattern } from './glob';
import { stem } from './stem';

/** What the `spec` of an API names. */
export interface SpecName {
  /** The uri of the file; of a pattern, with its wildcards. */
  readonly target: string;
  readonly glob: Glob | null;
}

const REMOTE = /^https?:/i;

/** What an entry's `spec` names; null where it names no file. */
export const specNameOf: (entry: ModelApi) => SpecName | null = memo(({ spec, specAt }) => {
  if (spec === '' || REMOTE.test(spec)) return null;
  if (!isPattern(spec)) return { target: resolveUri(specAt.uri, spec), glob: null };
  // A question mark would begin the query of an address.
  const target = resolveUri(specAt.uri, spec.replaceAll('?', '%3F'));
  return { target, glob: globOf(target) };
});

/** Whether an entry's `spec` is an address on the network. */
export function isRemoteSpec({ spec }: ModelApi): boolean {
  return REMOTE.test(spec);
}

/** A model that names a description, the entry that does, and the id that the model has for this API. */
export interface NamedIn {
  readonly model: Model;
  readonly entry: ModelApi;
  readonly id: string;
  /** The entry is a component: somebody else's service, which we call. */
  readonly called: boolean;
}

/** An entry that names a description which another entry of its model has already. */
export interface Overlap {
  readonly model: Model;
  readonly entry: ModelApi;
  readonly first: ModelApi;
  readonly uri: string;
}

/** Which models name which descriptions. */
export interface Naming {
  of(uri: string): readonly NamedIn[];
  readonly overlaps: readonly Overlap[];
}

/**
 * Holds the entries of models against the descriptions at some uris. In one model a path counts before a pattern, then the first
 * entry, among its APIs and among its components. A model that others include is a part of these, and speaks through them. Those
 * of which it is an API come first.
 */
export function nameSpecs(models: readonly Model[], uris: Iterable<string>): Naming {
  const overlaps: Overlap[] = [];
  const named = new Map<string, NamedIn[]>();
  const ids = new Map<Model, Set<string>>();
  const owning = models.filter(({ apis }) => apis.length > 0);
  const calling = models.filter((model) => calledEntries(model).length > 0);
  for (const uri of [...uris].sort()) {
    const owned = owning.flatMap((model) => namedBy(model, model.apis, uri, overlaps));
    const called = calling.flatMap((model) => namedBy(model, calledEntries(model), uri, overlaps));
    const found = [
      ...owned.filter((one) => !called.some((other) => takesOut(other, one))).map((one) => ({ ...one, called: false })),
      ...called.map((one) => ({ ...one, called: true })),
    ];
    const whole = found.filter(
      ({ model }) => !found.some((one) => one.model !== model && one.model.files.has(model.uri)),
    );
    const made = whole.map((one) => ({ ...one, id: idOf(one.model, one.entry, uri, ids) }));
    if (made.length > 0) named.set(uri, made);
  }
  return { of: (uri) => named.get(uri) ?? [], overlaps };
}

/** The entry of a model that names a description, if one does; others of them that do so as well are noted. */
function namedBy(model: Model, entries: readonly ModelApi[], uri: string, overlaps: Overlap[]) {
  const [first, ...others] = entriesFor(entries, uri);
  if (first === undefined) return [];
  overlaps.push(...others.filter((one) => clashes(first, one)).map((entry) => ({ model, entry, first, uri })));
  return [{ model, entry: first }];
}

/** The entries that name a description, those by its path first. */
function entriesFor(entries: readonly ModelApi[], uri: string): ModelApi[] {
  const found = entries.filter((entry) => isNamed(entry, uri));
  if (found.length < 2) return found;
  return [...found.filter((entry) => !isPattern(entry.spec)), ...found.filter((entry) => isPattern(entry.spec))];
}

type Entry = Pick<NamedIn, 'model' | 'entry'>;

/** A component that names a file by its path takes it out of the pattern of its model's APIs. */
function takesOut(component: Entry, { model, entry }: Entry): boolean {
  return component.model === model && isPattern(entry.spec) && !isPattern(component.entry.spec);
}

/** A path takes its file out of a pattern, which is no slip. */
function clashes(first: ModelApi, other: ModelApi): boolean {
  return isPattern(first.spec) || !isPattern(other.spec);
}

const matched = new WeakMap<SpecName, Map<string, boolean>>();

/** Whether an entry names the file of a uri, by its path or a pattern. */
export function isNamed(entry: ModelApi, uri: string): boolean {
  const name = specNameOf(entry);
  if (name === null) return false;
  if (name.glob === null) return name.target === uri;
  const known = matched.get(name) ?? new Map<string, boolean>();
  matched.set(name, known);
  const hit = known.get(uri) ?? name.glob.matches(uri);
  known.set(uri, hit);
  return hit;
}

/** `store`, or for a pattern `store-orders`: the id of the entry and what the wildcards stand for. */
function idOf(model: Model, entry: ModelApi, uri: string, taken: Map<Model, Set<string>>): string {
  const glob = specNameOf(entry)?.glob ?? null;
  if (glob === null) return entry.id;
  const part = kebab(withoutEndings(glob.partOf(uri))) || kebab(stem(uri));
  const ids = taken.get(model) ?? new Set(model.names.keys());
  taken.set(model, ids);
  const wanted = part === '' ? entry.id : `${entry.id}-${part}`;
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

function withoutEndings(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return path.slice(0, slash) + stem(path.slice(slash));
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
