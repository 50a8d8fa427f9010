import {
  type Block,
  entries,
  items,
  keyPlace,
  kindOf,
  type Place,
  place,
  type SourceDocument,
  scalar,
} from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import type { ModelProblem } from '../types';

/** A node of a model's file. */
export interface Node {
  readonly block: Block;
  readonly node: number;
}

export interface Entry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Node;
}

export type Report = (problem: ModelProblem) => void;

/** Small questions to a model's tree, with the problems that the answers raise. */
export class Reader {
  constructor(
    private readonly uri: string,
    private readonly report: Report,
  ) {}

  place(node: Node): Place {
    return place(this.uri, node.block, node.node);
  }

  problem(code: string, message: string, at: Place, severity: ModelProblem['severity'] = 'error'): void {
    this.report({ code, message, severity, at });
  }

  /** Pairs of a mapping; a key that stands twice is a problem, and its first value holds. */
  entries(node: Node): readonly Entry[] {
    const found = new Map<string, Entry>();
    for (const [key, value] of entries(node.block, node.node)) {
      const name = scalar(node.block, key) ?? '';
      const keyAt = place(this.uri, node.block, key);
      if (name === '<<') this.problem('merge-key', 'Merge keys are not read here: write the keys out', keyAt);
      else if (found.has(name))
        this.problem('duplicate-key', `\`${name}\` stands here twice; the first one holds`, keyAt);
      else found.set(name, { key: name, keyAt, value: { block: node.block, node: value } });
    }
    return [...found.values()];
  }

  known(entry: Entry, keys: readonly string[]): boolean {
    if (keys.includes(entry.key) || entry.key.startsWith('x-')) return true;
    const hint = didYouMean(nearest(entry.key, keys));
    this.problem('unknown-key', `\`${entry.key}\` is no key that goes here${hint}`, entry.keyAt);
    return false;
  }

  text(node: Node | undefined, what: string): string {
    if (!node) return '';
    const text = scalar(node.block, node.node);
    if (text === undefined) this.problem('wrong-type', `${what} is one line of text`, this.place(node));
    return text ?? '';
  }

  word<T extends string>(node: Node | undefined, what: string, words: readonly T[]): T | null {
    const text = this.text(node, what);
    if (!node || text === '') return null;
    if ((words as readonly string[]).includes(text)) return text as T;
    const hint = didYouMean(nearest(text, words));
    this.problem('unknown-value', `\`${text}\` is no ${what}: ${words.join(', ')}${hint}`, this.place(node));
    return null;
  }

  /** A list, or the one value that stands for it. */
  list(node: Node | undefined): readonly Node[] {
    if (!node || kindOf(node.block, node.node) === 'none') return [];
    if (kindOf(node.block, node.node) !== 'sequence') return [node];
    return [...items(node.block, node.node)].map((item) => ({ block: node.block, node: item }));
  }

  texts(node: Node | undefined, what: string): readonly string[] {
    return this.list(node)
      .map((item) => this.text(item, what))
      .filter((text) => text !== '');
  }

  date(node: Node | undefined, what: string): string {
    const text = this.text(node, what);
    if (!node || text === '' || text === 'TODO') return '';
    if (isDate(text)) return text;
    this.problem('malformed-date', `${what} is a day like 2027-03-31`, this.place(node));
    return '';
  }
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] ?? 0);
}

/** The sections of a model: root keys with their entries, whether they are blocks of their own or stand in one line. */
export function sectionsOf(
  document: SourceDocument,
  reader: Reader,
): Map<string, { at: Place; value: Node | null; entries: Entry[] }> {
  const sections = new Map<string, { at: Place; value: Node | null; entries: Entry[] }>();
  let current: Entry[] | null = null;
  for (const block of document.blocks) {
    if (block.error) {
      const at = {
        uri: document.uri,
        block,
        start: block.error.offset,
        end: Math.min(block.text.length, block.error.offset + 1),
      };
      reader.problem('syntax', syntaxMessage(block), at);
    }
    if (block.kind === 'prologue') continue;
    const pairs = reader.entries({ block, node: 0 });
    if (block.kind === 'leaf' && block.depth === 1) {
      current?.push(...pairs);
      continue;
    }
    for (const pair of pairs.length > 0 || block.kind !== 'head' ? pairs : []) {
      if (sections.has(pair.key)) {
        reader.problem('duplicate-key', `\`${pair.key}\` stands here twice; the first one holds`, pair.keyAt);
        current = [];
        continue;
      }
      const inline = block.kind === 'head' ? [] : [...reader.entries(pair.value)];
      sections.set(pair.key, { at: pair.keyAt, value: block.kind === 'head' ? null : pair.value, entries: inline });
      current = inline;
    }
    if (block.kind === 'head' && pairs.length === 0) {
      current = [];
      sections.set(block.key, { at: keyPlace(document.uri, block), value: null, entries: current });
    }
  }
  return sections;
}

function syntaxMessage(block: Block): string {
  if (/[[{][^\]}\n]*\{[^}\n]*\}/.test(block.text)) {
    return 'A path with `{id}` cannot stand inside `[ ]` or `{ }`: put it on a line of its own or in quotes';
  }
  return `This is not valid YAML: ${block.error?.message ?? ''}`;
}
