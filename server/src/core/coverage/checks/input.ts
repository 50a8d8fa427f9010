import type { Binding, EvidenceReference, WordIndex } from '../../model';
import type { ModelProblem, Statement } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { memo } from '../../text';
import type { EvidenceFact } from '../../workspace';
import type { ApiOfModel, BoundModel } from '../apis';
import type { ApiAnalysis } from '../types';

/** What the checks of a model against its descriptions read. */
export interface CoverageInput extends BoundModel {
  readonly words: WordIndex;
  readonly apis: readonly ApiOfModel[];
  /** These, and what its components serve. */
  readonly named: readonly ApiOfModel[];
  /** The models that speak of its APIs, each with its own binding; it is among them. */
  readonly beside: () => readonly BoundModel[];
  /** What its own file gives as evidence, and what hosts found of it. */
  readonly evidence: readonly EvidenceReference[];
  readonly facts: ReadonlyMap<string, EvidenceFact>;
  /** What was found in the APIs of the workspace, and what became of their questions. */
  readonly analyses: readonly ApiAnalysis[];
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
}

export type CoverageCheck = (input: CoverageInput) => readonly ModelProblem[];

type Bound = ReturnType<Binding['operationsOf']>;

const setOf: (bound: Bound) => ReadonlySet<Operation> = memo(
  (bound) => new Set(bound.map(({ operation }) => operation)),
);

/** The operations that a statement reaches; places of one text share their set. */
export function operationsOf(statement: Statement, binding: Binding): ReadonlySet<Operation> {
  return setOf(binding.operationsOf(statement));
}

/** An operation that is in both, or undefined. */
export function common(first: ReadonlySet<Operation>, second: ReadonlySet<Operation>): Operation | undefined {
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  for (const operation of small) if (large.has(operation)) return operation;
  return undefined;
}
