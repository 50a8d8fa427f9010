import type { AnswerSite } from '../../openapi/types';
import type { Block } from '../../text';
import type { Pair } from './cells';

interface Known<V> {
  readonly section: string;
  readonly node: number;
  readonly start: number;
  readonly uri: string;
  readonly value: V;
}

/** What is remembered of the entries of sections, as long as their blocks live: nearly every entry has a block of its own. */
export class OfPair<V> {
  readonly #first = new WeakMap<Block, Known<V>>();
  readonly #others = new WeakMap<Block, Map<string, V>>();

  get(pair: Pair, section: string): V | undefined {
    const first = this.#first.get(pair.value.block);
    if (first === undefined || isOf(first, pair, section)) return first?.value;
    return this.#others.get(pair.value.block)?.get(keyOf(pair, section));
  }

  set(pair: Pair, section: string, value: V): V {
    const { block, node, uri } = pair.value;
    const first = this.#first.get(block);
    if (first === undefined || isOf(first, pair, section)) {
      this.#first.set(block, { section, node, start: pair.keyAt.start, uri, value });
    } else {
      const others = this.#others.get(block) ?? new Map<string, V>();
      this.#others.set(block, others.set(keyOf(pair, section), value));
    }
    return value;
  }
}

function isOf<V>({ section, node, start, uri }: Known<V>, { value, keyAt }: Pair, wanted: string): boolean {
  return node === value.node && start === keyAt.start && section === wanted && uri === value.uri;
}

function keyOf({ value: { node, uri }, keyAt }: Pair, section: string): string {
  return `${section} ${node} ${keyAt.start} ${uri}`;
}

/** What tells the entries of a section among the answers of a description from those of others that share their text by an alias. */
export function sectionAt(section: string, site: AnswerSite | undefined): string {
  return site === undefined ? section : `${section} ${site.at.start}`;
}
