import { type Block, scalar } from '../text';

/** Keys worth reading. Most keys of a large file are not, and are passed over without decoding them. */
export class KeySet {
  private readonly names: ReadonlySet<string>;
  /** By length and first letter, so that one look at the text tells what a key cannot be. */
  private readonly bySign = new Map<number, readonly string[]>();

  constructor(names: readonly string[]) {
    this.names = new Set(names);
    for (const name of names) {
      const sign = signOf(name.length, name.charCodeAt(0));
      this.bySign.set(sign, [...(this.bySign.get(sign) ?? []), name]);
    }
  }

  /** The key's text if it is one of these, else undefined. */
  find(block: Block, key: number): string | undefined {
    const tree = block.tree;
    const start = tree?.[key * 3 + 1] ?? -1;
    if (tree === null || start < 0) return undefined;
    const length = (tree[key * 3 + 2] ?? 0) - start;
    const candidates = this.bySign.get(signOf(length, block.text.charCodeAt(start)));
    for (const name of candidates ?? []) if (block.text.startsWith(name, start)) return name;
    return isPlain(block, start, length) ? undefined : this.decoded(block, key);
  }

  private decoded(block: Block, key: number): string | undefined {
    const name = scalar(block, key);
    return name !== undefined && this.names.has(name) ? name : undefined;
  }
}

function signOf(length: number, first: number): number {
  return length * 65_536 + first;
}

/** An escape or a line break may hide any word; of keys, only quoted ones have them. */
function isPlain(block: Block, start: number, length: number): boolean {
  if (start === 0 || length === 0) return true;
  const quote = block.text.charCodeAt(start - 1);
  return (quote !== 34 && quote !== 39) || !block.text.slice(start, start + length).includes('\\');
}
