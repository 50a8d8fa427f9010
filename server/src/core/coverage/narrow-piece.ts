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

interface Narrowed {
  readonly found: ReadonlySet<ModelThreat>;
  readonly piece: Piece;
}

const narrowed = new WeakMap<Piece, Narrowed>();

/**
 * A piece without the threats that their rule finds elsewhere in their place: such a threat is what the rule finds there, and
 * nothing here. Quick for the same set, since there are as many pieces as operations.
 */
export function withoutFound(piece: Piece, found: ReadonlySet<ModelThreat>): Piece {
  if (piece.missed.length === 0) return piece;
  const known = narrowed.get(piece);
  if (known?.found === found) return known.piece;
  const missed = piece.missed.filter((threat) => !found.has(threat));
  const kept =
    known !== undefined && sameList(known.piece.missed, missed) ? known.piece : without(piece, missed, found);
  narrowed.set(piece, { found, piece: kept });
  return kept;
}

function without(piece: Piece, missed: readonly ModelThreat[], found: ReadonlySet<ModelThreat>): Piece {
  const statesOf = statesOfPiece.get(piece);
  if (missed.length === piece.missed.length || statesOf === undefined) return piece;
  const gone = new Set(piece.missed.filter((threat) => found.has(threat)));
  const items = piece.items.filter(({ threat }) => threat === null || !gone.has(threat));
  const { failures, lacking, found: here } = piece;
  return pieceOfItems({ items, found: here, missed, failures, lacking }, statesOf);
}
