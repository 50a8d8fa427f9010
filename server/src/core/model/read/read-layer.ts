import { type Block, EMPTY_BLOCK, errorIn, kindOf, memo, type Place, type SourceDocument, sameList } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import { fileName } from '../include/file-name';
import type { SectionDefinition } from '../schema/schema-types';
import { SECTIONS, sectionNamed } from '../schema/sections';
import type { ModelProblem, Placed } from '../types';
import { aliasesOf } from './anchors';
import { gather, type Included } from './below';
import { itemsOf, lastingPairs, pairsOf, placeOf, type RootPair, textAt, wholePlaceOf } from './cells';
import { placedTexts, readPairs } from './fields';
import { oddKeys } from './odd-keys';
import { duplicate, type Reading, readEntries } from './read-entries';
import type { Entry } from './read-entry';
import { NO_RISK_WORDS, type RiskWords, readRisk, riskOver } from './read-risk';
import { MERGE_KEY, Report } from './report';
import { syntaxProblem } from './syntax';
import { isTooLarge, unreadLayer } from './too-large';
import { reportAlias, unusedAnchors } from './traps';
import { checkValue } from './values';

/** What a file and the files that it includes say, before it is known who includes it. */
export interface Layer {
  readonly uri: string;
  readonly title: string;
  readonly owner: string;
  /** The day of the last review, as written; null where it has none. */
  readonly reviewed: Placed | null;
  /** Those of included files first; one that the file changes is there once, as changed. */
  readonly entries: readonly Entry[];
  /** What ids name, by the section. */
  readonly names: ReadonlyMap<string, string>;
  readonly risk: RiskWords;
  /** Problems that lie in this file. */
  readonly problems: readonly ModelProblem[];
  readonly includes: readonly Placed[];
  /** Uris of this file and of all that it includes, over all steps. */
  readonly files: ReadonlySet<string>;
  readonly at: Place;
}

const remembered = new WeakMap<SourceDocument, { readonly included: readonly Layer[]; readonly layer: Layer }>();

/**
 * A threat model as its document says it, over the layers that it includes. Never throws: what does not read is a problem, the
 * rest stands.
 */
export function readLayer(document: SourceDocument, included: readonly Included[]): Layer {
  const layers = included.map(({ layer }) => layer);
  const known = remembered.get(document);
  if (known !== undefined && sameList(known.included, layers)) return known.layer;
  const layer = isTooLarge(document) ? unreadLayer(document) : read(document, included);
  remembered.set(document, { included: layers, layer });
  return layer;
}

function read(document: SourceDocument, included: readonly Included[]): Layer {
  const roots = lastingPairs(document);
  const problems = document.blocks.flatMap((block) => problemsOfYaml(document, block));
  const below = gather(document.uri, included, problems);
  const own: Entry[] = [];
  const seen = new Set<string>();
  for (const root of roots) {
    if (seen.has(root.key)) problems.push(duplicate(root, 'section'));
    else readRoot(root, { below, entries: own, problems });
    seen.add(root.key);
  }
  const entries = [...below.without(own), ...own];
  const version = roots.find((root) => root.key === 'stridewise') ?? roots[0];
  const risk = riskIn(roots, problems);
  return {
    uri: document.uri,
    title: textOfRoot(roots, 'title'),
    owner: textOfRoot(roots, 'owner'),
    reviewed: placedOfRoot(roots, 'reviewed'),
    entries,
    names: namesOf(document.uri, entries, problems),
    risk: riskOver(risk, below.risk),
    problems,
    includes: includesOf(document),
    files: new Set([document.uri, ...included.flatMap(({ layer }) => [...layer.files])]),
    at: version?.keyAt ?? { uri: document.uri, block: document.blocks[0] ?? EMPTY_BLOCK, start: 0, end: 0 },
  };
}

