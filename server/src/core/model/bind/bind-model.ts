import type { ApiDescription, Operation } from '../../openapi/types';
import { didYouMean, nearest } from '../grammar/nearest';
import { isPattern } from '../grammar/path';
import { CATEGORY_WORDS } from '../grammar/words';
import type {
  Mitigation,
  Model,
  ModelProblem,
  ModelRule,
  Statement,
  Where,
  WhereCause,
  WhereOperations,
} from '../types';
import { causesOf } from './causes';
import { changesOf, replaced } from './changes';
import { Landscape, type Passage } from './landscape';
import { findOperations, indexOf, pathsOfShape } from './operation-index';
import { hasPart, partsOf } from './parts';
import { problemAt, whereStart, within } from './statement-span';
import { type KnownCatalogue, problemsOfThreat } from './threat-words';

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
}

export interface NamedApi {
  readonly id: string;
  readonly description: ApiDescription;
}

/** Ids that statements may name besides the model's own; without them rules and controls are not checked. */
export interface KnownWords {
  readonly rules: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
  /** Parameters that rules take, as `rule.parameter`. */
  readonly parameters: ReadonlySet<string>;
  readonly catalogue?: KnownCatalogue;
}

/** The last binding of each model: an edit in one operation moves few of its places. */
const lastOf = new WeakMap<Model, Binder>();

/** Resolves a model's statements to operations. What is ambiguous names nothing, and says so. */
export function bindModel(model: Model, apis: readonly NamedApi[], known?: KnownWords): Binding {
  const last = lastOf.get(model);
  const binder = new Binder(model, apis, known, last?.known === known ? last : undefined);
  binder.bindAll();
  if (known !== undefined) lastOf.set(model, binder);
  return { operationsOf: (statement) => binder.operationsOf(statement), problems: binder.problems };
}

class Binder {
  readonly problems: ModelProblem[] = [];
  private readonly found = new Map<Statement, readonly BoundOperation[]>();
  /** Nothing is said to be missing while a specification is. */
  private readonly complete: boolean;
  /** What was said of each statement. */
  private readonly told = new Map<Statement, readonly ModelProblem[]>();
  private last: Binder | undefined;
  /** Places of one text share their operations, before and after a change. */
  private readonly moved = new Map<readonly BoundOperation[], readonly BoundOperation[]>();
  private readonly hits = new Map<string, readonly Hit[]>();
  private readonly named = new Map<string, readonly BoundOperation[]>();
  /** Places of threats. */
  private readonly lenient = new Set<Statement>();
  private readonly landscape: Landscape;
  private readonly changes: ReadonlyMap<Operation, Operation> | null;

  constructor(
    private readonly model: Model,
    private readonly apis: readonly NamedApi[],
    readonly known: KnownWords | undefined,
    last: Binder | undefined,
  ) {
    this.changes = last === undefined ? null : changesOf(last.apis, apis);
    this.last = this.changes === null ? undefined : last;
    this.landscape = new Landscape(model);
    this.complete = model.apis.length > 0 && model.apis.every((entry) => apis.some((api) => api.id === entry.id));
  }

  bindAll(): void {
    for (const threat of this.model.threats) {
      for (const statement of threat.affects) {
        this.lenient.add(statement);
        this.bind(statement, false);
      }
      this.checkRule(threat.rule, threat.at);
      if (this.known?.catalogue) this.problems.push(...problemsOfThreat(threat, this.known.catalogue));
    }
    for (const answer of this.model.mitigations) this.bindMitigation(answer);
    for (const entry of this.model.notApplicable) this.bind(entry.statement, false);
    this.bindSettings();
    this.last = undefined;
    this.moved.clear();
  }

  private bindSettings(): void {
    for (const flow of this.model.businessFlows) for (const place of flow.operations) this.bind(place, false);
    for (const rule of this.model.rules) this.bindRule(rule);
    for (const actor of this.model.actors) for (const place of actor.calls) this.bind(place, false);
    for (const { hops, at } of this.model.flows) this.bindFlow(hops, at);
  }

  private bindFlow(hops: readonly string[], at: Statement['at']): void {
    for (const id of hops) {
      const kind = this.model.names.get(id);
      if (kind === 'apis' || kind === 'components' || kind === 'actors') continue;
      const known = [...this.model.names].filter(([, one]) => ENDS.has(one)).map(([name]) => name);
      const message = `\`${id}\` is no API, component or actor of this model${didYouMean(nearest(id, known))}`;
      this.problems.push({ code: 'unknown-name', message, severity: 'error', at });
    }
  }

