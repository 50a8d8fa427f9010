import { nameOf } from '../../coverage';
import type { ApiDescription, Operation } from '../../openapi/types';
import type { Exposure } from '../../rules/types';
import { counted } from '../counted';

/** An API as a first model names it. */
export interface SketchedApi {
  readonly id: string;
  /** Its description, from the model's folder. */
  readonly spec: string;
  readonly description: ApiDescription;
  /** Who reaches it, by its servers; the internet where they do not tell. */
  readonly exposure: Exposure;
}

/** Where things run: outside, in the network of private addresses, behind the APIs. */
export type Zone = 'internet' | 'intranet' | 'backend';

/** Somebody who calls some operations. */
export interface SketchedActor {
  readonly id: string;
  readonly zone: Zone;
  /** What it was guessed from. */
  readonly from: string;
  readonly calls: ReadonlyMap<SketchedApi, readonly Operation[]>;
}

/** Something beside the APIs, with the calls from and to it. */
export interface SketchedComponent {
  readonly id: string;
  readonly kind: 'identity' | 'external';
  readonly zone: Zone;
  readonly from: string;
  /** Where callers log in, and by which schemes; empty where they do not. */
  readonly url: string;
  readonly schemes: ReadonlySet<string>;
  /** What APIs send to it. */
  readonly calls: ReadonlyMap<SketchedApi, readonly Operation[]>;
}

export function operationsOf({ description }: SketchedApi): readonly Operation[] {
  return description.operations.filter(({ kind }) => kind === 'operation');
}

/** The members of each API that has some. */
export function byApi(
  apis: readonly SketchedApi[],
  choose: (api: SketchedApi) => readonly Operation[],
): Map<SketchedApi, readonly Operation[]> {
  const chosen = apis.map((api) => [api, choose(api)] as const);
  return new Map(chosen.filter(([, operations]) => operations.length > 0));
}

/** `GET /pets asks`, `3 operations such as GET /pets ask`: some operations and what they do. */
export function someOf(operations: readonly Operation[], noun: string, verb: string): string {
  const [first] = operations;
  const name = first === undefined ? '' : shortened(nameOf(first));
  if (operations.length === 1) return `${name} ${verb}s`;
  return `${counted(operations.length, noun)} such as ${name} ${verb}`;
}

const LONGEST = 60;

/** A text from a description that is short enough for a comment. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
