import type { AnswerSite, ApiDescription, Operation } from '../../openapi/types';
import { originOf } from '../beside/with-sites';
import { isInPlace } from '../in-place';
import type { Mitigation, Model, ModelProblem, Statement, Where } from '../types';
import type { Binding, BoundOperation, NamedApi } from './binding';
import { causesOf } from './causes';
import { changesOf, replaced } from './changes';
import { threatChanges } from './model-changes';
import { hasPart } from './parts';
import { isShared, Resolver, type Telling } from './resolver';
import { placeAlone } from './tell-places';

/**
 * The last binding of each model's file, kept with the first description that it names: an edit in one operation moves few of its
 * places, and one in the model few others.
 */
const lastOf = new WeakMap<ApiDescription, Map<string, Binder>>();
const lastOfModel = new WeakMap<Model, Binder>();

function lastBinder(model: Model, apis: readonly NamedApi[]): Binder | undefined {
  const first = apis[0]?.description;
  const known = lastOfModel.get(model) ?? (first === undefined ? undefined : lastOf.get(first)?.get(model.uri));
  return known ?? lastOfModel.get(originOf(model));
}

function keepBinder(model: Model, apis: readonly NamedApi[], binder: Binder): void {
  lastOfModel.set(model, binder);
  lastOfModel.set(originOf(model), binder);
  const first = apis[0]?.description;
  if (first === undefined) return;
  const known = lastOf.get(first) ?? new Map<string, Binder>();
  lastOf.set(first, known.set(model.uri, binder));
}

/**
 * Resolves a model's statements to operations. What is ambiguous names nothing, and says so. What lies in an included file is
 * told where that file itself is bound. `anew`: without what an earlier call found.
 */
export function bindModel(model: Model, apis: readonly NamedApi[], anew = false): Binding {
  const binder = new Binder(model, apis, anew ? undefined : lastBinder(model, apis));
  binder.bindAll();
  keepBinder(model, apis, binder);
  const told = new Set([model.uri, ...model.sites.map(({ at }) => at.uri)]);
  const problems = binder.problems.filter(({ at }) => told.has(at.uri));
  const { places } = binder;
  return { operationsOf: (statement) => places.operationsOf(statement), problems, complete: places.complete };
}

class Binder {
  readonly problems: ModelProblem[] = [];
  readonly places: Resolver;
  /** What was said of each statement. */
  private readonly told = new Map<Statement, readonly ModelProblem[]>();
  private last: Binder | undefined;
  /** Places of one text share their operations, before and after a change. */
  private readonly moved = new Map<readonly BoundOperation[], readonly BoundOperation[]>();
  private readonly changes: ReadonlyMap<Operation, Operation> | null;
  /** Threats that an edit of the model changed; null where more than answers and threats changed. */
  private readonly changedThreats: ReadonlySet<string> | null;

  constructor(
    private readonly model: Model,
    private readonly apis: readonly NamedApi[],
    last: Binder | undefined,
  ) {
    this.changes = last === undefined ? null : changesOf(last.apis, apis);
    this.changedThreats = last === undefined || this.changes === null ? null : threatChanges(last.model, model);
    this.last = this.changes === null || (last?.model !== model && this.changedThreats === null) ? undefined : last;
    this.places = new Resolver(model, apis, this.problems);
  }

  bindAll(): void {
    for (const { affects } of this.model.threats) for (const place of affects) this.bindLeniently(place);
    for (const answer of this.model.mitigations) this.bindMitigation(answer);
    for (const entry of this.model.notApplicable) this.bind(entry.statement, false);
    this.bindSettings();
    this.last = undefined;
    this.moved.clear();
  }

  private bindSettings(): void {
    for (const flow of this.model.businessFlows) for (const place of flow.operations) this.bind(place, false);
    for (const actor of this.model.actors) for (const place of actor.calls) this.bind(place, false);
    for (const { protects } of this.model.goals) for (const place of protects) this.bindLeniently(place);
    for (const { covers } of this.model.assumptions) for (const statement of covers) this.bind(statement, true);
  }