  private bindRule({ id, parameters, at }: ModelRule): void {
    this.checkRule(id, at);
    const known = this.known?.rules.has(id) === true ? this.known.parameters : undefined;
    const own = [...(known ?? [])].filter((name) => name.startsWith(`${id}.`)).map((name) => name.slice(id.length + 1));
    for (const name of known === undefined ? [] : parameters.keys()) {
      if (own.includes(name)) continue;
      const list = own.length === 0 ? 'it has none' : `it has ${own.map((one) => `\`${one}\``).join(', ')}`;
      const message = `\`${id}\` has no parameter \`${name}\`: ${list}`;
      this.problems.push({ code: 'unknown-parameter', message, severity: 'warning', at });
    }
  }

  private bindMitigation(answer: Mitigation): void {
    const { control } = answer;
    for (const statement of answer.covers) this.bind(statement, control === '');
    for (const statement of answer.except) this.bind(statement, false);
    const isDone = answer.status === 'implemented' || answer.status === 'verified';
    for (const statement of answer.removes) this.bind(statement, false, isDone);
    if (this.known && control !== '' && !this.known.controls.has(control)) {
      const message = `\`${control}\` is no known control${didYouMean(nearest(control, this.known.controls))}`;
      this.problems.push({ code: 'unknown-control', message, severity: 'warning', at: answer.at });
    }
  }

  operationsOf(statement: Statement): readonly BoundOperation[] {
    const known = this.found.get(statement);
    if (known !== undefined) return known;
    this.found.set(statement, []);
    const operations = this.resolve(statement, false);
    this.found.set(statement, operations);
    return operations;
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
    const before = this.last?.found.get(statement);
    if (before === undefined || this.changes === null || !isSteady(where, this.changes)) return false;
    const told = this.last?.told.get(statement) ?? [];
    if (told.length > 0 && where.kind === 'operations' && where.part !== '') return false;
    const now = this.moved.get(before) ?? replaced(before, this.changes);
    this.moved.set(before, now);
    this.found.set(statement, now);
    this.problems.push(...told);
    if (told.length > 0) this.told.set(statement, told);
    return true;
  }

  private bindAnew(statement: Statement, needsWhat: boolean, mayHitNothing: boolean): void {
    this.found.set(statement, []);
    for (const rule of statement.what?.rules ?? []) this.checkRule(rule, statement.at);
    const { where } = statement;
    const isThreat = where.kind === 'named' && this.model.names.get(where.id) === 'threats';
    if (
      needsWhat &&
      statement.what === null &&
      !isThreat &&
      !(where.kind === 'named' && !this.model.names.has(where.id))
    ) {
      this.error(
        'missing-what',
        `Say what is answered there: \`all on ${statement.text}\`, or name a \`control\``,
        statement,
      );
    }
    this.found.set(statement, this.resolve(statement, !mayHitNothing));
  }

  private checkRule(rule: string, at: Statement['at']): void {
    if (!this.known || rule === '' || this.known.rules.has(rule)) return;
    const message = `\`${rule}\` is no rule${didYouMean(nearest(rule, [...Object.values(CATEGORY_WORDS), ...this.known.rules]))}`;
    this.problems.push({ code: 'unknown-rule', message, severity: 'error', at });
  }

  private error(code: string, message: string, statement: Statement): void {
    this.problems.push({ code, message, severity: 'error', at: statement.at });
  }

  private resolve(statement: Statement, tell: boolean): readonly BoundOperation[] {
    const { where } = statement;
    if (where.kind === 'flow') return this.along(statement, where.hops, tell);
    if (where.kind === 'api') return this.apis.flatMap(all);
    if (where.kind === 'named') return this.namedThing(statement, where.id, tell);
    const apis = this.apisOf(where.api, statement, tell);
    const hits = this.hitsOf(where, apis);
    if (hits.length > 1 && where.api === '') {
      if (tell) this.tellAmbiguous(hits, statement);
      return [];
    }
    if (hits.length === 0 && tell && this.complete && apis.length > 0) this.tellMissing(where, apis, statement);
    if (tell && this.complete && where.kind === 'operations') this.checkPart(where, hits, statement);
    const key = textOfPlace(where);
    const bound =
      this.named.get(key) ??
      hits.flatMap(({ api, operations }) => operations.map((operation) => ({ api: api.id, operation })));
    this.named.set(key, bound);
    return bound;
  }

  private hitsOf(where: WhereOperations | WhereCause, apis: readonly NamedApi[]): readonly Hit[] {
    const key = textOfPlace(where);
    const known = this.hits.get(key);
    if (known !== undefined) return known;
    const hits = apis
      .map((api) => ({
        api,
        operations:
          where.kind === 'cause' ? byCause(api, where) : findOperations(indexOf(api.description.operations), where),
      }))
      .filter(({ operations }) => operations.length > 0);
    this.hits.set(key, hits);
    return hits;
  }

  private namedThing(statement: Statement, id: string, tell: boolean): readonly BoundOperation[] {
    const api = this.apis.find((item) => item.id === id);
    if (api !== undefined) return all(api);
    const threat = this.model.threats.find((item) => item.id === id);
    if (threat !== undefined) return threat.affects.flatMap((affected) => this.operationsOf(affected));
    const kind = this.model.names.get(id);
    if (kind === 'components') return this.passed(statement, this.landscape.behind(id), id, tell);
    if (kind === 'actors') return this.calledBy(id);
    if (tell && !this.model.names.has(id)) {
      const suggestion = nearest(id, this.model.names.keys());
      const message = `Nothing here is called \`${id}\`${didYouMean(suggestion)}`;
      this.problems.push(problemAt(statement, id, { code: 'unknown-name', message }, [suggestion]));
    }
    return [];
  }

  /** What an actor calls: what it says, else everything of the APIs that its flows reach. */
  private calledBy(id: string): readonly BoundOperation[] {
    const actor = this.model.actors.find((item) => item.id === id);
    const calls = actor?.calls ?? [];
    if (calls.length > 0) return [...new Set(calls.flatMap((call) => this.operationsOf(call)))];
    return this.allOf(this.landscape.reachedBy(id));
  }

  private along(statement: Statement, hops: readonly string[], tell: boolean): readonly BoundOperation[] {
    const stranger = hops.find((id) => !this.landscape.has(id));
    if (stranger !== undefined) {
      if (!tell) return [];
      const suggestion = nearest(stranger, this.model.names.keys());
      const known = this.model.names.has(stranger);
      const message = known
        ? `No flow leads through \`${stranger}\`: write one under \`flows\``
        : `Nothing here is called \`${stranger}\`${didYouMean(suggestion)}`;
      this.problems.push(problemAt(statement, stranger, { code: 'unknown-name', message }, known ? [] : [suggestion]));
      return [];
    }
    return this.passed(statement, this.landscape.along(hops), hops.join(' -> '), tell);
  }

  /** The operations behind a component or a hop. A threat stands wherever it may pass; an answer only where all must pass. */
  private passed(statement: Statement, { covered, bypassed }: Passage, name: string, tell: boolean) {
    if (this.lenient.has(statement)) return this.allOf([...covered, ...bypassed.map(({ api }) => api)]);
    for (const { api, flow } of tell ? bypassed : []) {
      const message = `\`${flow}\` does not pass \`${name}\`, so nothing is answered there for \`${api}\``;
      this.problems.push({ code: 'bypass', message, severity: 'warning', at: statement.at });
    }
    if (tell && covered.length + bypassed.length === 0) {
      const message = `No flow leads through \`${name}\` to an API, so this reaches no operation`;
      this.problems.push({ code: 'hits-nothing', message, severity: 'warning', at: statement.at });
    }
    return this.allOf(covered);
  }

  private allOf(ids: readonly string[]): readonly BoundOperation[] {
    return this.apis.filter(({ id }) => ids.includes(id)).flatMap(all);
  }

  private apisOf(id: string, statement: Statement, tell: boolean): readonly NamedApi[] {
    if (id === '' || id === 'every') return this.apis;
    const ids = this.model.apis.map((api) => api.id);
    if (tell && !ids.includes(id)) {
      const suggestion = nearest(id, ids);
      const { at, isExact } = within(statement, whereStart(statement), whereStart(statement) + id.length);
      const message = `No API is called \`${id}\`${didYouMean(suggestion)}`;
      const fix =
        suggestion === undefined || !isExact ? undefined : { title: `Write \`${suggestion}\``, newText: suggestion };
      this.problems.push({ code: 'unknown-api', message, severity: 'error', at, ...(fix ? { fix } : {}) });
    }
    return this.apis.filter((api) => api.id === id);
  }

  private tellMissing(where: WhereOperations | WhereCause, apis: readonly NamedApi[], statement: Statement): void {
    if (where.kind === 'operations' && where.by === 'path' && isPattern(where.name)) {
      this.error('hits-nothing', `No operation matches \`${where.method} ${where.name}\``, statement);
      return;
    }
    if (where.by === 'path' && this.tellShared(where, apis, statement)) return;
    const operations = apis.flatMap((api) => api.description.operations);
    const names = new Set(operations.map((operation) => nameOf(operation, where.by)));
    const suggestion = where.kind === 'cause' || where.by === 'tag' ? undefined : nearest(where.name, names);
    const written =
      where.by === 'path'
        ? `${where.kind === 'operations' ? where.method : ''} ${where.name}`
        : `${where.by} ${where.name}`;
    const message = `The specification has no \`${written}\`${didYouMean(suggestion)}`;
    this.problems.push(problemAt(statement, where.name, { code: 'unknown-operation', message }, [suggestion]));
  }

  /** A path that is in no specification, but its shape is, and several times. */
  private tellShared(where: WhereOperations | WhereCause, apis: readonly NamedApi[], statement: Statement): boolean {
    const paths = apis.flatMap((api) => pathsOfShape(indexOf(api.description.operations), where.name));
    if (paths.length < 2) return false;
    const list = paths.map((path) => `\`${path}\``).join(' and ');
    const message = `${list} are like this: write the one that is meant as the specification does`;
    this.problems.push(problemAt(statement, where.name, { code: 'ambiguous-path', message }, paths));
    return true;
  }

  private tellAmbiguous(hits: readonly Hit[], statement: Statement): void {
    const names = hits.map(({ api }) => `\`${api.id}\``).join(' and ');
    const message = `${names} have this: name one, or write \`every\` before it`;
    const start = whereStart(statement);
    const { at, isExact } = within(statement, start, statement.text.length);
    const place = statement.text.slice(start);
    const fixes = [...hits.map(({ api }) => api.id), 'every'].map((name) => ({
      title: `Write \`${name} ${place}\``,
      newText: `${name} ${place}`,
    }));
    this.problems.push({ code: 'ambiguous-api', message, severity: 'error', at, ...(isExact ? { fixes } : {}) });
  }

  private checkPart({ part }: WhereOperations, hits: readonly Hit[], statement: Statement): void {
    const operations = hits.flatMap((hit) => hit.operations);
    if (part === '' || operations.length === 0 || operations.some((operation) => hasPart(operation, part))) return;
    const suggestion = nearest(part, new Set(operations.flatMap((operation) => [...partsOf(operation)])));
    const message = `No operation there has \`${part}\`${didYouMean(suggestion)}`;
    this.problems.push(problemAt(statement, part, { code: 'unknown-part', message }, [suggestion]));
  }
}