/** The files that a model includes, as written. */
export const includesOf: (document: SourceDocument) => readonly Placed[] = memo((document) => {
  const root = isTooLarge(document) ? undefined : lastingPairs(document).find(({ key }) => key === 'include');
  if (root === undefined || root.children !== null) return [];
  return placedTexts(root.value);
});

/** What follows a syntax error, and is none by itself. */
function isTold({ key, value: { block } }: RootPair): boolean {
  return block.error !== null && (key === '' || key.trimStart() !== key);
}

function unknownKey(key: string, suggestion: string | undefined): string {
  if (key !== 'openapi' && key !== 'swagger') return `\`${key}\` is no key of a threat model${didYouMean(suggestion)}`;
  return `This file is a threat model by its key stridewise, which counts: a description is a file of its own, so ${key} is not read here`;
}

function readRoot(root: RootPair, reading: Reading): void {
  const section = sectionNamed(root.key);
  const report = new Report();
  if (section === undefined) checkNoSection(root, report);
  else if (root.key === 'stridewise') checkVersion(root, report);
  else if (isUnreadAlias(root)) reportAlias(root.value, report);
  else if (section.value !== null) checkValue(root.value, section.value, report);
  else if (isNoMapping(root)) {
    report.error('wrong-type', `\`${root.key}\` takes ${takenBy(section)}`, wholePlaceOf(root.value));
  } else if (section.entries === null) readPairs(root.children ?? pairsOf(root.value), section, report);
  else readEntries(root, section, reading);
  reading.problems.push(...report.problems);
}

/** A root key that is none of a model's. */
function checkNoSection(root: RootPair, report: Report): void {
  if (root.key === '<<') report.error('merge-key', MERGE_KEY, root.keyAt);
  if (root.key === '<<' || root.key.startsWith('x-') || isTold(root)) return;
  const suggestion = nearest(
    root.key,
    SECTIONS.map((item) => item.name),
  );
  report.warn('unknown-key', unknownKey(root.key, suggestion), root.keyAt, suggestion);
}

function isUnreadAlias({ children, value }: RootPair): boolean {
  return children === null && kindOf(value.block, value.node) === 'alias';
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

function problemsOfYaml(document: SourceDocument, block: Block): ModelProblem[] {
  const { uri } = document;
  const odd = oddKeys(uri, block);
  const anchors = block.anchors === null ? [] : unusedAnchors({ uri, block, node: -1 }, aliasesOf(document));
  const told = [...odd, ...anchors.filter(({ at }) => odd.every((key) => key.at.start !== at.start))];
  return errorIn(uri, block) === null ? told : [syntaxProblem(uri, block), ...told];
}

/** What ids name; an id that two kinds of things share names the first. Included files tell of their own. */
function namesOf(uri: string, entries: readonly Entry[], problems: ModelProblem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { name, kind, at } = entry;
    const before = first.get(name);
    if (name === '') continue;
    if (before === undefined) {
      names.set(name, kind);
      first.set(name, entry);
    } else if (at.uri === uri) {
      const where = before.at.uri === uri ? '' : ` in ${fileName(before.at.uri, uri)}`;
      const message = `\`${name}\` already stands under \`${before.kind}\`${where}: an id names one thing`;
      problems.push({ code: 'shared-id', message, severity: 'error', at });
    }
  }
  return names;
}

function textOfRoot(roots: readonly RootPair[], key: string): string {
  const root = roots.find((item) => item.key === key);
  return root === undefined ? '' : textAt(root.value);
}

function placedOfRoot(roots: readonly RootPair[], key: string): Placed | null {
  const root = roots.find((item) => item.key === key);
  return root === undefined || root.children !== null ? null : (placedTexts(root.value)[0] ?? null);
}

function riskIn(roots: readonly RootPair[], problems: ModelProblem[]): RiskWords {
  const root = roots.find(({ key }) => key === 'risk');
  if (root === undefined) return NO_RISK_WORDS;
  const report = new Report();
  const risk = readRisk(root.children ?? pairsOf(root.value), report);
  problems.push(...report.problems);
  return risk;
}
