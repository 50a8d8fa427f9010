import type { AnswerSite, Operation } from '../../openapi/types';
import { memo } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import type { Model, ModelProblem, ModelThreat, Statement, Where, WhereCause, WhereOperations } from '../types';
import { type BoundOperation, isCalled, isWhole, type NamedApi } from './binding';
import { causesOf } from './causes';
import { operationsWith } from './data-places';
import { Landscape, type Passage } from './landscape';
import { findOperations, indexOf } from './operation-index';
import { operationsBySite } from './site-operations';
import { problemAt, whereAt } from './statement-span';
import {
  ambiguousPlace,
  calledPlace,
  missingPart,
  missingPlace,
  outsidePlace,
  undescribed,
  unknownApi,
} from './tell-places';

/** What is told of a place: all that is wrong, only names that nothing bears (places that models share), or nothing. */
export type Telling = 'all' | 'names' | 'nothing';

/** What a place names in one API. */
interface Hit {
  readonly api: NamedApi;
  readonly operations: readonly Operation[];
}

/** What flows say of a component or hop, and the APIs that lead there. */
interface Way extends Passage {
  /** What the component itself serves. */
  readonly own: readonly string[];
  readonly before: readonly string[];
}

/** Finds the operations that statements of a model name. */
export class Resolver {
  /** Places of threats and goals: they stand wherever a call may pass. */
  readonly lenient = new Set<Statement>();
  private readonly found = new Map<Statement, readonly BoundOperation[]>();
  private readonly hits = new Map<string, readonly Hit[]>();
  private readonly named = new Map<string, readonly BoundOperation[]>();
  private readonly landscape: Landscape;
  private sites: ReturnType<typeof operationsBySite> | null = null;
  /** Without those that are somebody else's. */
  private readonly own: readonly NamedApi[];
  /** See `Binding`. */
  readonly complete: boolean;

  constructor(
    private readonly model: Model,
    private readonly apis: readonly NamedApi[],
    private readonly problems: ModelProblem[],
  ) {
    this.landscape = new Landscape(model, apis);
    this.own = apis.filter(({ called }) => called !== true);
    this.complete =
      this.own.every(isWhole) &&
      model.apis.length > 0 &&
      model.apis.every(({ id }) => this.own.some((api) => isCalled(api, id)));
  }

  operationsOf(statement: Statement): readonly BoundOperation[] {
    const known = this.found.get(statement);
    if (known !== undefined) return known;
    this.found.set(statement, []);
    return this.resolve(statement, 'nothing');
  }

  /** What was found before, if anything. */
  known(statement: Statement): readonly BoundOperation[] | undefined {
    return this.found.get(statement);
  }

  keep(statement: Statement, operations: readonly BoundOperation[]): void {
    this.found.set(statement, operations);
  }

  resolve(statement: Statement, telling: Telling): readonly BoundOperation[] {
    const operations = this.find(statement, telling);
    this.found.set(statement, operations);
    return operations;
  }

  /** Whether an id names something of the model, or of a model that includes it. */
  has(id: string): boolean {
    return this.model.names.has(id) || this.model.borrowed.has(id) || this.apis.some((api) => isCalled(api, id));
  }

  private find(statement: Statement, telling: Telling): readonly BoundOperation[] {
    const { site } = statement;
    return site === undefined ? this.findAnywhere(statement, telling) : this.findBeside(statement, site, telling);
  }

  /** What lies in a place, of all that the answers of a description stand on. */
  private findBeside(statement: Statement, site: AnswerSite, telling: Telling): readonly BoundOperation[] {
    this.sites ??= operationsBySite(this.apis);
    const here = this.sites.get(site) ?? [];
    const { where } = statement;
    const meant = where.kind === 'here' ? here : this.findAnywhere(statement, telling);
    const inside = meant === here ? here : common(here, meant);
    const problem =
      where.kind === 'here' ? missingPart(where.part, operationsIn(here), statement) : outsidePlace(statement, site);
    // What names no API means this one.
    const own = new Set(here.map(({ api }) => api));
    const near = meant.filter(({ api }) => own.has(api));
    const isFurther = inside.length < near.length && !this.isThreat(where);
    const isWrong = where.kind === 'here' || isFurther || (inside.length === 0 && meant.length > 0);
    if (telling === 'all' && isWrong && problem !== null) this.problems.push(problem);
    return inside;
  }

  /** Where a threat stands is no place that somebody wrote here. */
  private isThreat(where: Where): boolean {
    return where.kind === 'named' && this.model.names.get(where.id) === 'threats';
  }

