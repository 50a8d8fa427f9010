import type { ApiDescription, Operation } from '../../openapi/types';
import type { ModelProblem, Statement } from '../types';

/** An operation that a statement names, with the model's id of its API. */
export interface BoundOperation {
  readonly api: string;
  readonly operation: Operation;
}

/** A model held against the descriptions of its APIs. */
export interface Binding {
  operationsOf(statement: Statement): readonly BoundOperation[];
  /** What names nothing, or several where one is meant. */
  readonly problems: readonly ModelProblem[];
  /** Every API of the model has its description and all of it reads, so that what is not there is missing. */
  readonly complete: boolean;
}

/** A description and what the model calls it. */
export interface NamedApi {
  readonly id: string;
  /** The id of the entry, where its pattern names several APIs and each has an id of its own. */
  readonly entry?: string;
  /** A component has it as its `spec`: only places that name the component, or a flow to it, mean its operations. */
  readonly called?: boolean;
  readonly description: ApiDescription;
}

/** Whether an id means this API, by itself or among those of its entry. */
export function isCalled(api: NamedApi, id: string): boolean {
  return api.id === id || api.entry === id;
}

/** Whether all of a description reads: what a broken path item has is not missing. */
export function isWhole({ description }: Pick<NamedApi, 'description'>): boolean {
  return !description.problems.some(({ code }) => code === 'syntax');
}
