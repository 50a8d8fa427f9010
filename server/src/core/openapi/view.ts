import type { Block, SourceDocument } from '../text';
import { leavesItsBlock } from './aliases';
import type { Node } from './node';

/** The sections of a document: which block is whose child, by position in `document.blocks`. -1 stands for the root. */
export interface Shape {
  readonly children: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Positions of blocks whose key an earlier sibling has already taken. */
  readonly duplicates: readonly number[];
}

/** A file as one analysis sees it; `document` is replaced by edits and undefined while the file is not loaded. */
export interface View {
  readonly uri: string;
  document: SourceDocument | undefined;
  shape: Shape;
  /** The entries of a section as they were last asked for; those whose blocks have stayed are the same values. */
  readonly sections: Map<number, SectionEntries>;
  /** Some block has an anchor, so there may be aliases to follow. */
  anchored: boolean;
  /** Some alias means an anchor in another block, so a block's meaning depends on another's text. */
  entangled: boolean;
}

export interface SectionEntries {
  readonly shape: Shape;
  readonly entries: readonly (readonly [string, Node])[];
}

export const ROOT = -1;
const EMPTY: Shape = { children: new Map(), duplicates: [] };

export function createView(uri: string, document: SourceDocument | undefined): View {
  const view: View = { uri, document: undefined, shape: EMPTY, sections: new Map(), anchored: false, entangled: false };
  setDocument(view, document);
  return view;
}

/** Puts a new text under the view; the shape is kept where no key came, went or moved. */
export function setDocument(view: View, document: SourceDocument | undefined): void {
  const before = view.document;
  view.document = document;
  if (document === undefined) {
    view.shape = EMPTY;
    view.anchored = false;
    view.entangled = false;
    return;
  }
  view.anchored = document.blocks.some((block) => block.anchors !== null && block.anchors.size > 0);
  view.entangled = view.anchored && document.blocks.some(leavesItsBlock);
  if (before === undefined || !sameShape(before.blocks, document.blocks)) view.shape = shapeFor(document.blocks);
}

function sameShape(before: readonly Block[], after: readonly Block[]): boolean {
  if (before.length !== after.length) return false;
  return after.every((block, at) => {
    const old = before[at] as Block;
    return old === block || (old.key === block.key && old.depth === block.depth && old.kind === block.kind);
  });
}

/** The last shape by a file's first block, which hardly anyone edits: most edits leave the keys where they are. */
const shapes = new WeakMap<Block, { readonly blocks: readonly Block[]; readonly shape: Shape }>();

function shapeFor(blocks: readonly Block[]): Shape {
  const [first] = blocks;
  if (first === undefined) return EMPTY;
  const last = shapes.get(first);
  const shape = last !== undefined && sameShape(last.blocks, blocks) ? last.shape : shapeOf(blocks);
  shapes.set(first, { blocks, shape });
  return shape;
}

function shapeOf(blocks: readonly Block[]): Shape {
  const children = new Map<number, Map<string, number>>([[ROOT, new Map()]]);
  const duplicates: number[] = [];
  const heads = [ROOT];
  blocks.forEach((block, at) => {
    if (block.kind === 'prologue' || block.kind === 'whole') return;
    const siblings = children.get(heads[block.depth] ?? ROOT);
    if (siblings?.has(block.key)) duplicates.push(at);
    else siblings?.set(block.key, at);
    heads.length = block.depth + 1;
    if (block.kind === 'head') {
      heads.push(at);
      children.set(at, new Map());
    }
  });
  return { children, duplicates };
}
