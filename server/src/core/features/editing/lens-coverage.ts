import { bindingOf, categoriesOf, questionsOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { Binding } from '../../model';
import type { Model, Statement } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { STRIDE, type Stride } from '../../rules/types';
import { memo, type SourceDocument } from '../../text';
import { type LensEntry, type LensSection, lensEntry } from './lens-entry';
import { type CoveredClause, clausesBy } from './lens-goals';

/** A question about an operation. */
export interface CoveredQuestion {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
  readonly category: Stride;
}

/** What an entry of a model speaks of, whether or not it settles it. */
export interface Covered {
  readonly findings: readonly Finding[];
  readonly questions: readonly CoveredQuestion[];
  readonly clauses: readonly CoveredClause[];
}

/** Findings and questions that an entry is about; null where there is no such entry. */
export function coverageOf(
  analysis: Analysis,
  document: SourceDocument,
  section: LensSection,
  id: string,
): Covered | null {
  const found = analysis.models.flatMap((model) => {
    const entry = lensEntry(document, model, section, id);
    return entry === null ? [] : [coveredBy(analysis, model, entry)];
  });
  if (found.length === 0) return null;
  return {
    findings: [...new Set(found.flatMap(({ findings }) => findings))],
    questions: found.flatMap(({ questions }, index) => {
      const before = found.slice(0, index).flatMap((covered) => covered.questions);
      return questions.filter((question) => !before.some((other) => isSameQuestion(question, other)));
    }),
    clauses: found.flatMap(({ clauses }) => clauses),
  };
}

/** Of an entry that several models include. */
function isSameQuestion(first: CoveredQuestion, second: CoveredQuestion): boolean {
  return first.operation === second.operation && first.category === second.category;
}

function coveredBy(analysis: Analysis, model: Model, entry: LensEntry): Covered {
  const apis = analysis.apis.filter(({ models }) => models.some((named) => named.model === model));
  const binding = bindingOf(model, analysis.apis);
  const findings = apis.flatMap((api) => api.findings.filter((finding) => isAbout(finding, entry, binding)));
  return { findings, questions: questionsBy(apis, entry, binding), clauses: clausesBy(analysis, model, entry) };
}

function isAbout(finding: Finding, entry: LensEntry, binding: Binding): boolean {
  if (finding.rule === 'unanswered') return false;
  if (entry.threat !== null) return finding.threat === entry.threat;
  if (entry.mitigation !== null) return finding.answers.includes(entry.mitigation);
  return entry.statement !== null && names(entry.statement, finding) && reaches(entry.statement, finding, binding);
}

/** A category closes nothing: it answers questions alone. */
function names({ what }: Statement, { rule, threat }: Finding): boolean {
  return what !== null && (what.rules.includes(rule) || (threat !== null && what.rules.includes(threat.id)));
}

function reaches(statement: Statement, finding: Finding, binding: Binding): boolean {
  const { where } = statement;
  if (where.kind === 'operations' && where.part !== '' && finding.part !== where.part) return false;
  const reached = operationsIn(binding.operationsOf(statement));
  return finding.operations.some((operation) => reached.has(operation));
}

const operationsIn = memo(
  (bound: ReturnType<Binding['operationsOf']>): ReadonlySet<Operation> =>
    new Set(bound.map(({ operation }) => operation)),
);

/** Questions that no finding has taken the place of, each once. */
function questionsBy(apis: readonly ApiAnalysis[], entry: LensEntry, binding: Binding): CoveredQuestion[] {
  const asked = askedOf(entry, binding);
  return apis.flatMap((api) =>
    [...asked].flatMap(([operation, categories]) => {
      if (!ownsOf(api.description.operations).has(operation)) return [];
      return openTo(api, operation)
        .filter((category) => categories.has(category) && !isExcepted(entry, operation, category, binding))
        .map((category) => ({ api, operation, category }));
    }),
  );
}

/** Categories whose question the entry is about, by operation. */
function askedOf({ asks }: LensEntry, binding: Binding): ReadonlyMap<Operation, ReadonlySet<Stride>> {
  const all = new Map<Operation, Set<Stride>>();
  for (const { statement, asked } of asks) {
    const categories = asked === 'all' ? STRIDE : [...asked];
    const operations = categories.length === 0 ? [] : binding.operationsOf(statement);
    for (const { operation } of operations) {
      all.set(operation, new Set([...(all.get(operation) ?? []), ...categories]));
    }
  }
  return all;
}

const ownsOf = memo((operations: readonly Operation[]): ReadonlySet<Operation> => new Set(operations));

/** The questions of an operation that an answer can settle: nothing was found in them, and the description shows no control. */
function openTo(api: ApiAnalysis, operation: Operation): Stride[] {
  const taken = takenIn(api).get(operation);
  const states = api.coverage.get(operation);
  return questionsOf(operation, api.exposure, api.called).filter(
    (category) => taken?.has(category) !== true && states?.[category] !== 'controlled',
  );
}

function isExcepted(entry: LensEntry, operation: Operation, category: Stride, binding: Binding): boolean {
  return entry.except.some((statement) => {
    const { what } = statement;
    const isNamed = what === null || what.all || what.categories.includes(category);
    return isNamed && operationsIn(binding.operationsOf(statement)).has(operation);
  });
}

/** Categories in which something was found, by operation. */
const takenIn = memo((api: ApiAnalysis): ReadonlyMap<Operation, ReadonlySet<Stride>> => {
  const taken = new Map<Operation, Set<Stride>>();
  for (const finding of api.findings) {
    if (finding.rule === 'unanswered' || finding.state === 'silenced') continue;
    for (const operation of finding.operations) {
      const categories = taken.get(operation) ?? new Set();
      taken.set(operation, categories);
      for (const category of categoriesOf(finding)) categories.add(category);
    }
  }
  return taken;
});
