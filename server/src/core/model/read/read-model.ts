import { type Block, EMPTY_BLOCK, errorIn, kindOf, memo, type SourceDocument } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import { LEVELS } from '../schema/common';
import type { SectionDefinition } from '../schema/schema-types';
import { SECTIONS, sectionNamed } from '../schema/sections';
import type { Model, ModelProblem } from '../types';
import { itemsOf, type Pair, pairsOf, placeOf, type RootPair, rootPairs, textAt } from './cells';
import { readPairs } from './fields';
import { type Entry, readEntry } from './read-entry';
import { Report } from './report';
import { syntaxProblem } from './syntax';
import { besideProblem, besides, unusedAnchors } from './traps';
import { checkValue } from './values';

/** A threat model as its document says it. Never throws: what does not read is a problem, the rest stands. */
export const readModel: (document: SourceDocument) => Model = memo(read);

function read(document: SourceDocument): Model {
  const roots = rootPairs(document);
  const problems = document.blocks.flatMap((block) => problemsOfYaml(document.uri, block));
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const root of roots) {
    if (seen.has(root.key)) problems.push(duplicate(root));
    else readRoot(root, entries, problems);
    seen.add(root.key);
  }
  const names = namesOf(entries, problems);
  const version = roots.find((root) => root.key === 'stridewise') ?? roots[0];
  const first = document.blocks[0];
  const risk = roots.find((root) => root.key === 'risk');
  const acceptable = risk === undefined ? '' : textOfKey(risk, 'acceptable');
  return {
    uri: document.uri,
    title: textOfRoot(roots, 'title'),
    owner: textOfRoot(roots, 'owner'),
    apis: entries.flatMap((entry) => entry.api ?? []),
    threats: entries.flatMap((entry) => entry.threat ?? []),
    mitigations: entries.flatMap((entry) => entry.mitigation ?? []),
    notApplicable: entries.flatMap((entry) => entry.notApplicable ?? []),
    actors: entries.flatMap((entry) => entry.actor ?? []),
    flows: entries.flatMap((entry) => entry.flow ?? []),
    rules: entries.flatMap((entry) => entry.rule ?? []),
    businessFlows: entries.flatMap((entry) => entry.businessFlow ?? []),
    data: entries.flatMap((entry) => entry.data ?? []),
    names,
    otherIds: entries.flatMap((entry) => (OTHER.has(entry.kind) && entry.name !== '' ? [entry.name] : [])),
    acceptable: LEVELS.find((level) => level === acceptable) ?? 'low',
    problems,
    at: version?.keyAt ?? { uri: document.uri, block: first ?? EMPTY_BLOCK, start: 0, end: 0 },
  };
}

const OTHER = new Set(['components', 'actors', 'data', 'goals', 'businessFlows']);

function unknownKey(key: string, suggestion: string | undefined): string {
  if (key !== 'openapi' && key !== 'swagger') return `\`${key}\` is no key of a threat model${didYouMean(suggestion)}`;
  return `This file is a threat model by its key stridewise, which counts: a description is a file of its own, so ${key} is not read here`;
}

function readRoot(root: RootPair, entries: Entry[], problems: ModelProblem[]): void {
  const section = sectionNamed(root.key);
  const report = new Report();
  if (section === undefined) {
    if (root.key.startsWith('x-') || (root.value.block.error !== null && root.key === '')) return;
    const suggestion = nearest(
      root.key,
      SECTIONS.map((item) => item.name),
    );
    report.warn('unknown-key', unknownKey(root.key, suggestion), root.keyAt, suggestion);
  } else if (root.key === 'stridewise') checkVersion(root, report);
  else if (section.value !== null) checkValue(root.value, section.value, report);
  else if (isNoMapping(root)) {
    report.error('wrong-type', `\`${root.key}\` takes ${takenBy(section)}`, placeOf(root.value));
  } else if (section.entries === null) readPairs(root.children ?? pairsOf(root.value), section, report);
  else readEntries(root, section, entries, problems);
  problems.push(...report.problems);
}

/** Something stands where a mapping belongs: a text, an alias, or a list, be it an empty one. */
function isNoMapping({ children, value }: RootPair): boolean {
  const kind = kindOf(value.block, value.node);
  return children === null && kind !== 'map' && (kind === 'sequence' || itemsOf(value).length > 0);
}

function takenBy({ entries }: SectionDefinition): string {
  return entries === null ? 'keys and values' : 'entries by their names';
}

/** An unknown version is read as far as it is like ours, and says so. */
function checkVersion(root: RootPair, report: Report): void {
  const version = textAt(root.value);
  if (version === '1') return;
  const written =
    version === '' ? 'No version of the language is given' : `Version ${version} of the language is not known here`;
  const message = `${written}: this Stridewise reads version 1. Write \`stridewise: 1\`, or use a newer Stridewise`;
  report.error(
    'unknown-version',
    message,
    version === '' ? root.keyAt : placeOf(root.value),
    version === '' ? undefined : '1',
  );
}

function readEntries(root: RootPair, section: SectionDefinition, out: Entry[], problems: ModelProblem[]): void {
  const { value } = root;
  const seen = new Set<string>();
  const keys = new Set(section.entries === 'id' ? section.keys.map((key) => key.name) : []);
  const pairs = root.children ?? pairsOf(value);
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] as Pair;
    const strayed = besides(pairs, index, keys);
    if (seen.has(pair.key)) {
      problems.push(duplicate(pair));
      continue;
    }
    seen.add(pair.key);
    const entry = readEntry(pair, section);
    out.push(entry);
    problems.push(
      ...(strayed > 0 ? [besideProblem(pair, pairs.slice(index + 1, index + 1 + strayed))] : entry.problems),
    );
    index += strayed;
  }
}

function problemsOfYaml(uri: string, block: Block): ModelProblem[] {
  const anchors = block.anchors === null ? [] : unusedAnchors({ uri, block, node: -1 });
  return errorIn(uri, block) === null ? anchors : [syntaxProblem(uri, block), ...anchors];
}

/** What ids name; an id that two kinds of things share names the first. */
function namesOf(entries: readonly Entry[], problems: ModelProblem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, kind, at } of entries) {
    const first = names.get(name);
    if (name === '') continue;
    if (first === undefined) names.set(name, kind);
    else {
      const message = `\`${name}\` already stands under \`${first}\`: an id names one thing`;
      problems.push({ code: 'shared-id', message, severity: 'error', at });
    }
  }
  return names;
}

function duplicate(pair: Pair): ModelProblem {
  return {
    code: 'duplicate-key',
    message: `\`${pair.key}\` stands here twice; the first counts`,
    severity: 'error',
    at: pair.keyAt,
  };
}

function textOfRoot(roots: readonly RootPair[], key: string): string {
  const root = roots.find((item) => item.key === key);
  return root === undefined ? '' : textAt(root.value);
}

function textOfKey(root: RootPair, key: string): string {
  const pair = (root.children ?? pairsOf(root.value)).find((item) => item.key === key);
  return pair === undefined ? '' : textAt(pair.value);
}
