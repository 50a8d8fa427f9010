import { REGULATIONS, regulationOf } from '../../../catalogue';
import type { KeyDefinition } from '../../../model';
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
  const used = SHARED.has(key.name) ? textsOf(source.root, key.name) : [];
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

/** Values of a key all over a text, without the one that is typed. */
function textsOf(node: SketchNode, key: string): string[] {
  if (node.kind !== 'map') return [];
  return node.pairs.flatMap(({ name, value }) => {
    if (value === null) return [];
    if (name.text !== key) return textsOf(value, key);
    return itemsIn(value)
      .map(({ node: item }) => textIn(item))
      .filter((text) => text !== '' && !text.includes(CURSOR));
  });
}
