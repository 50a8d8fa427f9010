import type { ModelThreat } from '../model/types';
import { type Place, sameList } from '../text';
import type { CategoryStates } from './categories';
import type { Item } from './items';

export interface Failure {
  readonly reason: string;
  readonly at: Place;
}

/** Everything derived from one operation and what the models say of it; kept as long as neither changes. */
export interface Piece {
  readonly items: readonly Item[];
  /** Threats of models that rules find here. */
  readonly found: readonly ModelThreat[];
  /** Those whose rule finds nothing here: they are among the items while the rule finds them nowhere in their place. */
  readonly missed: readonly ModelThreat[];
  readonly states: CategoryStates;
  readonly failures: readonly Failure[];
  /** What the answers to its questions lack, as sentences. */
  readonly lacking: string;
}

const NO_THREATS: readonly ModelThreat[] = [];

/** One empty list for all pieces: there are as many as operations. */
function listOf(threats: readonly ModelThreat[]): readonly ModelThreat[] {
  return threats.length === 0 ? NO_THREATS : threats;
}

type StatesOf = (items: readonly Item[]) => CategoryStates;

const statesOfPiece = new WeakMap<Piece, StatesOf>();

/** A piece of items; its states are worked out when somebody asks. */
export function pieceOfItems(given: Omit<Piece, 'states'>, statesOf: StatesOf): Piece {
  const said = { ...given, found: listOf(given.found), missed: listOf(given.missed) };
  let states: CategoryStates | null = null;
  const piece: Piece = {
    ...said,
    get states() {
      states ??= statesOf(said.items);
      return states;
    },
  };
  if (said.missed.length > 0) statesOfPiece.set(piece, statesOf);
  return piece;
}

const narrowed = new WeakMap<Piece, Piece>();

/**
 * A piece without the threats that their rule finds elsewhere in their place: such a threat is what the rule finds there, and
 * nothing here.
 */
export function withoutFound(piece: Piece, found: ReadonlySet<ModelThreat>): Piece {
  const missed = piece.missed.filter((threat) => !found.has(threat));
  const statesOf = statesOfPiece.get(piece);
  if (missed.length === piece.missed.length || statesOf === undefined) return piece;
  const known = narrowed.get(piece);
  if (known !== undefined && sameList(known.missed, missed)) return known;
  const gone = new Set(piece.missed.filter((threat) => found.has(threat)));
  const items = piece.items.filter(({ threat }) => threat === null || !gone.has(threat));
  const { failures, lacking, found: here } = piece;
  const rest = pieceOfItems({ items, found: here, missed, failures, lacking }, statesOf);
  narrowed.set(piece, rest);
  return rest;
}
