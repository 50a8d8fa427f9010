import type { Level } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import type { Steps } from '../text';
import { speakersOf } from './called';
import { findingsOfGroup } from './cause-memory';
import { exposureOf, FROM_OUTSIDE } from './exposure';
import { type Frame, findingOf } from './findings';
import type { Item, Setting } from './items';
import type { NamedIn } from './name-specs';
import type { Failure, Piece } from './narrow-piece';
import { pieceOf } from './piece';
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
  readonly touches: ReadonlyMap<Operation, readonly Touch[]>;
  readonly setting: Setting;
}

/** A piece's findings that stand alone, its items that share a cause with others, and its question. */
interface Sorted {
  readonly acceptable: Level;
  readonly specPath: string;
  readonly own: readonly Finding[];
  readonly shared: readonly Item[];
  /** Null where all is answered; worked out when a model asks, for without one nobody does. */
  question?: Finding | null;
}

const sortedPieces = new WeakMap<Piece, Sorted>();

/** Exposure as models say it, the farthest out of several, else as the servers show it. */
export function exposureOfApi(description: ApiDescription, models: ApiInput['models']): Setting['exposure'] {
  const said = models.map(({ entry }) => entry.exposure);
  return FROM_OUTSIDE.find((exposure) => said.includes(exposure)) ?? exposureOf(description.servers);
}

/** What is derived of each operation of an API, in their order. */
export function* derivingPieces({ description, touches, setting }: ApiInput): Steps<readonly Piece[]> {
  const pieces: Piece[] = [];
  const shared = { description, setting, alike: new Map<ApiDescription, boolean>() };
  for (const operation of description.operations) {
    yield;
    pieces.push(pieceOf(operation, shared, touches.get(operation)));
  }
  return pieces;
}

/** Findings, states and failures of one API, operation by operation; its pieces speak of no threat that is found elsewhere. */
export function* analysingApi(input: ApiInput, pieces: readonly Piece[]): Steps<ApiAnalysis> {
  const { id, description, models, setting } = input;
  const lines = speakersOf(models).map(({ model }) => model.acceptable);
  const acceptable = lines.reduce(stricter, lines[0] ?? 'low');
  const frame: Frame = { specPath: setting.specPath, acceptable, operations: description.operations };
  const questions: Finding[] = [];
  const findings: Finding[] = [];
  const causes = new Map<string, Item[]>();
  const failures = new Map<string, Failure>();
  for (const [index, piece] of pieces.entries()) {
    yield;
    const told = sorted(piece, frame);
    if (models.length > 0) ask(description.operations[index] as Operation, piece, told, questions);
    gather(told, findings, causes);
    for (const failure of piece.failures) if (!failures.has(failure.reason)) failures.set(failure.reason, failure);
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
    findings: all,
    get coverage() {
      coverage ??= new Map(pieces.map(({ states }, index) => [description.operations[index] as Operation, states]));
      return coverage;
    },
    notChecked: [...failures.values()],
  };
}

function gather({ own, shared }: Sorted, findings: Finding[], causes: Map<string, Item[]>): void {
  for (const finding of own) findings.push(finding);
  for (const item of shared) {
    const group = causes.get(item.cause);
    if (group === undefined) causes.set(item.cause, [item]);
    else group.push(item);
  }
}

function sorted(piece: Piece, frame: Frame): Sorted {
  const { acceptable, specPath } = frame;
  const kept = sortedPieces.get(piece);
  if (kept !== undefined && kept.acceptable === acceptable && kept.specPath === specPath) return kept;
  const own = piece.items.filter((item) => item.cause === '').map((item) => findingOf([item], frame));
  const found: Sorted = { acceptable, specPath, own, shared: piece.items.filter((item) => item.cause !== '') };
  sortedPieces.set(piece, found);
  return found;
}

function ask(operation: Operation, piece: Piece, told: Sorted, questions: Finding[]): void {
  if (told.question === undefined) {
    told.question = unansweredOperation(operation, piece.states, told.specPath, piece.lacking);
  }
  if (told.question !== null) questions.push(told.question);
}
