import { type Block, get, memo, resolveUri, type SourceDocument, scalar, valueOf as valueIn } from '../text';
import { after } from '../text/tree';
import { Node } from './node';
import { scanBlock } from './scan';
import type { View } from './view';

/**
 * What a reference is relative to: the file that it stands in and, each on a line of its own, the `$id`s of the schemas around it
 * from the outermost in. Most have none.
 */
export function baseOf(uri: string, block: Block | null, node: number): string {
  const ids = block === null ? [] : scanBlock(block).ids;
  if (block === null || ids.length === 0) return uri;
  const around = ids.filter((one) => one.node <= node && node < after(block, one.node));
  return [uri, ...around.map(({ text }) => text)].join('\n');
}

/** Whether a name says its scheme; a letter alone is a drive. */
export function isAbsolute(name: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(name);
}

/** The address that an `$id`, or a reference without its fragment, means below another. */
export function addressBelow(base: string, relative: string): string {
  const name = relative.split('#', 1)[0] ?? '';
  if (name === '') return base;
  return isAbsolute(name) ? name : resolveUri(base, name);
}

/** What a file calls itself: `$self` of OpenAPI 3.2, `$id` of a JSON Schema; null where it does not. */
export const ownName: (document: SourceDocument) => string | null = memo((document) => {
  const { blocks } = document;
  const [first] = blocks;
  for (const key of ['$self', '$id']) {
    const block = first?.kind === 'whole' ? first : blocks.find((one) => one.depth === 0 && one.key === key);
    const root = block === undefined ? -1 : valueIn(block);
    const name = block && scalar(block, block.kind === 'whole' ? get(block, root, key) : root);
    if (name !== undefined && /^[^#\s]\S*$/.test(name)) return name;
  }
  return null;
});

const blocksWithIds = memo((document: SourceDocument) =>
  document.blocks.filter((block) => scanBlock(block).ids.length > 0),
);

/** Schemas by the addresses that they give themselves. */
export type Ids = ReadonlyMap<string, Node>;

/** The schemas of some files by address; where several have one, the first counts. */
export function idsOf(documents: Iterable<SourceDocument>, viewOf: (uri: string) => View): Ids {
  const found = new Map<string, Node>();
  const add = (address: string, node: Node | null) => {
    if (node !== null && !found.has(address)) found.set(address, node);
  };
  for (const document of documents) {
    const own = ownName(document);
    const base = addressBelow(document.uri, own ?? '');
    if (own !== null) add(base, Node.root(viewOf(document.uri)));
    for (const block of blocksWithIds(document)) {
      for (const { node } of scanBlock(block).ids) {
        const address = addressOf(baseOf(document.uri, block, node), base);
        add(address, Node.inside(viewOf(document.uri), block, node));
      }
    }
  }
  return found;
}

function isSame(one: Node, other: Node): boolean {
  const sameBlocks = one.block === other.block && one.keyBlock === other.keyBlock;
  return sameBlocks && one.index === other.index && one.view === other.view;
}

/** Whether the same schemas have the same addresses. */
export function sameIds(before: Ids, after: Ids): boolean {
  if (before.size !== after.size) return false;
  for (const [address, node] of before) {
    const other = after.get(address);
    if (other === undefined || !isSame(node, other)) return false;
  }
  return true;
}

/** The address of a base whose file has one. */
export function addressOf(base: string, file: string): string {
  return base.split('\n').slice(1).reduce(addressBelow, file);
}
