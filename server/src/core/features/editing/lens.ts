import type { Analysis, Finding } from '../../coverage/types';
import { readModel } from '../../model';
import type { Range, SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';
import { counted } from '../counted';
import { type Location, locateAll } from '../locate';
import { STATE_WORDS } from '../state-words';
import { type Covered, type CoveredQuestion, coverageOf } from './lens-coverage';
import { type LensSection, lensEntry } from './lens-entry';
import { outlineOf } from './outline';

/** A line above an entry that says what it is good for; what it says is worked out when it comes into sight. */
export interface ModelLens {
  readonly range: Range;
  readonly section: LensSection;
  readonly entry: string;
}

/** What a lens says, and the places that it speaks of. */
export interface LensText {
  readonly title: string;
  readonly places: readonly Location[];
}

const SECTIONS: ReadonlySet<string> = new Set<LensSection>(['threats', 'mitigations', 'notApplicable', 'assumptions']);

/** The lenses of a model: one above each threat, mitigation, assumption and entry of `notApplicable` that means something, also while it is being typed. */
export function lensesOf(document: SourceDocument): ModelLens[] {
  const model = readModel(document);
  return outlineOf(document).flatMap(({ key: section, entries }) => {
    if (!isLensSection(section)) return [];
    const known = entries.filter(({ key }) => lensEntry(document, model, section, key) !== null);
    return known.map(({ key, keyRange }) => ({ range: keyRange, section, entry: key }));
  });
}

function isLensSection(key: string): key is LensSection {
  return SECTIONS.has(key);
}

/** What a lens says now; null where its entry is gone. */
export function lensText(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  { section, entry }: Pick<ModelLens, 'section' | 'entry'>,
): LensText | null {
  const document = workspace.get(uri);
  const covered = document && coverageOf(analysis, document, section, entry);
  if (!covered) return null;
  const goals = covered.clauses.map(({ goal }) => goal);
  const operations = covered.questions.map(({ operation }) => operation);
  const places = [...covered.findings, ...operations, ...goals].map(({ at }) => at);
  return { title: titleOf(section, covered), places: locateAll(workspace, places) };
}

function titleOf(section: LensSection, covered: Covered): string {
  const { findings } = covered;
  const questions = covered.questions.length + covered.clauses.length;
  if (findings.length + questions === 0) return section === 'threats' ? 'hits nothing' : 'covers nothing';
  const counts = [
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
    ...(questions === 0 ? [] : [counted(questions, 'question')]),
  ];
  return `${section === 'threats' ? '' : 'covers '}${counts.join(' and ')}${outcomeOf(section, covered)}`;
}

/** What is still open; of a threat that is answered what has become of it. */
function outcomeOf(section: LensSection, { findings, questions, clauses }: Covered): string {
  const asked = clauses.filter((one) => one.asked.state === 'unanswered');
  const open = findings.filter(isOpen).length + questions.filter(isUnanswered).length + asked.length;
  if (open > 0)
    return findings.length + questions.length + clauses.length === 1 ? ', still open' : `, ${open} still open`;
  const states = new Set(findings.map(({ state }) => state));
  const [state] = states;
  return section === 'threats' && states.size === 1 && state !== undefined ? `, ${STATE_WORDS[state]}` : '';
}

function isOpen({ state }: Finding): boolean {
  return state === 'threatened';
}

function isUnanswered({ api, operation, category }: CoveredQuestion): boolean {
  return api.coverage.get(operation)?.[category] === 'unanswered';
}
