import { detach } from './detach';
import { isFlowYaml } from './detect-root';
import { firstComment } from './json-comments';
import { countBreaks } from './lines';
import { readBlock, readEntry } from './read-block';
import { readJson } from './read-json';
import { CONFLICT, isKeyAt, keyAt, type Stretch } from './split';
import { readMemberBlock } from './split-json';
import type { Block, SyntaxProblem } from './types';

type Reading = Pick<Block, 'tree' | 'anchors' | 'error'>;

/** The block of a stretch of a text, whose part is `text`. It is read when somebody asks for what it says. */
export function makeBlock(text: string, stretch: Stretch, syntax: 'yaml' | 'json'): Block {
  return new StretchBlock(text, stretch, syntax);
}

// Most of the time that a file takes goes into reading its blocks, so that is left to whoever can do it bit by bit.
class StretchBlock implements Block {
  readonly kind: Block['kind'];
  readonly depth: number;
  readonly keyStart: number;
  readonly key: string;
  readonly column: number;
  readonly newlines: number;
  readonly closers: Stretch['closers'];
  readonly told: Stretch['told'];
  private reading: Reading | null = null;

  constructor(
    readonly text: string,
    { kind, depth, start, keyStart, closers, told }: Stretch,
    private readonly syntax: 'yaml' | 'json',
  ) {
    this.kind = kind;
    this.depth = depth;
    this.keyStart = keyStart - start;
    const keyed = kind === 'leaf' || kind === 'head';
    this.key = keyed ? detach(keyAt(text, this.keyStart)) : '';
    this.column = keyed ? this.keyStart - (text.lastIndexOf('\n', this.keyStart - 1) + 1) : 0;
    this.newlines = countBreaks(text);
    this.closers = closers;
    this.told = told;
  }

  get tree(): Int32Array | null {
    return this.read().tree;
  }

  get anchors(): ReadonlyMap<number, string> | null {
    return this.read().anchors;
  }

  get error(): SyntaxProblem | null {
    return this.read().error;
  }

  private read(): Reading {
    this.reading ??= readStretch(this.text, this, this.keyStart, this.syntax);
    return this.reading;
  }
}

function readStretch(
  text: string,
  { kind, closers, told }: Pick<Stretch, 'kind' | 'closers' | 'told'>,
  keyStart: number,
  syntax: 'yaml' | 'json',
): Reading {
  if (kind === 'prologue') {
    const comment = syntax === 'json' ? firstComment(text, 0) : null;
    return { tree: null, anchors: null, error: conflictIn(text) ?? told ?? comment };
  }
  if (syntax === 'yaml' && kind === 'whole') return readBlock(text);
  if (syntax === 'yaml') return halfEntry(text, keyStart) ?? beforeTabs(text, readEntry(text));
  if (kind !== 'whole') return readMemberBlock(text, keyStart, kind === 'head', closers);
  const json = readJson(text);
  if (!json.error) return { tree: json.tree, anchors: null, error: json.slip };
  const yaml = readBlock(text);
  return yaml.tree !== null || isFlowYaml(text) ? yaml : { tree: null, anchors: null, error: json.error };
}

/** An entry that is still being typed: a word without its colon. By itself it would read as a text. */
function halfEntry(text: string, keyStart: number): Reading | null {
  if (isKeyAt(text, keyStart)) return null;
  const word = /[^\r\n]*/.exec(text.slice(keyStart))?.[0].trimEnd() ?? '';
  const error = { message: `a colon is missing behind ${word}`, offset: keyStart, end: keyStart + word.length };
  return { tree: null, anchors: null, error };
}

/** An entry that a tab sets in, behind one that blanks do: it is broken, and the one above it is not. */
const TABBED = /^\t[^\s#{}[\],][^\t\r\n]*:[ \t]*(?:\{[^\r\n]*|(?:#[^\r\n]*)?\r?\n\t\t\s*\S)/m;

/** What an indented entry says in front of such a one; the error stays. */
function beforeTabs(text: string, reading: Reading): Reading {
  if (reading.error === null || !text.startsWith(' ')) return reading;
  const tabbed = TABBED.exec(text);
  if (tabbed === null) return reading;
  const alone = readEntry(text.slice(0, tabbed.index));
  return alone.error === null ? { ...alone, error: reading.error } : reading;
}

/** What stands before the first entry, or beside a conflict marker, is no entry; the marker itself is a problem. */
function conflictIn(text: string): SyntaxProblem | null {
  const marker = CONFLICT.exec(text);
  if (marker === null) return null;
  return { message: 'git could not join two versions here: choose one and delete its marks', offset: marker.index };
}
