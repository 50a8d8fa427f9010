import { type Block, kindOf, memo, type Place, place, type SourceDocument, spanOf } from '../../text';

/** The nodes that an anchor of each name marks, in the order of the text. */
const nodesByName: (block: Block) => ReadonlyMap<string, readonly number[]> = memo((block) => {
  const nodes = new Map<string, number[]>();
  for (const [node, name] of block.anchors ?? []) {
    const known = nodes.get(name);
    if (known === undefined) nodes.set(name, [node]);
    else known.push(node);
  }
  return nodes;
});

/** The last node before another that an anchor of this name marks, or -1. */
export function anchoredBefore(block: Block, name: string, before: number): number {
  const nodes = nodesByName(block).get(name) ?? [];
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1] ?? -1;
}

/** What the aliases of a block name. */
const aliasesIn: (block: Block) => readonly string[] = memo((block) => {
  const names = new Set<string>();
  const count = block.text.includes('*') ? (block.tree?.length ?? 0) / 3 : 0;
  for (let node = 0; node < count; node++) {
    if (kindOf(block, node) !== 'alias') continue;
    const { start, end } = place('', block, node);
    names.add(block.text.slice(start, end).replace('*', ''));
  }
  return [...names];
});

/** What the aliases of a file name, also those whose anchor stands in another entry: other tools read them. */
export const aliasesOf: (document: SourceDocument) => ReadonlySet<string> = memo(
  ({ blocks }) => new Set(blocks.flatMap(aliasesIn)),
);

/** The anchor whose aliases repeat a place of a file elsewhere, or null where what stands there stands there alone. */
export function carriedBy(document: SourceDocument, { block, start, end }: Omit<Place, 'uri'>): string | null {
  const aliases = aliasesOf(document);
  if (aliases.size === 0) return null;
  for (const [node, name] of block.anchors ?? []) {
    const span = spanOf(block, node);
    const from = block.text.lastIndexOf(`&${name}`, span.start);
    if (from <= start && end <= span.end + 1 && aliases.has(name)) return name;
  }
  const head = headOf(document, block);
  return [...(head?.anchors?.values() ?? [])].find((name) => aliases.has(name)) ?? null;
}

/** The head of the section whose entry a block is. */
function headOf({ blocks }: SourceDocument, block: Block): Block | undefined {
  if (block.depth === 0) return undefined;
  return blocks.slice(0, blocks.indexOf(block)).findLast(({ kind }) => kind === 'head');
}