  private bindLeniently(statement: Statement): void {
    this.places.lenient.add(statement);
    this.bind(statement, false);
  }

  private bindMitigation(answer: Mitigation): void {
    const { control } = answer;
    for (const statement of answer.covers) this.bind(statement, control === '');
    for (const statement of answer.except) this.bind(statement, false);
    for (const statement of answer.removes) this.bind(statement, false, isInPlace(answer));
  }

  private bind(statement: Statement, needsWhat: boolean, mayHitNothing = false): void {
    if (this.bindAsBefore(statement)) return;
    const told = this.problems.length;
    this.bindAnew(statement, needsWhat, mayHitNothing);
    if (this.problems.length > told) this.told.set(statement, this.problems.slice(told));
  }

  /** A place that its names alone decide still names what it did. */
  private bindAsBefore(statement: Statement): boolean {
    const { where } = statement;
    const before = this.last?.places.known(statement);
    if (before === undefined || this.changes === null || !this.isSteady(where, this.changes)) return false;
    if (!staysOn(statement.site, this.changes)) return false;
    const told = this.last?.told.get(statement) ?? [];
    if (told.length > 0 && where.kind === 'operations' && where.part !== '') return false;
    this.places.keep(statement, this.changes.size === 0 ? before : this.movedTo(before, this.changes));
    this.problems.push(...told);
    if (told.length > 0) this.told.set(statement, told);
    return true;
  }

  private movedTo(before: readonly BoundOperation[], changes: ReadonlyMap<Operation, Operation>) {
    const now = this.moved.get(before) ?? replaced(before, changes);
    this.moved.set(before, now);
    return now;
  }

  private isSteady(where: Where, changes: ReadonlyMap<Operation, Operation>): boolean {
    if (changes.size > 0) return isSteady(where, changes);
    return where.kind !== 'named' || this.changedThreats?.has(where.id) === false;
  }

  private bindAnew(statement: Statement, needsWhat: boolean, mayHitNothing: boolean): void {
    this.places.keep(statement, []);
    const { where } = statement;
    const isThreat = where.kind === 'named' && this.model.names.get(where.id) === 'threats';
    const isUnknown = where.kind === 'named' && !this.model.names.has(where.id);
    if (needsWhat && statement.what === null && !isThreat && !isUnknown) this.problems.push(placeAlone(statement));
    this.places.resolve(statement, mayHitNothing ? 'nothing' : this.tellingOf(statement));
  }

  private tellingOf(statement: Statement): Telling {
    if (statement.site !== undefined) return 'all';
    // A model without APIs waits for those that include it.
    if (!isShared(statement, this.model) && this.model.apis.length > 0) return 'all';
    return statement.at.uri === this.model.uri ? 'names' : 'nothing';
  }
}

/** Whether answers of a description stand on the changed operations exactly where they did before. */
function staysOn(site: AnswerSite | undefined, changes: ReadonlyMap<Operation, Operation>): boolean {
  if (site === undefined || site.reach === 'api') return true;
  return [...changes].every(([old, now]) => old.answers?.includes(site) === now.answers?.includes(site));
}

/** Whether the changed operations are in a place exactly where they were before. */
function isSteady(where: Where, changes: ReadonlyMap<Operation, Operation>): boolean {
  if (where.kind === 'named' || where.kind === 'flow') return false;
  if (where.kind === 'here')
    return where.part === '' || [...changes].every(([a, b]) => hasPart(a, where.part) === hasPart(b, where.part));
  if (where.kind !== 'cause' && (where.kind !== 'operations' || where.part === '')) return true;
  const cause = `${where.by} ${where.name}`;
  const isIn = (operation: Operation) =>
    where.kind === 'cause' ? causesOf(operation).has(cause) : hasPart(operation, where.part);
  return [...changes].every(([old, operation]) => isIn(old) === isIn(operation));
}
