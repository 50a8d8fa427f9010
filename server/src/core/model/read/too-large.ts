import { EMPTY_BLOCK, memo, type SourceDocument } from '../../text';
import type { Layer } from './read-layer';
import { NO_RISK_WORDS } from './read-risk';

/** In characters. A model that people write has some thousand lines; one of ten megabytes would hold up the editor for seconds. */
const LARGEST = 4 * 1024 * 1024;
export const LARGEST_IN_WORDS = `${LARGEST / 1024 / 1024} MB`;

/** Whether a model is too large to be read. */
export const isTooLarge: (document: SourceDocument) => boolean = memo(
  ({ blocks }) => blocks.reduce((sum, { text }) => sum + text.length, 0) > LARGEST,
);

/** What stands for a model that is not read: its name and one problem. */
export function unreadLayer({ uri, blocks }: SourceDocument): Layer {
  const block = blocks[0] ?? EMPTY_BLOCK;
  const at = { uri, block, start: 0, end: Math.max(0, block.text.search(/[\r\n]|$/)) };
  const message = `This model is larger than ${LARGEST_IN_WORDS}, and is not read: cut it into files that include each other`;
  return {
    uri,
    title: '',
    owner: '',
    reviewed: null,
    entries: [],
    names: new Map(),
    risk: NO_RISK_WORDS,
    problems: [{ code: 'too-large', message, severity: 'error', at }],
    includes: [],
    files: new Set([uri]),
    at,
  };
}