  private findAnywhere(statement: Statement, telling: Telling): readonly BoundOperation[] {
    const { where } = statement;
    if (where.kind === 'here') return [];
    if (where.kind === 'flow') return this.along(statement, where.hops, telling);
    if (where.kind === 'api') return allIn(this.own);
    if (where.kind === 'named') return this.namedThing(statement, where.id, telling);
    const apis = this.apisOf(where.api, statement, telling);
    const hits = this.hitsOf(where, apis);
    if (hits.length > 1 && where.api === '' && !isShared(statement, this.model)) {
      if (telling === 'all')
        this.problems.push(
          ambiguousPlace(
            hits.map(({ api }) => api.id),
            statement,
          ),
        );
      return [];
    }
    if (telling === 'all' && this.isLoaded(where.api)) this.check(statement, where, apis, hits);
    const key = textOfPlace(where);
    const bound =
      this.named.get(key) ??
      hits.flatMap(({ api, operations }) => operations.map((operation) => ({ api: api.id, operation })));
    this.named.set(key, bound);
    return bound;
  }

  /** Nothing is said to be missing while a description that it may stand in is. */
  private isLoaded(api: string): boolean {
    if (api === '' || api === 'every') return this.complete;
    const named = this.apis.filter((one) => isCalled(one, api));
    return named.length > 0 && named.every(isWhole);
  }

  private check(
    statement: Statement,
    where: WhereOperations | WhereCause,
    apis: readonly NamedApi[],
    hits: readonly Hit[],
  ): void {
    if (hits.length === 0 && apis.length > 0) this.problems.push(this.missing(statement, where, apis));
    if (where.kind !== 'operations') return;
    const operations = hits.flatMap((hit) => hit.operations);
    const problem = missingPart(where.part, operations, statement);
    if (problem !== null) this.problems.push(problem);
  }

  /** What no API has that is meant, though perhaps somebody whom we call. */
  private missing(statement: Statement, where: WhereOperations | WhereCause, apis: readonly NamedApi[]): ModelProblem {
    const called = where.api === '' ? this.apis.filter((api) => !this.own.includes(api)) : [];
    const others = findIn(called, where).map(({ api }) => api.id);
    return others.length > 0 ? calledPlace(others, statement) : missingPlace(where, apis, statement);
  }

  private hitsOf(where: WhereOperations | WhereCause, apis: readonly NamedApi[]): readonly Hit[] {
    const key = textOfPlace(where);
    const known = this.hits.get(key);
    if (known !== undefined) return known;
    const hits = findIn(apis, where);
    this.hits.set(key, hits);
    return hits;
  }

  private namedThing(statement: Statement, id: string, telling: Telling): readonly BoundOperation[] {
    const apis = this.apis.filter((item) => isCalled(item, id));
    const kind = this.model.names.get(id);
    if (apis.length > 0 && kind !== 'components') return allIn(apis);
    const threat = this.model.threats.find((item) => item.id === id);
    if (threat !== undefined)
      return isSaid(threat) ? threat.affects.flatMap((affected) => this.operationsOf(affected)) : [];
    if (kind === 'components') {
      const own = apis.map((api) => api.id);
      return this.passed(
        statement,
        { ...this.landscape.behind(id), own, before: this.landscape.before(id) },
        id,
        telling,
      );
    }
    if (kind === 'actors') return this.calledBy(id);
    if (kind === 'data') return operationsWith(this.model.data, id, this.own);
    if (kind === 'businessFlows' || kind === 'goals') return this.membersOf(id);
    if (telling !== 'nothing' && !this.has(id)) {
      const suggestion = nearest(id, this.model.names.keys());
      const message = `Nothing here is called \`${id}\`${didYouMean(suggestion)}`;
      this.problems.push(problemAt(statement, id, { code: 'unknown-name', message }, [suggestion]));
    }
    return [];
  }

  /** The operations of a business flow, or what a goal protects. */
  private membersOf(id: string): readonly BoundOperation[] {
    const flows = this.model.businessFlows.filter((flow) => flow.id === id).flatMap(({ operations }) => operations);
    const goals = this.model.goals.filter((goal) => goal.id === id).flatMap(({ protects }) => protects);
    return [...flows, ...goals].flatMap((place) => this.operationsOf(place));
  }

  /** What an actor calls: what it says, else everything of the APIs that its flows reach. */
  private calledBy(id: string): readonly BoundOperation[] {
    const actor = this.model.actors.find((item) => item.id === id);
    const calls = actor?.calls ?? [];
    if (calls.length > 0) return [...new Set(calls.flatMap((call) => this.operationsOf(call)))];
    return this.allOf(this.landscape.reachedBy(id));
  }

  private along(statement: Statement, hops: readonly string[], telling: Telling): readonly BoundOperation[] {
    const stranger = hops.find((id) => !this.landscape.has(id));
    if (stranger === undefined) {
      const before = this.landscape.sendingAlong(hops);
      return this.passed(statement, { ...this.landscape.along(hops), own: [], before }, hops.join(' -> '), telling);
    }
    const known = this.has(stranger);
    if (telling === 'nothing' || (telling === 'names' && known)) return [];
    const suggestion = nearest(stranger, this.model.names.keys());
    const message = known
      ? `No flow leads through \`${stranger}\`: write one under \`flows\``
      : `Nothing here is called \`${stranger}\`${didYouMean(suggestion)}`;
    this.problems.push(problemAt(statement, stranger, { code: 'unknown-name', message }, known ? [] : [suggestion]));
    return [];
  }

