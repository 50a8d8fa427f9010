import type { Block } from '../text';
import { ANSWERS_KEY } from '../text/split';
import type { Node } from './node';
import type { AnswerSite } from './types';

const known = new WeakMap<Block, Map<number, AnswerSite>>();

/** The answers that stand under an owner of its own; null where it has none. The same object while nothing around them is edited. */
function siteIn(owner: Node | null, reach: AnswerSite['reach']): AnswerSite | null {
  const value = owner?.get(ANSWERS_KEY) ?? null;
  if (value === null) return null;
  const { keyAt: at, block, index: node } = value;
  const sites = known.get(at.block) ?? new Map<number, AnswerSite>();
  const last = sites.get(at.start);
  // An alias leads to another block, which an edit may replace.
  if (last !== undefined && last.block === block && last.node === node) return last;
  const site = { reach, at, block: block ?? at.block, node };
  known.set(at.block, sites.set(at.start, site));
  return site;
}

/** The answers at the root of a description, where it has any. */
export function answersAtRoot(root: Node): { readonly answers?: AnswerSite } {
  const answers = siteIn(root, 'api');
  return answers === null ? {} : { answers };
}

/** The answers of a path item, beside a reference and in what it leads to. */
export function sitesOfPath(pathItems: readonly (Node | null)[]): readonly AnswerSite[] {
  return pathItems.map((item) => siteIn(item, 'path')).filter((site) => site !== null);
}

/** The answers of an operation, its own before those of its path item; null where it has none. */
export function sitesOfOperation(operation: Node, ofPath: readonly AnswerSite[]): readonly AnswerSite[] | null {
  const own = siteIn(operation, 'operation');
  if (own !== null) return [own, ...ofPath];
  return ofPath.length === 0 ? null : ofPath;
}
