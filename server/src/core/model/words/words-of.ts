import type { AnswerSite } from '../../openapi/types';
import { type Block, carriedOver, kindOf, lastGood, memo, type Place, type SourceDocument } from '../../text';
import { cellOf } from '../beside/read-site';
import { parseFlow } from '../grammar/flow';
import {
  type Cell,
  itemsOf,
  lastingPairs,
  type Pair,
  pairsOf,
  placeOf,
  placeWithin,
  type RootPair,
  textAt,
} from '../read/cells';
import { OfPair, sectionAt } from '../read/of-pair';
import { isTooLarge } from '../read/too-large';
import { parsePlaced } from '../read/values';
import type { KeyDefinition, SectionDefinition, ValueType } from '../schema/schema-types';
import { BESIDE_SECTIONS, sectionNamed } from '../schema/sections';
import type { Where } from '../types';
import { tokensOfBeside, tokensOfFlow, tokensOfPart, tokensOfRule, tokensOfStatement, tokensOfWhere } from './tokens';
import { tokensOfValue } from './value-tokens';
import type { ModelWord, Token, WordRole } from './word';

/**
 * Every word of a model for what it is, in the order of the text; unknown keys have words too. What an edit broke has those that it
 * had outside of the edit, and what never read has none.
 */
export const wordsOfModel: (document: SourceDocument) => readonly ModelWord[] = memo(read);

const remembered = new OfPair<readonly ModelWord[]>();

/** Large models have words by the ten thousand, so they are put into one list once. */
function read(document: SourceDocument): readonly ModelWord[] {
  if (isTooLarge(document)) return [];
  const words: ModelWord[] = [];
  for (const root of lastingPairs(document)) {
    const section = sectionNamed(root.key);
    const around = { section: root.key, entry: '' };
    words.push(keyWord(root, 'section', { ...around, key: section?.value ?? null }));
    if (section !== undefined) addContent(root, section, around, words);
  }
  const broken = document.blocks.filter((block) => lastGood(block) !== block);
  return broken.length === 0 ? words : carried(words, new Map(broken.map((block) => [lastGood(block), block])));
}

/** The words with those of former blocks where they stand in the blocks that took their places. */
function carried(words: readonly ModelWord[], broken: ReadonlyMap<Block, Block>): readonly ModelWord[] {
  const found: ModelWord[] = [];
  for (const word of words) {
    const block = broken.get(word.at.block);
    const at = block === undefined ? word.at : carriedOver(word.at, block);
    if (at !== null) found.push(at === word.at ? word : { ...word, at });
  }
  return found;
}

function addContent(root: RootPair, section: SectionDefinition, around: Around, words: ModelWord[]): void {
  if (section.value !== null) {
    words.push(...valueWords(root.value, section.value, around));
    return;
  }
  const pairs = root.children ?? pairsOf(root.value);
  if (section.entries === null) words.push(...pairWords(pairs, section.keys, around));
  else for (const pair of pairs) for (const word of entryWords(pair, section)) words.push(word);
}

/** The words of an entry; remembered as long as its block lives. */
function entryWords(pair: Pair, section: SectionDefinition, site?: AnswerSite): readonly ModelWord[] {
  const kind = sectionAt(section.name, site);
  return remembered.get(pair, kind) ?? remembered.set(pair, kind, readEntry(pair, section, site));
}

/** Every word of answers that stand in a description. */
export const wordsOfSite: (site: AnswerSite) => readonly ModelWord[] = memo((site) =>
  pairsOf(cellOf(site)).flatMap((pair) => {
    const section = BESIDE_SECTIONS.find(({ name }) => name === pair.key);
    const word = keyWord(pair, 'section', { section: pair.key, entry: '', key: null });
    if (section === undefined) return [word];
    return [word, ...pairsOf(pair.value).flatMap((entry) => entryWords(entry, section, site))];
  }),
);

interface Around {
  readonly section: string;
  readonly entry: string;
  /** The answers in a description that it is one of. */
  readonly site?: AnswerSite | undefined;
}

function readEntry(pair: Pair, section: SectionDefinition, site?: AnswerSite): readonly ModelWord[] {
  const around = { section: section.name, entry: pair.key, site };
  if (pair.key === '<<') return [keyWord(pair, 'key', { ...around, key: null })];
  const name = nameWords(pair, section, around);
  if (kindOf(pair.value.block, pair.value.node) === 'map') {
    return [...name, ...pairWords(pairsOf(pair.value), section.keys, around)];
  }
  const short = section.keys.find((key) => key.name === section.shorthand);
  return short === undefined ? name : [...name, ...valueWords(pair.value, short, around)];
}

