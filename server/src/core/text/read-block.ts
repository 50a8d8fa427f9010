// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: loops over lines and events, where every call counts.
import { parseEvents } from 'js-yaml';
import { ALIAS, FAST, headOf, kindIn, MAP, SCALAR, SEQUENCE, scalarHead } from './node-head';
import { readOrdinaryYaml } from './read-yaml';
import type { SyntaxProblem } from './types';
import { ownDocument } from './yaml-documents';
import { yamlProblem } from './yaml-problems';

export interface Reading {
  readonly tree: Int32Array | null;
  readonly anchors: ReadonlyMap<number, string> | null;
  readonly error: SyntaxProblem | null;
}

interface YamlEvent {
  readonly type: number;
  readonly start: number;
  readonly style: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly chomping: number;
  readonly fast: boolean;
  readonly indent: number;
}

const MAX_DEPTH = 98;
const DOCUMENT = 1;
const POP = 6;

/** Reads an entry that the splitter cut out: the fast reader where the text is ordinary, js-yaml for all else. */
export function readEntry(text: string): Reading {
  // A full parser gives up on a NUL wherever it stands, also in a comment.
  const tree = text.includes('\0') ? null : readOrdinaryYaml(text);
  return tree ? { tree, anchors: null, error: null } : readBlock(text);
}

/**
 * Reads any YAML text with js-yaml to an offset tree; a syntax error is its result, never thrown. Of several documents one is read,
 * whatever stands in the others.
 */
export function readBlock(text: string): Reading {
  const reading = readDocuments(text);
  const own = reading.error === null ? null : ownDocument(text);
  if (own === null) return reading;
  const alone = readDocuments(own.text);
  return alone.error === null ? { ...alone, error: { message: own.message, offset: own.offset } } : alone;
}

function readDocuments(text: string): Reading {
  try {
    return toTree(text, parseEvents(text, { maxDepth: MAX_DEPTH }) as unknown as readonly YamlEvent[]);
  } catch (error) {
    const problem = error as { reason?: string; mark?: { position?: number } };
    const offset = Math.max(0, Math.min(problem.mark?.position ?? 0, text.length));
    return { tree: null, anchors: null, error: yamlProblem(text, problem.reason ?? '', offset) };
  }
}

function toTree(text: string, events: readonly YamlEvent[]): Reading {
  const out = new Int32Array(events.length * 3);
  const anchors = new Map<number, string>();
  const stack: number[] = [];
  let node = 0;
  let documents = 0;
  for (const event of events) {
    if (event.type === DOCUMENT) {
      if (++documents > 1) break;
      stack.push(-1);
    } else if (event.type === POP) close(out, stack.pop() ?? -1, node);
    else {
      remember(anchors, node, event, text);
      write(out, node, event);
      if (event.type === MAP || event.type === SEQUENCE) stack.push(node);
      node++;
    }
  }
  const tree = out.slice(0, node * 3);
  const error = documents > 1 ? { message: 'a second document', offset: 0 } : strayMark(text, tree);
  return { tree, anchors: anchors.size > 0 ? anchors : null, error };
}

function close(out: Int32Array, open: number, node: number): void {
  if (open >= 0) out[open * 3 + 2] = node;
}

function remember(anchors: Map<number, string>, node: number, event: YamlEvent, text: string): void {
  if (event.type === ALIAS || event.anchorStart < 0) return;
  anchors.set(node, text.slice(event.anchorStart, event.anchorEnd));
}

function write(out: Int32Array, node: number, event: YamlEvent): void {
  const at = node * 3;
  if (event.type === SCALAR) {
    out[at] = scalarHead(event.style, event.chomping, event.indent) | (event.fast ? FAST : 0);
    out[at + 1] = event.valueStart;
    out[at + 2] = event.valueEnd;
  } else if (event.type === ALIAS) {
    out[at] = ALIAS;
    out[at + 1] = event.anchorStart;
    out[at + 2] = event.anchorEnd;
  } else {
    out[at] = headOf(event.type, event.style);
    out[at + 1] = event.start;
  }
}

/** A byte order mark where files were joined: nobody sees it, and it is part of the key behind it. */
function strayMark(text: string, tree: Int32Array): SyntaxProblem | null {
  if (text.indexOf('\uFEFF', 1) < 0) return null;
  for (let at = 0; at < tree.length; at += 3) {
    const offset = tree[at + 1] ?? 0;
    if (kindIn(tree[at] ?? 0) !== SCALAR || offset < 1 || text.charCodeAt(offset) !== 0xfeff) continue;
    if (text.slice(text.lastIndexOf('\n', offset) + 1, offset).trim() !== '') continue;
    const message = 'an invisible byte order mark stands in front of this and makes it another key: delete the mark';
    return { message, offset };
  }
  return null;
}