  /**
   * The operations behind a component or a hop. A threat stands wherever it may pass, and where nothing lies behind, at the
   * operations that lead there; an answer only where all must pass.
   */
  private passed(
    statement: Statement,
    { covered: passing, bypassed, own, before }: Way,
    name: string,
    telling: Telling,
  ) {
    const covered = [...own, ...passing];
    if (this.lenient.has(statement)) {
      const behind = [...covered, ...bypassed.map(({ api }) => api)];
      const reached = behind.length > 0 ? behind : before;
      if (telling === 'all' && reached.length === 0) this.problems.push(noFlow(statement, name));
      return this.allOf(reached);
    }
    if (telling !== 'all') return this.allOf(covered);
    for (const { api, flow } of bypassed) {
      const message = `\`${flow}\` does not pass \`${name}\`, so nothing is answered there for \`${api}\``;
      this.problems.push({ code: 'bypass', message, severity: 'warning', at: whereAt(statement) });
    }
    if (covered.length + bypassed.length === 0) {
      this.problems.push(noFlow(statement, name));
    }
    return this.allOf(covered);
  }

  private allOf(ids: readonly string[]): readonly BoundOperation[] {
    return allIn(this.apis.filter((api) => ids.some((id) => isCalled(api, id))));
  }

  private apisOf(id: string, statement: Statement, telling: Telling): readonly NamedApi[] {
    if (id === '' || id === 'every') return this.own;
    const apis = this.apis.filter((api) => isCalled(api, id));
    const { borrowed, components, apis: entries } = this.model;
    const described = components.filter(({ spec }) => spec !== '');
    const known = apis.length > 0 || borrowed.has(id) || [...entries, ...described].some((one) => one.id === id);
    if (telling !== 'nothing' && !known) {
      const isBare = components.some((component) => component.id === id);
      const ids = new Set([...entries, ...described, ...this.apis].map((api) => api.id));
      this.problems.push(isBare ? undescribed(id, statement) : unknownApi(id, [...ids], statement));
    }
    return apis;
  }
}

function operationsIn(bound: readonly BoundOperation[]): readonly Operation[] {
  return bound.map(({ operation }) => operation);
}

function common(here: readonly BoundOperation[], meant: readonly BoundOperation[]): readonly BoundOperation[] {
  const wanted = new Set(operationsIn(meant));
  return here.filter(({ operation }) => wanted.has(operation));
}

/** Whether a place stands in a file that models include: without an API it means every API, and it may hit nothing. */
export function isShared(statement: Statement, model: Model): boolean {
  return model.shared || statement.at.uri !== model.uri;
}

/** What a place names in each of some APIs that have it. */
function findIn(apis: readonly NamedApi[], where: WhereOperations | WhereCause): readonly Hit[] {
  return apis
    .map((api) => ({
      api,
      operations:
        where.kind === 'cause' ? byCause(api, where) : findOperations(indexOf(api.description.operations), where),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function noFlow(statement: Statement, name: string): ModelProblem {
  const message = `No flow leads through \`${name}\` to an API, so this reaches no operation`;
  return { code: 'hits-nothing', message, severity: 'warning', at: whereAt(statement) };
}

function textOfPlace(where: WhereOperations | WhereCause): string {
  return `${where.api} ${where.by} ${where.kind === 'operations' ? where.method : ''} ${where.name}`;
}

const allById = memo((_: readonly Operation[]) => new Map<string, readonly BoundOperation[]>());

/** All operations of an API; the same list for the same operations, since many places name an API as a whole. */
function all({ id, description: { operations } }: NamedApi): readonly BoundOperation[] {
  const known = allById(operations);
  const list = known.get(id) ?? operations.map((operation) => ({ api: id, operation }));
  known.set(id, list);
  return list;
}

/** Like `flatMap(all)`; the list itself where there is one API. */
function allIn(apis: readonly NamedApi[]): readonly BoundOperation[] {
  const [first, ...others] = apis;
  return first !== undefined && others.length === 0 ? all(first) : apis.flatMap(all);
}

function byCause(api: NamedApi, where: WhereCause): readonly Operation[] {
  const cause = `${where.by} ${where.name}`;
  return api.description.operations.filter((operation) => causesOf(operation).has(cause));
}

/** While a threat is typed its place is wider than it will be: it means nothing before it says what kind it is. */
function isSaid({ stride, rule }: ModelThreat): boolean {
  return stride.length > 0 || rule !== '';
}
