import { REGULATIONS, regulationOf } from '../../../catalogue';
import type { KeyDefinition } from '../../../model';
import { memo } from '../../../text';
import type { Candidate } from '../item';
import { itemsIn, textIn } from '../sketch/read-sketch';
import { CURSOR, type SketchNode } from '../sketch/types';
import type { Source } from '../source';

/** What others write for keys that take any text. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  regulation: REGULATIONS.map(({ name }) => name),
  over: ['https', 'tls', 'mtls', 'http'],
  ports: ['443', '80'],
  versionedBy: ['header X-Version', 'header Accept'],
};

/** Keys whose values come again in other entries. */
const SHARED: ReadonlySet<string> = new Set([
  'owner',
  'tags',
  'to',
  'provider',
  'regulation',
  'over',
  'monitor',
  'servers',
]);

const MOST = 50;

/** Texts that the model has for this key elsewhere, and usual ones. */
export function textItems(source: Source, key: KeyDefinition, taken: ReadonlySet<string>): Candidate[] {
  const used = SHARED.has(key.name) ? (textsByKey(source.root).get(key.name) ?? []) : [];
  const recipients = key.name === 'to' ? source.named(['components']).map(({ id }) => id) : [];
  const texts = [...new Set([...used, ...recipients, ...(USUAL[key.name] ?? [])])];
  return texts
    .filter((text) => !taken.has(text) && !text.startsWith('TODO'))
    .slice(0, MOST)
    .map((text) => ({ label: text, kind: 'text', text, isNumber: /^\d+$/.test(text), ...regulationDetail(key, text) }));
}

/** What a law or standard will ask. */
function regulationDetail({ name }: KeyDefinition, text: string): Pick<Candidate, 'detail'> {
  const regulation = name === 'regulation' ? regulationOf(text) : undefined;
  return regulation === undefined ? {} : { detail: regulation.clauses.map(({ topic }) => topic).join(', ') };
}

/** Values of the keys that come again, all over a text, without the one that is typed; found once, since each key of a list asks. */
const textsByKey = memo((root: SketchNode): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  collect(root, SHARED, found);
  return found;
});

function collect(node: SketchNode, keys: ReadonlySet<string>, found: Map<string, string[]>): void {
  if (node.kind !== 'map') return;
  for (const { name, value } of node.pairs) {
    if (value === null) continue;
    const key = name.text;
    if (keys.has(key)) add(found, key, textsIn(value));
    if (value.kind === 'map') collect(value, keys.has(key) ? without(keys, key) : keys, found);
  }
}

function add(found: Map<string, string[]>, key: string, texts: readonly string[]): void {
  const list = found.get(key);
  if (list === undefined) found.set(key, [...texts]);
  else for (const text of texts) list.push(text);
}

/** What stands below a key as its value is no value of the same key further in. */
function without(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...keys].filter((other) => other !== key));
}

function textsIn(value: SketchNode): string[] {
  return itemsIn(value)
    .map(({ node }) => textIn(node))
    .filter((text) => text !== '' && !text.includes(CURSOR));
}