/** What an entry stands under: an id, a flow, a statement, a rule. */
function nameWords(pair: Pair, section: SectionDefinition, around: Around): ModelWord[] {
  const { key, keyAt } = pair;
  const context = { ...around, key: null };
  if (section.entries === 'id') return [keyWord(pair, 'id', context)];
  if (section.entries === 'rule') return placed(tokensOfRule(key), key, keyAt, context);
  if (section.entries === 'flow') {
    return placed(tokensOfFlow(key), key, keyAt, { ...context, ...whereOf(parseFlow(key)) });
  }
  return placed(tokensIn(key, around.site), key, keyAt, {
    ...context,
    ...whereOfPlaced(key, 'statement', around.site),
  });
}

function pairWords(pairs: readonly Pair[], keys: readonly KeyDefinition[], around: Around): ModelWord[] {
  return pairs.flatMap((pair) => {
    const key = keys.find((candidate) => candidate.name === pair.key) ?? null;
    const word = keyWord(pair, 'key', { ...around, key });
    return key === null ? [word] : [word, ...valueWords(pair.value, key, around)];
  });
}

function valueWords(cell: Cell, key: KeyDefinition, around: Around): ModelWord[] {
  const context = { ...around, key };
  return itemsOf(cell).flatMap((item): ModelWord[] => {
    if (kindOf(item.block, item.node) === 'map') return pairWords(pairsOf(item), keysWithin(key.type), around);
    const text = textAt(item);
    if (text === '') return [];
    return scalarWords(item, text, key.type, context);
  });
}

function scalarWords(cell: Cell, text: string, type: ValueType, context: Context): ModelWord[] {
  const at = placeOf(cell);
  if (type.kind === 'where') {
    const tokens = context.site === undefined ? tokensOfWhere(text) : tokensOfPart(text);
    return placed(tokens, text, at, { ...context, ...whereOfPlaced(text, 'where', context.site) });
  }
  if (type.kind === 'statement') {
    return placed(tokensIn(text, context.site), text, at, {
      ...context,
      ...whereOfPlaced(text, 'statement', context.site),
    });
  }
  return tokensOfValue(text, type).map((token) => wordAt(token, placeWithin(cell, token.start, token.end), context));
}

/** The keys of a value that may be written as a map. */
export function keysWithin(type: ValueType): readonly KeyDefinition[] {
  if (type.kind === 'map') return type.keys;
  if (type.kind !== 'numbers') return [];
  return type.factors.map((factor) => ({
    name: factor.name,
    type: { kind: 'numbers', factors: [factor] },
    many: false,
    doc: factor.doc,
  }));
}

type Context = Pick<ModelWord, 'section' | 'entry' | 'key' | 'where'> & Pick<Around, 'site'>;

function keyWord({ key, keyAt }: Pair, role: WordRole, context: Context): ModelWord {
  return { role, text: key, at: keyAt, isExact: isWritten(key, keyAt), ...context };
}

function placed(tokens: readonly Token[], text: string, at: Place, context: Context): ModelWord[] {
  const exact = isWritten(text, at);
  return tokens.map((token) =>
    wordAt(token, exact ? { ...at, start: at.start + token.start, end: at.start + token.end } : at, context),
  );
}

function wordAt({ role, text, of, factor }: Token, at: Place, context: Context): ModelWord {
  const base = { role, text, at, isExact: isWritten(text, at), ...context };
  return { ...base, ...(of === undefined ? {} : { of }), ...(factor === undefined ? {} : { factor }) };
}

function isWritten(text: string, { block, start, end }: Place): boolean {
  return block.text.slice(start, end) === text;
}

function whereOf(parsed: { readonly value: Where } | { readonly error: unknown }): { readonly where?: Where } {
  return 'value' in parsed ? { where: parsed.value } : {};
}

function whereOfPlaced(
  text: string,
  kind: 'where' | 'statement',
  site: AnswerSite | undefined,
): { readonly where?: Where } {
  const parsed = parsePlaced(text, kind, site);
  return 'value' in parsed ? { where: parsed.value.where } : {};
}

function tokensIn(text: string, site: AnswerSite | undefined): Token[] {
  return site === undefined ? tokensOfStatement(text) : tokensOfBeside(text);
}
