import { detach } from './detach';
import { countBreaks } from './lines';
import { readBlock, readEntry } from './read-block';
import { readJson } from './read-json';
import { CONFLICT, keyAt, type Stretch } from './split';
import { readMemberBlock } from './split-json';
import type { Block, SyntaxProblem } from './types';

/** Reads a stretch of a text, whose part is `text`, into a block. */
export function makeBlock(text: string, stretch: Stretch, syntax: 'yaml' | 'json'): Block {
  const keyStart = stretch.keyStart - stretch.start;
  const keyed = stretch.kind === 'leaf' || stretch.kind === 'head';
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const reading = readStretch(text, stretch, keyStart, syntax);
  return {
    text,
    kind: stretch.kind,
    depth: stretch.depth,
    keyStart,
    key: keyed ? detach(keyAt(text, keyStart)) : '',
    column: keyed ? keyStart - lineStart : 0,
    newlines: countBreaks(text),
    ...reading,
  };
}

function readStretch(text: string, { kind, closers }: Stretch, keyStart: number, syntax: 'yaml' | 'json') {
  if (kind === 'prologue') return { tree: null, anchors: null, error: conflictIn(text) };
  if (syntax === 'yaml') return kind === 'whole' ? readBlock(text) : readEntry(text);
  if (kind !== 'whole') return readMemberBlock(text, keyStart, kind === 'head', closers);
  const json = readJson(text);
  if (!json.error) return { tree: json.tree, anchors: null, error: json.slip };
  const yaml = readBlock(text);
  return yaml.error ? { tree: null, anchors: null, error: json.error } : yaml;
}

/** What stands before the first entry, or beside a conflict marker, is no entry; the marker itself is a problem. */
function conflictIn(text: string): SyntaxProblem | null {
  const marker = CONFLICT.exec(text);
  if (marker === null) return null;
  return { message: 'git could not join two versions here: choose one and delete its marks', offset: marker.index };
}
