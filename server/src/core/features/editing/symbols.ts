import { type Pair, pairsOf, textAt } from '../../model/read/cells';
import type { Range, SourceDocument } from '../../text';
import { type OutlineNode, type OutlineSection, outlineOf } from './outline';

/** What a symbol is, in the words of the protocol. */
export type SymbolWord =
  | 'boolean'
  | 'class'
  | 'constant'
  | 'event'
  | 'function'
  | 'interface'
  | 'key'
  | 'method'
  | 'module'
  | 'namespace'
  | 'null'
  | 'operator'
  | 'package'
  | 'property'
  | 'struct';

/** A line of the outline. */
export interface ModelSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolWord;
  readonly range: Range;
  /** The key, inside `range`. */
  readonly selectionRange: Range;
  readonly children: readonly ModelSymbol[];
}

const KINDS: Readonly<Record<string, SymbolWord>> = {
  environments: 'constant',
  apis: 'interface',
  goals: 'key',
  data: 'struct',
  zones: 'package',
  actors: 'class',
  components: 'module',
  flows: 'operator',
  businessFlows: 'function',
  threats: 'event',
  mitigations: 'method',
  rules: 'constant',
  notApplicable: 'null',
  assumptions: 'boolean',
};

/** Keys that say what an entry without a title is, the most telling first. */
const TELLING = [
  'title',
  'spec',
  'regulation',
  'property',
  'class',
  'kind',
  'trust',
  'control',
  'zone',
  'over',
  'reason',
];

/** The outline of a model: its sections with their entries. What does not read is in it as far as its key can be told. */
export function documentSymbols(document: SourceDocument): ModelSymbol[] {
  return outlineOf(document).filter(hasName).map(symbolOfSection);
}

function symbolOfSection(section: OutlineSection): ModelSymbol {
  const kind = kindOfEntries(section.key);
  const children = section.entries.filter(hasName).map((entry) => symbolOf(entry, kind, []));
  const isSection = kind !== 'property' || section.key === 'risk';
  return symbolOf(section, isSection ? 'namespace' : 'property', children);
}

/** What the entries of a section are. */
export function kindOfEntries(section: string): SymbolWord {
  return KINDS[section] ?? 'property';
}

function symbolOf(node: OutlineNode, kind: SymbolWord, children: readonly ModelSymbol[]): ModelSymbol {
  const { key, range, keyRange } = node;
  return {
    name: key,
    detail: children.length > 0 ? '' : detailOf(node),
    kind,
    range,
    selectionRange: keyRange,
    children,
  };
}

/** An editor refuses a symbol without a name. */
function hasName({ key }: OutlineNode): boolean {
  return key.trim() !== '';
}

/** What an entry is in a few words: its title, else what says most. */
export function detailOf({ value }: OutlineNode): string {
  const own = textAt(value);
  if (own !== '') return oneLine(own);
  const pairs = pairsOf(value);
  for (const key of TELLING) {
    const text = textOfKey(pairs, key);
    if (text !== '') return oneLine(text);
  }
  return '';
}

function textOfKey(pairs: readonly Pair[], key: string): string {
  const pair = pairs.find((candidate) => candidate.key === key);
  return pair === undefined ? '' : textAt(pair.value);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
