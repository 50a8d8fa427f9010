import { CONTROLS } from '../../controls';
import { nameOf } from '../../coverage';
import type { Finding } from '../../coverage/types';
import { listed, type MitigationStub, operationText } from '../../model';
import type { Operation } from '../../openapi/types';
import type { Strategy } from '../../rules/types';
import { reachesOf, reachOf, stubOf, type Target } from '../answer-stub';
import { SHORT } from '../fix-not-applicable';
import { namedIt, stubText } from '../stub-text';
import { joinedStatements } from './joined-statements';
import type { Subject } from './subjects';

/** The entry that one subject alone would get. */
interface Draft {
  readonly subject: Subject;
  readonly target: Target;
  readonly stub: MitigationStub;
  /** What a removed thing is called. */
  readonly gone: string;
}

/**
 * The entries that answer all of the subjects in one model, as somebody would write them: what one control does stands in one
 * entry, what is handed over is told rule by rule, and what is accepted, or goes away, is one decision.
 */
export function entriesFor(files: readonly Answered[], strategy: Strategy): MitigationStub[] {
  const groups = new Map<string, Draft[]>();
  for (const { subjects, target } of files) {
    for (const subject of subjects) {
      const draft = draftOf(subject, strategy, target);
      const key = keyOf(draft);
      groups.set(key, [...(groups.get(key) ?? []), draft]);
    }
  }
  return [...groups.values()].map((drafts) => together(drafts, strategy));
}

/** How several findings are answered. */
export type Way = Strategy | 'not-applicable';

/** Subjects of one API and where their answers come to stand. */
export interface Answered {
  readonly target: Target;
  readonly subjects: readonly Subject[];
}

function keyOf({ subject: { finding }, stub }: Draft): string {
  if (stub.strategy === 'accept' || stub.strategy === 'avoid') return '';
  return stub.control ?? finding.threat?.id ?? finding.rule;
}

function draftOf(subject: Subject, strategy: Strategy, target: Target): Draft {
  const { api, finding, only } = subject;
  if (finding.rule === 'unanswered') return questionDraft(subject, strategy, target);
  const context = { api, finding, strategy, target };
  const [reach] = only === null ? reachesOf(context) : reachOf(context, only);
  const { gone = '' } = reach ?? {};
  const stub = reach === undefined ? { id: finding.rule, strategy, title: '', covers: [] } : stubOf(context, reach);
  return { subject, target, stub, gone };
}

/** Nobody knows yet what is done about a question: people say so. */
function questionDraft(subject: Subject, strategy: Strategy, target: Target): Draft {
  const { finding, only } = subject;
  const operations = only === null ? finding.operations : [only];
  const categories = categoriesOf(finding);
  const it = namedIt(operations);
  const stub = {
    id: `questions${strategy === 'reduce' ? '' : `-${strategy}`}`,
    strategy,
    title: strategy === 'avoid' ? `${it} goes away` : `TODO what is done about ${categories} of ${it}`,
    covers: questionStatements(finding, only, target, 'reduce'),
    removes: questionStatements(finding, only, target, 'avoid'),
    ...(strategy === 'accept' && { reason: `TODO why ${categories} of ${it} may stay` }),
  };
  return { subject, target, stub, gone: it };
}

/** What answers the questions of a finding: statements, or the places that go away. */
export function questionStatements(
  finding: Finding,
  only: Operation | null,
  { apiId }: Target,
  strategy: Strategy,
): readonly string[] {
  const operations = only === null ? finding.operations : [only];
  const places = operations.map((operation) => operationText(operation, apiId));
  return strategy === 'avoid' ? places : places.map((place) => `${categoriesOf(finding)} on ${place}`);
}

function categoriesOf({ stride }: Finding): string {
  return listed(stride.map((category) => SHORT[category]));
}

function together(drafts: readonly Draft[], strategy: Strategy): MitigationStub {
  const [first] = drafts as readonly [Draft, ...Draft[]];
  if (drafts.length === 1) return { ...first.stub, covers: joinedStatements(first.stub.covers) };
  const covers = joinedStatements(drafts.flatMap(({ stub }) => stub.covers));
  const removes = [...new Set(drafts.flatMap(({ stub }) => stub.removes ?? []))];
  const isGone = (place: string) => removes.some((whole) => place.startsWith(`${whole} `));
  const telling = drafts.filter(({ stub }) => !(stub.removes ?? []).every(isGone) || strategy !== 'avoid');
  const said = saidOf(telling.length === 0 ? drafts : telling, strategy);
  return { ...first.stub, ...said, covers, removes: removes.filter((place) => !isGone(place)) };
}

function saidOf(drafts: readonly Draft[], strategy: Strategy): Pick<MitigationStub, 'title'> & Partial<MitigationStub> {
  const [first] = drafts as readonly [Draft, ...Draft[]];
  const { finding, api } = first.subject;
  const operations = operationsOf(drafts);
  const isOneRule = drafts.every(({ subject }) => isAlike(subject.finding, finding));
  if (strategy === 'avoid') return { id: isOneRule ? first.stub.id : 'gone', title: `${goneIn(drafts)} away` };
  if (isOneRule && finding.definition !== null) {
    const sameValue = drafts.every(({ subject }) => subject.finding.part === finding.part);
    const stub = stubText(api, finding, strategy, { reached: operations }, first.target.model);
    return sameValue ? stub : { ...stub, title: `${finding.definition.stubs[strategy]} (${namedIt(operations)})` };
  }
  const it = operations.length === 1 ? namedIt(operations) : `${operations.length} operations`;
  if (strategy === 'accept') {
    const title = `${drafts.length} threats to ${it} are accepted`;
    return {
      id: isOneRule ? first.stub.id : 'accepted',
      title,
      reason: `TODO why these ${drafts.length} threats may stay`,
    };
  }
  const control = CONTROLS.find(({ id }) => id === first.stub.control);
  if (control !== undefined) return { id: control.id, title: `${control.title} (${namedIt(operations)})` };
  return { title: `TODO what is done about questions to ${it}` };
}

function isAlike(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.threat === other.threat;
}

function operationsOf(drafts: readonly Draft[]): readonly Operation[] {
  const all = drafts.flatMap(({ subject: { finding, only } }) => (only === null ? finding.operations : [only]));
  return [...new Map(all.map((operation) => [`${operation.at.uri} ${nameOf(operation)}`, operation])).values()];
}

const MOST_NAMED = 3;

/** `GET /debug goes`, `GET /debug and POST /x go`. */
function goneIn(drafts: readonly Draft[]): string {
  const gone = [...new Set(drafts.map((draft) => draft.gone))];
  if (gone.length === 1) return `${gone[0]} goes`;
  const named = gone.length <= MOST_NAMED ? gone : [...gone.slice(0, MOST_NAMED), `${gone.length - MOST_NAMED} more`];
  return `${listed(named)} go`;
}
