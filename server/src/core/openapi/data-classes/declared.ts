import { KeySet } from '../key-set';
import type { Node } from '../node';
import type { DataClass } from '../types';
import { tokensOf } from './tokens';

/** What an extension says of a value: its class, or that it needs no protection. */
export type Declared = DataClass | 'public';

/** Extensions that mark a value by their name alone. */
const MARKS: ReadonlyMap<string, DataClass> = new Map([
  ['x-pii', 'personal'],
  ['x-personal-data', 'personal'],
  ['x-gdpr', 'personal'],
  ['x-phi', 'health'],
  ['x-pci', 'payment'],
  ['x-confidential', 'confidential'],
  ['x-sensitive', 'confidential'],
]);
/** Extensions whose value is the class. */
const CLASSIFIED = ['x-data-classification', 'x-data-class', 'x-classification', 'x-sensitivity', 'x-privacy'];

/** The extensions of a schema that classify its values. */
export const CLASSIFYING: readonly string[] = [...MARKS.keys(), ...CLASSIFIED];

const WORDS: readonly (readonly [Declared, string])[] = [
  ['credentials', 'credential credentials secret secrets password authentication'],
  ['payment', 'pci payment card cardholder'],
  ['health', 'phi hipaa health medical'],
  ['special', 'special biometric genetic'],
  ['personal', 'pii personal gdpr privacy person pd'],
  ['financial', 'financial finance banking'],
  ['location', 'location geo'],
  ['confidential', 'confidential restricted sensitive proprietary private high non not'],
  ['public', 'public none internal open low unclassified'],
];
const byWord = new Map(WORDS.flatMap(([declared, list]) => list.split(' ').map((word) => [word, declared] as const)));

/** What one classifying extension says; null where it is not understood. */
export function declaredBy(key: string, value: Node): Declared | null {
  const mark = MARKS.get(key);
  if (mark === undefined) return classIn(value);
  const text = value.kind === 'scalar' ? (value.text() ?? '').toLowerCase() : '';
  if (text === 'false' || text === 'no' || text === 'none') return 'public';
  return (mark === 'confidential' ? classIn(value) : null) ?? mark;
}

const KEYS = new KeySet(CLASSIFYING);

/** What the classifying extensions of an object say; null where it has none. */
export function declaredIn(node: Node): Declared | null {
  for (const [key, value] of node.entries(KEYS)) {
    const declared = declaredBy(key, value);
    if (declared !== null) return declared;
  }
  return null;
}

/** The most telling word of a value, a list, or the fields of a mapping. */
function classIn(value: Node): Declared | null {
  const nodes =
    value.kind === 'sequence' ? value.items() : value.kind === 'map' ? value.entries().map(([, one]) => one) : [value];
  const found = new Set(nodes.flatMap((node) => tokensOf(node.text() ?? '')).map((word) => byWord.get(word)));
  return WORDS.find(([declared]) => found.has(declared))?.[0] ?? null;
}

/** The class by name and by declaration: what is declared counts, and a name may say it more closely than `confidential`. */
export function withDeclared(named: DataClass | null, declared: Declared | null): DataClass | null {
  if (declared === null) return named;
  if (declared === 'public') return null;
  return declared === 'confidential' ? (named ?? declared) : declared;
}
