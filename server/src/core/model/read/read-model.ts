import { keyPlace, memo, type SourceDocument } from '../../text';
import type { Level, Model, ModelProblem } from '../types';
import { readApi, readMitigation, readNotApplicable, readThreat } from './entries';
import { ENTRY_KEYS, ROOT_KEYS } from './keys';
import { type Entry, Reader, sectionsOf } from './reader';

const LEVELS: readonly Level[] = ['note', 'low', 'medium', 'high', 'critical'];

const OTHERS = ['goals', 'data', 'zones', 'actors', 'components', 'businessFlows', 'assumptions', 'mitigations'];

/** Reads a threat model. Whatever cannot be read is a problem at its place; the rest stands. Never throws. */
export const readModel: (document: SourceDocument) => Model = memo((document) => {
  const problems: ModelProblem[] = [];
  const reader = new Reader(document.uri, (problem) => problems.push(problem));
  const sections = sectionsOf(document, reader);
  const first = document.blocks.find((block) => block.kind !== 'prologue') ?? document.blocks[0];
  for (const [key, section] of sections) {
    reader.known({ key, keyAt: section.at, value: { block: section.at.block, node: -1 } }, ROOT_KEYS);
  }
  const of = <T>(name: string, read: (reader: Reader, entry: Entry) => T): T[] =>
    (sections.get(name)?.entries ?? []).map((entry) => read(reader, entry));
  const text = (name: string) => reader.text(sections.get(name)?.value ?? undefined, name);
  return {
    uri: document.uri,
    title: text('title'),
    owner: text('owner'),
    apis: of('apis', readApi),
    threats: of('threats', readThreat),
    mitigations: of('mitigations', readMitigation),
    notApplicable: of('notApplicable', readNotApplicable).filter((entry) => entry !== null),
    acceptable: readAcceptable(reader, sections.get('risk')?.entries ?? []),
    otherIds: OTHERS.flatMap((name) => (sections.get(name)?.entries ?? []).map((entry) => entry.key)),
    problems,
    at: sections.get('stridewise')?.at ?? (first ? keyPlace(document.uri, first) : emptyPlace(document.uri)),
  };
});

function readAcceptable(reader: Reader, entries: readonly Entry[]): Level {
  const known = entries.filter((entry) => reader.known(entry, ENTRY_KEYS.risk ?? []));
  const acceptable = known.find((entry) => entry.key === 'acceptable');
  return reader.word(acceptable?.value, 'level', LEVELS) ?? 'low';
}

function emptyPlace(uri: string) {
  const block = {
    text: '',
    kind: 'whole',
    depth: 0,
    keyStart: 0,
    key: '',
    column: 0,
    newlines: 0,
    tree: null,
    anchors: null,
    error: null,
  } as const;
  return { uri, block, start: 0, end: 0 };
}
