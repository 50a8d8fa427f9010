import { after, type Block, get, kindOf, memo, place, type SourceDocument, valueOf as valueIn } from '../text';
import { METHOD_KEYS } from './path-items';
import { scanBlock } from './scan';
import type { AnswerSite } from './types';

const sitesIn: (block: Block) => (uri: string) => readonly AnswerSite[] = memo((block) => {
  const known = new Map<string, readonly AnswerSite[]>();
  return (uri) => {
    const sites = known.get(uri) ?? scanBlock(block).answers.map((node) => siteOf(uri, block, node));
    known.set(uri, sites);
    return sites;
  };
});

/**
 * The answers that a file of a description holds, in the order of the text, by its text alone: whether an operation stands there that
 * they answer is told by the description.
 */
export const writtenSites: (document: SourceDocument) => readonly AnswerSite[] = memo(({ uri, blocks }) =>
  blocks.flatMap((block) => (scanBlock(block).answers.length === 0 ? [] : sitesIn(block)(uri))),
);

function siteOf(uri: string, block: Block, node: number): AnswerSite {
  return { reach: reachOf(block, node), at: place(uri, block, node - 1), block, node };
}

/** By the keys beside it: a path item has methods, and the root of a file its version. */
function reachOf(block: Block, node: number): AnswerSite['reach'] {
  if (block.depth === 0 && block.kind === 'leaf' && node === valueIn(block)) return 'api';
  const owner = ownerOf(block, node);
  const holds = (keys: readonly string[]) => keys.some((key) => get(block, owner, key) >= 0);
  return holds(['openapi', 'swagger']) ? 'api' : holds(METHOD_KEYS) ? 'path' : 'operation';
}

/** The mapping that a value stands in. */
function ownerOf(block: Block, node: number): number {
  let owner = node - 1;
  while (owner >= 0 && (kindOf(block, owner) !== 'map' || after(block, owner) <= node)) owner--;
  return owner;
}
