import { ANSWER_FIELDS, answerKeys, isTodo, type MitigationStub, removesOf } from '../../model';
import { ANSWERS_KEY } from '../../text';
import { Fill, type Value } from '../../text/edit';
import type { FileChange } from '../spec-fixes/spec-fix';
import { besidePlace, besideText, type Spot } from './spot';

/** What writes an answer into a description, at a spot. */
export function mitigationBeside(spot: Spot, stub: MitigationStub): FileChange {
  const covers = distinct(stub.covers.map((statement) => besideText(statement, spot)));
  const removes = distinct(removesOf(stub).map((place) => besidePlace(place, spot)));
  const except = (stub.except ?? []).map((statement) => besideText(statement, spot));
  const keys = answerKeys({ ...stub, covers, except }).flatMap(([key, value]): (readonly [string, Value])[] => {
    if (key === 'removes') return removes.length === 0 ? [] : [[key, listOf(removes)]];
    return [[key, valueFor(key, value)]];
  });
  return entryAt(spot, 'mitigations', stub.id, Object.fromEntries(keys));
}

/** What writes into a description that something does not apply, at a spot. */
export function notApplicableBeside(spot: Spot, statement: string, reason: string): FileChange {
  return entryAt(spot, 'notApplicable', besideText(statement, spot), valueFor('reason', reason));
}

function entryAt({ uri, path }: Spot, section: string, name: string, value: Value): FileChange {
  return { uri, change: { kind: 'set', path: [...path, ANSWERS_KEY, section, name], value } };
}

function valueFor(key: string, value: string | readonly string[]): Value {
  if (typeof value !== 'string') return listOf(value);
  return ANSWER_FIELDS.includes(key) || isTodo(value) ? new Fill(value) : value;
}

/** One value stands for a list of one. */
function listOf(texts: readonly string[]): Value {
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
