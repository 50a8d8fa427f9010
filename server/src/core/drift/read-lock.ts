import type { ModelProblem } from '../model/types';
import { blockAt, isObject, jsonObject, memo, type Place, type SourceDocument, textOf } from '../text';
import type { Entry, Lock, Locked } from './types';
import { LOCK_KEY, LOCK_VERSION } from './write-lock';

/** What a lock file says, and what in it does not read. */
export interface LockReading {
  readonly lock: Lock;
  readonly problems: readonly ModelProblem[];
}

/** Reads a lock. Where it is no JSON it is read line by line: a broken line is a problem, and all others count. */
export const readLock = memo((document: SourceDocument): LockReading => {
  const text = textOf(document);
  const whole = jsonObject(text);
  if (whole !== null) return readingOf(whole, document, []);
  const problems: ModelProblem[] = [];
  const found: Record<string, unknown> = Object.create(null);
  for (const [index, line] of text.split('\n').entries()) {
    const member = line.trim().replace(/,$/, '');
    if (/^[{}]?$/.test(member)) continue;
    const read = jsonObject(`{${member}}`);
    if (read !== null) Object.assign(found, read);
    else problems.push(broken(lineOf(document, index, line), messageOf(line)));
  }
  return readingOf(found, document, problems);
});

function messageOf(line: string): string {
  const isConflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line);
  return isConflict
    ? 'Two versions of the lock were not joined here: keep the lines of both, and delete this one'
    : 'This line of the lock does not read and counts for nothing: mark the model as reviewed to write it anew';
}

function readingOf(found: Record<string, unknown>, document: SourceDocument, problems: ModelProblem[]): LockReading {
  const { reviewed, [LOCK_KEY]: version, ...rest } = found;
  if (version !== LOCK_VERSION && problems.length === 0) {
    const said = version === undefined ? `has no "${LOCK_KEY}"` : 'is of a version that is not known here';
    const message = `This lock ${said}: mark the model as reviewed to write it anew`;
    problems.push(broken(lineOf(document, 0, textOf(document).split('\n', 1)[0] ?? ''), message));
  }
  const entries = Object.entries(rest).flatMap(([key, value]): [string, Locked][] => {
    return isObject(value) ? [[key, { key, entry: entryIn(value) }]] : [];
  });
  return { lock: { reviewed: typeof reviewed === 'string' ? reviewed : '', entries: new Map(entries) }, problems };
}

function entryIn(value: Record<string, unknown>): Entry {
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, said]): [string, string | readonly string[]][] => {
      if (typeof said === 'string') return [[field, said]];
      return Array.isArray(said) ? [[field, said.filter((item) => typeof item === 'string')]] : [];
    }),
  );
}

function broken(at: Place, message: string): ModelProblem {
  return { code: 'broken-lock', message, severity: 'error', at };
}

function lineOf(document: SourceDocument, line: number, text: string): Place {
  const { block, offset } = blockAt(document, { line, character: 0 });
  const end = Math.min(block.text.length, offset + Math.max(1, text.trimEnd().length));
  return { uri: document.uri, block, start: offset, end };
}
