import { kindOf } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import type { SectionDefinition } from '../schema/schema-types';
import type { Placed } from '../types';
import { type Cell, isEmpty, itemsOf, type Pair, pairsOf, placeOf, textAt } from './cells';
import type { Report } from './report';
import { isTodo } from './todo';
import { checkTag } from './traps';
import { checkValue } from './values';

/** The keys of an entry, checked; `TODO` is no value. */
export class Fields {
  constructor(private readonly cells: ReadonlyMap<string, Cell>) {}

  cell(key: string): Cell | undefined {
    return this.cells.get(key);
  }

  /** The keys that are given, in order. */
  names(): readonly string[] {
    return [...this.cells.keys()];
  }

  text(key: string): string {
    return this.texts(key)[0] ?? '';
  }

  texts(key: string): string[] {
    const cell = this.cells.get(key);
    if (cell === undefined) return [];
    return itemsOf(cell)
      .map(textAt)
      .filter((text) => text !== '' && !isTodo(text));
  }

  /** The same with the places. */
  placed(key: string): Placed[] {
    const cell = this.cells.get(key);
    if (cell === undefined) return [];
    return itemsOf(cell)
      .map((item) => ({ text: textAt(item), at: placeOf(item) }))
      .filter(({ text }) => text !== '' && !isTodo(text));
  }

  word<T extends string>(key: string, words: readonly T[]): T | null {
    return words.find((word) => word === this.text(key)) ?? null;
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
    return new Fields(new Map([[key.name, value]]));
  }
  if (!value.block.error && !isEmpty(value) && kindOf(value.block, value.node) !== 'alias') {
    report.error('wrong-type', `\`${pair.key}\` takes keys and values`, placeOf(value));
  }
  return new Fields(new Map());
}

/** Reads pairs as the keys of a section's entry. */
export function readPairs(pairs: readonly Pair[], section: SectionDefinition, report: Report): Fields {
  const cells = new Map<string, Cell>();
  for (const { key, keyAt, value } of pairs) {
    if (cells.has(key)) {
      report.error('duplicate-key', `\`${key}\` stands here twice; the first counts`, keyAt);
      continue;
    }
    cells.set(key, value);
    if (key.startsWith('x-')) continue;
    const definition = section.keys.find((candidate) => candidate.name === key);
    if (definition !== undefined) checkValue(value, definition, report);
    else if (key === '<<') report.error('merge-key', 'Merge keys are not read: write the keys out', keyAt);
    else if (section.name !== 'rules') {
      const suggestion = nearest(
        key,
        section.keys.map((candidate) => candidate.name),
      );
      report.warn('unknown-key', `\`${key}\` is no key of ${section.name}${didYouMean(suggestion)}`, keyAt, suggestion);
    }
  }
  return new Fields(cells);
}
