import type { Clause } from '../../catalogue';
import type { Mitigation, NotApplicable, Statement } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { operationsOf } from '../checks/input';
import { isWhole } from '../closes';
import { environmentsOf, holdingIn, worstState } from '../environments';
import { hasReason } from '../lacking';
import { standingOf } from '../standing';
import type { State } from '../types';
import type { GoalContext } from './goal-context';

/** What models say to a question by its name, or by a control that answers it, on one operation. */
export interface NamedAnswer {
  readonly state: State | 'not-applicable';
  /** Ids of the entries that answer, or the reason why it does not apply. */
  readonly by: readonly string[];
}

const NOBODY: readonly Mitigation[] = [];

interface Reaching<T> {
  readonly owner: T;
  readonly operations: ReadonlySet<Operation>;
}

/** Answers to one question, wherever they reach. */
export class NamingAnswers {
  readonly #answers: readonly Reaching<Mitigation>[];
  readonly #excepts: readonly Reaching<Mitigation>[];
  readonly #irrelevant: readonly Reaching<NotApplicable>[];
  readonly #environments: readonly string[];
  /** What an entry comes to where it answers alone. */
  readonly #alone = new Map<Mitigation, NamedAnswer | null>();

  constructor(
    { id, controls }: Clause,
    private readonly context: GoalContext,
  ) {
    const { beside } = context;
    const names = ({ what }: Statement) => what?.rules.includes(id) === true;
    const says = (statement: Statement, { control }: Mitigation) =>
      statement.what === null ? controls.includes(control) : names(statement);
    const all = beside.flatMap(({ model: { mitigations, assumptions }, binding }) =>
      [...mitigations, ...assumptions].map((owner) => ({ owner, binding })),
    );
    this.#answers = all.flatMap(({ owner, binding }) =>
      owner.covers
        .filter((one) => isWhole(one.where) && says(one, owner))
        .map((one) => ({ owner, operations: operationsOf(one, binding) })),
    );
    const answering = new Set(this.#answers.map(({ owner }) => owner));
    this.#excepts = all
      .filter(({ owner }) => answering.has(owner))
      .flatMap(({ owner, binding }) =>
        owner.except
          .filter((one) => isWhole(one.where) && (one.what === null || one.what.all || names(one)))
          .map((one) => ({ owner, operations: operationsOf(one, binding) })),
      );
    this.#irrelevant = beside.flatMap(({ model, binding }) =>
      model.notApplicable
        .filter((owner) => names(owner.statement) && isWhole(owner.statement.where) && hasReason(owner))
        .map((owner) => ({ owner, operations: operationsOf(owner.statement, binding) })),
    );
    this.#environments = environmentsOf(beside.map(({ model }) => model));
  }

  /** The best of what is said on an operation; null where nothing counts. */
  on(operation: Operation): NamedAnswer | null {
    if (this.#answers.length + this.#irrelevant.length === 0) return null;
    const owners = this.#reaching(operation);
    if (owners.length === 0 && this.#irrelevant.length === 0) return null;
    const [only] = owners;
    const said = owners.length === 1 && only !== undefined ? this.#saidAlone(only) : this.#said(owners);
    if (said !== null) return said;
    const why = this.#irrelevant.filter(({ operations }) => operations.has(operation));
    return why.length === 0 ? null : { state: 'not-applicable', by: why.map(({ owner }) => owner.reason) };
  }

  #saidAlone(owner: Mitigation): NamedAnswer | null {
    const known = this.#alone.get(owner);
    if (known !== undefined) return known;
    const said = this.#said([owner]);
    this.#alone.set(owner, said);
    return said;
  }

  #said(owners: readonly Mitigation[]): NamedAnswer | null {
    if (owners.length === 0) return null;
    const stood = owners.map((owner) => ({ owner, standing: standingOf(owner, false, this.context.today) }));
    const state = worstState(holdingIn(stood, this.#environments));
    return state === 'threatened' ? null : { state, by: owners.map(({ id }) => id) };
  }

  /** Whether people call a control missing there that would answer it: their word beats the description's. */
  denies(operation: Operation): boolean {
    return this.#reaching(operation).some(({ status }) => status === 'missing');
  }

  #reaching(operation: Operation): readonly Mitigation[] {
    if (!this.#answers.some(({ operations }) => operations.has(operation))) return NOBODY;
    const reaching = this.#answers.filter(({ operations }) => operations.has(operation)).map(({ owner }) => owner);
    const once = reaching.length > 1 ? [...new Set(reaching)] : reaching;
    if (this.#excepts.length === 0) return once;
    return once.filter(
      (owner) => !this.#excepts.some((except) => except.owner === owner && except.operations.has(operation)),
    );
  }
}