const ENDS: ReadonlySet<string> = new Set(['apis', 'components', 'actors']);

/** What a place names in one API. */
interface Hit {
  readonly api: NamedApi;
  readonly operations: readonly Operation[];
}

/** Whether the changed operations are in a place exactly where they were before. */
function isSteady(where: Where, changes: ReadonlyMap<Operation, Operation>): boolean {
  if (where.kind === 'named' || where.kind === 'flow') return false;
  if (where.kind !== 'cause' && (where.kind !== 'operations' || where.part === '')) return true;
  const cause = `${where.by} ${where.name}`;
  const isIn = (operation: Operation) =>
    where.kind === 'cause' ? causesOf(operation).has(cause) : hasPart(operation, where.part);
  return [...changes].every(([old, operation]) => isIn(old) === isIn(operation));
}

function textOfPlace(where: WhereOperations | WhereCause): string {
  return `${where.api} ${where.by} ${where.kind === 'operations' ? where.method : ''} ${where.name}`;
}

function nameOf(operation: Operation, by: string): string {
  return by === 'operation' ? operation.operationId : by === 'path' ? operation.path : operation.name;
}

function all(api: NamedApi): BoundOperation[] {
  return api.description.operations.map((operation) => ({ api: api.id, operation }));
}

function byCause(api: NamedApi, where: WhereCause): readonly Operation[] {
  const cause = `${where.by} ${where.name}`;
  return api.description.operations.filter((operation) => causesOf(operation).has(cause));
}
