import type { ApiDescription, Operation } from '../../openapi/types';
import { didYouMean, nearest } from '../grammar/nearest';
import type { Model, ModelProblem, Statement, Where, WhereCause, WhereOperations } from '../types';
import { matches, methodFits, shapeOf } from './match';

export interface BoundApi {
  readonly id: string;
  readonly description: ApiDescription;
}

export interface Hit {
  readonly api: string;
  readonly operation: Operation;
}

/** A model held against the APIs that it names. */
export interface Binding {
  /** Operations that a statement reaches, in the order of the descriptions. */
  operationsOf(statement: Statement): readonly Hit[];
  readonly problems: readonly ModelProblem[];
}

const NOTHING: readonly Hit[] = [];
const bindings = new WeakMap<Model, { readonly key: readonly unknown[]; readonly binding: Binding }>();

/** Resolves every statement of a model; remembered while model and operations stay the same objects. */
export function bindModel(model: Model, apis: readonly BoundApi[], words?: KnownWords): Binding {
  const key = apis.flatMap((api) => [api.id, api.description.operations]);
  const known = bindings.get(model);
  if (known && known.key.length === key.length && known.key.every((part, at) => part === key[at])) return known.binding;
  const binding = new Binder(model, apis, words).bind();
  bindings.set(model, { key, binding });
  return binding;
}

/** Ids that statements may name; without them, none is called unknown. */
export interface KnownWords {
  readonly rules: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
}

class Binder {
  private readonly problems: ModelProblem[] = [];
  private readonly hits = new Map<Statement, readonly Hit[]>();
  private readonly threats: ReadonlySet<string>;
  private readonly apiIds: readonly string[];

  constructor(
    private readonly model: Model,
    private readonly apis: readonly BoundApi[],
    private readonly words: KnownWords | undefined,
  ) {
    this.threats = new Set(model.threats.map((threat) => threat.id));
    this.apiIds = model.apis.map((api) => api.id);
  }

  bind(): Binding {
    for (const threat of this.model.threats) {
      this.all(threat.affects);
      if (threat.rule !== '') this.id(threat.rule, this.words?.rules, 'rule', threat.at);
    }
    for (const mitigation of this.model.mitigations) {
      this.all(mitigation.covers);
      this.all(mitigation.except);
      this.all(mitigation.removes);
      if (mitigation.control !== '') this.id(mitigation.control, this.words?.controls, 'control', mitigation.at);
    }
    for (const entry of this.model.notApplicable) this.all([entry.statement]);
    const { hits, problems } = this;
    return { problems, operationsOf: (statement) => hits.get(statement) ?? NOTHING };
  }

  private id(id: string, known: ReadonlySet<string> | undefined, what: string, at: Statement['at']): void {
    if (known === undefined || known.has(id)) return;
    this.problem(`unknown-${what}`, `There is no ${what} \`${id}\`${didYouMean(nearest(id, known))}`, at);
  }

  private problem(
    code: string,
    message: string,
    at: Statement['at'],
    severity: ModelProblem['severity'] = 'error',
  ): void {
    this.problems.push({ code, message, severity, at });
  }

  private all(statements: readonly Statement[]): void {
    for (const statement of statements) {
      for (const rule of statement.what?.rules ?? []) {
        if (!this.threats.has(rule)) this.id(rule, this.words?.rules, 'rule', statement.at);
      }
      this.hits.set(statement, this.resolve(statement, statement.where));
    }
  }

  private resolve(statement: Statement, where: Where): readonly Hit[] {
    switch (where.kind) {
      case 'flow':
        return NOTHING;
      case 'api':
        return this.everything(where.api);
      case 'named':
        return this.named(statement, where.id);
      default:
        return this.operations(statement, where);
    }
  }

  private everything(api: string): readonly Hit[] {
    return this.candidates(api).flatMap(({ id, description }) =>
      description.operations.map((operation) => ({ api: id, operation })),
    );
  }

  private candidates(api: string): readonly BoundApi[] {
    return api === '' || api === 'every' ? this.apis : this.apis.filter((candidate) => candidate.id === api);
  }

  /** An id: an API's is all of its operations, a threat's what it affects; components and actors reach no operation yet. */
  private named(statement: Statement, id: string): readonly Hit[] {
    if (this.apiIds.includes(id)) return this.everything(id);
    const threat = this.model.threats.find((candidate) => candidate.id === id);
    if (threat)
      return threat.affects.flatMap((affect) => (affect === statement ? [] : this.resolve(affect, affect.where)));
    if (this.model.otherIds.includes(id)) return NOTHING;
    const known = [...this.apiIds, ...this.threats];
    this.problem('unknown-id', `Nothing here is called \`${id}\`${didYouMean(nearest(id, known))}`, statement.at);
    return NOTHING;
  }

  private operations(statement: Statement, where: WhereOperations | WhereCause): readonly Hit[] {
    const api = where.api;
    if (api !== '' && api !== 'every' && !this.apiIds.includes(api)) {
      this.problem('unknown-api', `There is no API \`${api}\`${didYouMean(nearest(api, this.apiIds))}`, statement.at);
      return NOTHING;
    }
    const hits = this.candidates(api).flatMap(({ id, description }) =>
      find(where, description).map((operation) => ({ api: id, operation })),
    );
    this.judge(statement, api, hits);
    return hits;
  }

  private judge(statement: Statement, api: string, hits: readonly Hit[]): void {
    const complete = this.apis.length >= this.apiIds.length;
    if (hits.length === 0 && complete) {
      this.problem('hits-nothing', `\`${statement.text}\` is no operation of the description`, statement.at, 'warning');
    }
    const hitApis = new Set(hits.map((hit) => hit.api));
    if (api === '' && hitApis.size > 1) {
      const names = [...hitApis].join(' and ');
      this.problem('ambiguous-api', `This is in ${names}: write one of them in front, or \`every\``, statement.at);
    }
  }
}

function find(where: WhereOperations | WhereCause, description: ApiDescription): readonly Operation[] {
  if (where.kind === 'cause') return description.operations.filter((operation) => uses(where, operation));
  const exact = description.operations.filter((operation) => matches(where, operation));
  if (exact.length > 0 || where.by !== 'path' || where.name.includes('*')) return exact;
  const shape = shapeOf(where.name);
  const alike = description.operations.filter((operation) => shapeOf(operation.path) === shape);
  if (new Set(alike.map((operation) => operation.path)).size !== 1) return [];
  return alike.filter((operation) => methodFits(where.method, operation.method));
}

function uses(where: WhereCause, operation: Operation): boolean {
  if (where.by === 'scheme') {
    return operation.security.alternatives.some((all) => all.some((requirement) => requirement.scheme === where.name));
  }
  const payloads = [operation.request, ...operation.responses.map((response) => response.payload)];
  return payloads.some((payload) => payload?.schemas.includes(where.name) ?? false);
}
