import type { Analysis } from '../../coverage/types';
import {
  calledAnew,
  type Drift,
  driftWords,
  isMore,
  type Locked,
  lockText,
  type Recorded,
  withOpenRisks,
} from '../../drift';
import { setReviewed } from '../../model';
import { rangeOf, type SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';
import type { FileEdit } from '../diagnostic';
import { apisOf, type ModelDrift, modelDrifts } from './model-drift';
import { reachedIn } from './reached-aims';

/** What a review of a model would sign. */
export interface Review {
  readonly model: string;
  readonly lock: string;
  /** The day of the last review, or empty. */
  readonly reviewed: string;
  /** Whether there is a lock: without one everything is signed for the first time. */
  readonly first: boolean;
  readonly changes: readonly ReviewedChange[];
  /** How many operations are recorded. */
  readonly operations: number;
}

export interface ReviewedChange {
  readonly key: string;
  readonly text: string;
  /** Whether it leaves more to an attacker, as far as it tells. */
  readonly more: boolean;
}

/** The reviews that models wait for, in the order of their files. */
export function reviewsOf(analysis: Analysis): Review[] {
  return modelDrifts(analysis).map(({ model, lockUri, reading, drifts, records }) => ({
    model: model.uri,
    lock: lockUri,
    reviewed: reading?.lock.reviewed || model.reviewed?.text || '',
    first: reading === null,
    changes: drifts.map((drift) => ({ key: drift.key, text: driftWords(drift), more: isMore(drift) })),
    operations: [...records.values()].filter(({ kind }) => kind === 'operation').length,
  }));
}

/** The edits that a review makes, or why it cannot be written. */
export type ReviewEdits = readonly FileEdit[] | { readonly refused: string };

/**
 * Marks a model as reviewed: its `reviewed` and its lock, in one edit. With `key`, only what that operation (or API, or component)
 * is now goes into the lock, and the day of the review stays.
 */
export function markReviewed(
  workspace: Workspace,
  analysis: Analysis,
  modelUri: string,
  today: string,
  key?: string,
): ReviewEdits {
  const found = modelDrifts(analysis).find(({ model }) => model.uri === modelUri);
  const document = workspace.get(modelUri);
  if (found === undefined || document === undefined) return { refused: 'The model is gone, or a part of another one' };
  const lock = workspace.get(found.lockUri);
  const signed = withOpenRisks(found.records, apisOf(analysis, found.model));
  const kept = new Map(reachedIn(found).map((one) => [one.key, one]));
  if (key === undefined) {
    const day = setReviewed(document, today);
    if ('refused' in day) return day;
    const written = writeOver(found.lockUri, lock, lockText(today, new Map([...signed, ...kept])));
    return [...(found.model.reviewed?.text === today ? [] : [{ uri: modelUri, edits: [day] }]), written];
  }
  return markOne({ ...found, records: signed }, lock, key, kept);
}

function markOne(
  { reading, drifts, lockUri, records }: ModelDrift,
  lock: SourceDocument | undefined,
  key: string,
  kept: ReadonlyMap<string, Locked>,
): ReviewEdits {
  if (reading === null) return { refused: 'Nothing is recorded yet: mark the whole model as reviewed first' };
  if (reading.problems.length > 0) {
    return { refused: 'The lock has lines that do not read: mark the whole model as reviewed' };
  }
  const drift = drifts.find((one) => one.key === key);
  if (drift === undefined) return { refused: `Nothing has changed of ${key}` };
  const entries = withOne(reading.lock.entries, drift, records.get(key) ?? kept.get(key));
  return [writeOver(lockUri, lock, lockText(reading.lock.reviewed, entries))];
}

function withOne(
  locked: ReadonlyMap<string, Pick<Recorded, 'entry'>>,
  { key, kind, before }: Drift,
  after: Pick<Recorded, 'entry'> | undefined,
): ReadonlyMap<string, Pick<Recorded, 'entry'>> {
  // An API's other name is that of all its operations.
  const names = kind === 'api' && before !== key ? new Map([[before, key]]) : new Map<string, string>();
  const entries = new Map(calledAnew(locked, names));
  entries.delete(before);
  if (after !== undefined) entries.set(key, after);
  return entries;
}

/** The edit that gives a lock its new text. */
function writeOver(uri: string, old: SourceDocument | undefined, text: string): FileEdit {
  if (old === undefined) return { uri, edits: [], create: text };
  const last = old.blocks.at(-1);
  const [first] = old.blocks;
  const start = first === undefined ? null : rangeOf(old, { uri, block: first, start: 0, end: 0 });
  const end =
    last === undefined ? null : rangeOf(old, { uri, block: last, start: last.text.length, end: last.text.length });
  const zero = { line: 0, character: 0 };
  return { uri, edits: [{ range: { start: start?.start ?? zero, end: end?.end ?? zero }, newText: text }] };
}
