import { kindOf } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import type { KeyDefinition, NameOf, SectionDefinition, WordOf } from '../schema/schema-types';
import type { Placed } from '../types';
import { type Cell, isEmpty, itemsOf, type Pair, pairsOf, placeOf, textAt, wholePlaceOf } from './cells';
import { MERGE_KEY, type Report, twice } from './report';
import { isTodo } from './todo';
import { checkTag, reportAlias } from './traps';
import { checkValue } from './values';

/** The texts of a value or of the items in it, with their places; `TODO` is none. */
export function placedTexts(cell: Cell): Placed[] {
  return itemsOf(cell)
    .map((item) => ({ text: textAt(item), at: placeOf(item) }))
    .filter(({ text }) => text.trim() !== '' && !isTodo(text));
}

/** The keys of an entry, checked; `TODO` is no value. */
export class Fields<Keys extends readonly KeyDefinition[] = readonly KeyDefinition[]> {
  constructor(
    private readonly cells: ReadonlyMap<string, Cell>,
    private readonly keys: Keys,
  ) {}

  cell(key: NameOf<Keys>): Cell | undefined {
    return this.cells.get(key);
  }

  /** The keys that are given, in order. */
  names(): readonly string[] {
    return [...this.cells.keys()];
  }

  text(key: NameOf<Keys>): string {
    return this.texts(key)[0] ?? '';
  }

  texts(key: NameOf<Keys>): string[] {
    return this.textsOf(this.cells.get(key));
  }

  /** The text of a key that is not the language's: a parameter of a rule. */
  parameter(key: string): string {
    return this.textsOf(this.cells.get(key))[0] ?? '';
  }

  private textsOf(cell: Cell | undefined): string[] {
    if (cell === undefined) return [];
    return itemsOf(cell)
      .map(textAt)
      .filter((text) => text.trim() !== '' && !isTodo(text));
  }

  /** The same with the places. */
  placed(key: NameOf<Keys>): Placed[] {
    const cell = this.cells.get(key);
    return cell === undefined ? [] : placedTexts(cell);
  }

  /** The word that a key holds, or null where it is none of those that it may be. */
  word<Name extends NameOf<Keys>>(key: Name): WordOf<Keys, Name> | null {
    const type = this.keys.find((definition) => definition.name === key)?.type;
    const text = this.text(key);
    return type?.kind === 'word' && type.choices.some(({ name }) => name === text)
      ? (text as WordOf<Keys, Name>)
      : null;
  }
}

/** Reads the keys of an entry by its section's definition, with a problem for each that is not right. */
export function readFields(pair: Pair, section: SectionDefinition, report: Report): Fields {
  const { value } = pair;
  if (kindOf(value.block, value.node) === 'map') {
    checkTag(value, report);
    return readPairs(pairsOf(value), section, report);
  }
  const key = section.keys.find((candidate) => candidate.name === section.shorthand);
  if (key !== undefined) {
    checkValue(value, key, report);
    return new Fields(new Map([[key.name, value]]), section.keys);
  }
  if (kindOf(value.block, value.node) === 'alias') reportAlias(value, report);
  else if (!value.block.error && !isEmpty(value)) reportBare(pair, section, report);
  return new Fields(new Map(), section.keys);
}

/** One value where keys belong; where it is a word of one of them, that is what was meant. */
function reportBare({ key: name, value }: Pair, { keys }: SectionDefinition, report: Report): void {
  const at = wholePlaceOf(value);
  const text = textAt(value);
  const meant = keys.find(({ type }) => type.kind === 'word' && type.choices.some((choice) => choice.name === text));
  const newText = meant === undefined ? undefined : `{ ${meant.name}: ${text} }`;
  const example = newText === undefined ? '' : `: \`${name}: ${newText}\``;
  const source = at.block.text;
  const isPlain = source.slice(at.start, at.end) === text && !/["']/.test(source[at.start - 1] ?? '');
  report.error('wrong-type', `\`${name}\` takes keys and values${example}`, at, isPlain ? newText : undefined);
}

/** Reads pairs as the keys of a section's entry. */
export function readPairs(pairs: readonly Pair[], section: SectionDefinition, report: Report): Fields {
  const cells = new Map<string, Cell>();
  for (const { key, keyAt, value } of pairs) {
    if (cells.has(key)) {
      report.error('duplicate-key', twice(key, 'key'), keyAt);
      continue;
    }
    if (key === '<<') {
      report.error('merge-key', MERGE_KEY, keyAt);
      continue;
    }
    cells.set(key, value);
    if (key.startsWith('x-')) continue;
    const definition = section.keys.find((candidate) => candidate.name === key);
    if (definition !== undefined) checkValue(value, definition, report);
    else if (section.name !== 'rules') {
      const suggestion = nearest(
        key,
        section.keys.map((candidate) => candidate.name),
      );
      report.warn('unknown-key', `\`${key}\` is no key of ${section.name}${didYouMean(suggestion)}`, keyAt, suggestion);
    }
  }
  return new Fields(cells, section.keys);
}
