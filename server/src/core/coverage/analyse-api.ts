import type { ApiDescription, Operation } from '../openapi/types';
import type { Steps } from '../text';
import { speakersOf } from './called';
import { findingsOfGroup } from './cause-memory';
import { exposureOf, FROM_OUTSIDE } from './exposure';
import type { Frame } from './findings';
import { gathering, type Sorted } from './gathering';
import type { Setting } from './items';
import type { NamedIn } from './name-specs';
import type { Failure, Piece } from './narrow-piece';
import { pieceOf, sameSetting } from './piece';
import { ranked } from './ranked';
import { stricter } from './severity';
import type { Touch } from './touches';
import type { ApiAnalysis, Finding } from './types';
import { unansweredApi, unansweredOperation } from './unanswered';

/** What one API is judged by. */
export interface ApiInput {
  readonly id: string;
  readonly description: ApiDescription;
  readonly models: readonly NamedIn[];
  readonly beside?: NamedIn;
  readonly touches: ReadonlyMap<Operation, readonly Touch[]>;
  readonly setting: Setting;
}

/** Exposure as models say it, the farthest out of several, else as the servers show it. */
export function exposureOfApi(description: ApiDescription, models: ApiInput['models']): Setting['exposure'] {
  const said = models.map(({ entry }) => entry.exposure);
  return FROM_OUTSIDE.find((exposure) => said.includes(exposure)) ?? exposureOf(description.servers);
}

/** What was derived of the operations of an API, and from what. */
interface DerivedPieces extends Pick<ApiInput, 'touches' | 'setting'> {
  readonly pieces: readonly Piece[];
}

/** What is derived of each operation of an API, in their order. `last`: the same from other models or settings. */
export function* derivingPieces(
  { description, touches, setting }: ApiInput,
  last?: DerivedPieces,
): Steps<readonly Piece[]> {
  const pieces: Piece[] = [];
  const shared = { description, setting, alike: new Map<ApiDescription, boolean>() };
  const before = last !== undefined && sameSetting(last.setting, setting) ? last : undefined;
  for (let index = 0; index < description.operations.length; index++) {
    const operation = description.operations[index] as Operation;
    const said = touches.get(operation);
    const same = before !== undefined && before.touches.get(operation) === said ? before.pieces[index] : undefined;
    if (same === undefined) yield;
    pieces.push(same ?? pieceOf(operation, shared, said));
  }
  return pieces;
}

/** Findings, states and failures of one API, operation by operation; its pieces speak of no threat that is found elsewhere. */
export function* analysingApi(input: ApiInput, pieces: readonly Piece[]): Steps<ApiAnalysis> {
  const { id, description, models, beside = null, setting } = input;
  const lines = speakersOf(models).map(({ model }) => model.acceptable);
  const acceptable = lines.reduce(stricter, lines[0] ?? 'low');
  const frame: Frame = { specPath: setting.specPath, acceptable, operations: description.operations };
  const questions: Finding[] = [];
  const findings: Finding[] = [];
  const { sorted, causes } = yield* gathering(description, pieces, frame);
  for (let index = 0; index < pieces.length; index++) {
    const told = sorted[index] as Sorted;
    if (models.length > 0) ask(description.operations[index] as Operation, pieces[index] as Piece, told, questions);
    for (const finding of told.own) findings.push(finding);
  }
  if (models.length === 0 && description.operations.length > 0) {
    questions.push(unansweredApi(description, description.operations, setting.specPath));
  }
  for (const items of causes.values()) findings.push(...findingsOfGroup(items, frame));
  const all = [...ranked(findings), ...questions];
  // Few ask for it, and never while somebody types.
  let coverage: ApiAnalysis['coverage'] | null = null;
  return {
    id,
    description,
    exposure: setting.exposure,
    called: setting.called,
    acceptable,
    models,
    beside,
    findings: all,
    get coverage() {
      coverage ??= new Map(pieces.map(({ states }, index) => [description.operations[index] as Operation, states]));
      return coverage;
    },
    notChecked: failuresIn(pieces),
  };
}

/** Each reason once. */
function failuresIn(pieces: readonly Piece[]): Failure[] {
  const failures = new Map<string, Failure>();
  for (const piece of pieces) {
    for (const failure of piece.failures) if (!failures.has(failure.reason)) failures.set(failure.reason, failure);
  }
  return [...failures.values()];
}

function ask(operation: Operation, piece: Piece, told: Sorted, questions: Finding[]): void {
  if (told.question === undefined) {
    told.question = unansweredOperation(operation, piece.states, told.specPath, piece.lacking);
  }
  if (told.question !== null) questions.push(told.question);
}
