import type { AnswerSite } from '../openapi/types';
import type { Exposure, Strategy, Stride } from '../rules/types';
import type { Place } from '../text/types';
import type {
  ModelComponent,
  ModelEnvironment,
  ModelGoal,
  ModelZone,
  Numbers,
  OwaspWords,
  RiskSettings,
} from './landscape-types';
import type { ProblemCode } from './problem-codes';
import type { STATUSES } from './schema/answers';
import type { Level } from './schema/common';
import type { API_KEYS } from './schema/parts';
import type { WordOf } from './schema/schema-types';

export type * from './landscape-types';
export type { Level } from './schema/common';
export type Lifecycle = WordOf<typeof API_KEYS, 'lifecycle'>;
export type Status = (typeof STATUSES)[number];

/** A parsed *where*: which operations, and which part of them. */
export type Where = WhereApi | WhereOperations | WhereNamed | WhereFlow | WhereCause | WhereHere;

/** Nothing, or a part alone: in an answer that stands in a description, what it stands on. */
export interface WhereHere {
  readonly kind: 'here';
  /** `query.limit`, or empty. */
  readonly part: string;
}

/** `store`, `every API`. */
export interface WhereApi {
  readonly kind: 'api';
  /** An API's id, `every`, or empty for the model's only one. */
  readonly api: string;
}

/** `[api] GET /orders/{id}[ part]`, `[api] operation getOrder`, `[api] tag Back office`, `[api] webhook x`, `[api] callback x`. */
export interface WhereOperations {
  readonly kind: 'operations';
  readonly api: string;
  readonly by: 'path' | 'operation' | 'tag' | 'webhook' | 'callback';
  /** Upper case; `ANY`, `READ`, `WRITE` or a method. Empty unless `by` is `path`. */
  readonly method: string;
  /** A path, pattern, operationId, tag or name. */
  readonly name: string;
  /** `path.orderId`, `query.limit`, or empty. */
  readonly part: string;
}

/** An id that may be a component, actor, threat or API: resolved by the binding. */
export interface WhereNamed {
  readonly kind: 'named';
  readonly id: string;
}

/** `store -> payments`. */
export interface WhereFlow {
  readonly kind: 'flow';
  readonly hops: readonly string[];
}

/** `[api] schema Order`, `[api] scheme account`. */
export interface WhereCause {
  readonly kind: 'cause';
  readonly api: string;
  readonly by: 'schema' | 'scheme';
  readonly name: string;
  readonly part: string;
}

/** *what* `on` *where*. `what` is null for a bare where (its control or threat says what it answers). */
export interface Statement {
  readonly what: What | null;
  readonly where: Where;
  readonly text: string;
  readonly at: Place;
  /** The answers in a description among which it stands: it reaches no further than they do. Absent in a model. */
  readonly site?: AnswerSite;
}

export interface What {
  readonly all: boolean;
  readonly categories: readonly Stride[];
  readonly rules: readonly string[];
}

export interface ModelApi {
  readonly id: string;
  readonly spec: string;
  readonly exposure: Exposure | null;
  readonly lifecycle: Lifecycle;
  /** Id of the zone that it runs in, or empty. */
  readonly zone: string;
  /** Who answers for it, or empty. */
  readonly owner: string;
  /** The value of `lifecycle`, or the id. */
  readonly lifecycleAt: Place;
  /** Ids of the APIs whose place it takes. */
  readonly replaces: readonly Placed[];
  /** The last day that it is served, a date, or null. */
  readonly sunset: Placed | null;
  /** Addresses of its own, where APIs share paths. */
  readonly servers: readonly string[];
  /** What tells its version from another on the same paths, as written. */
  readonly versionedBy: string;
  readonly at: Place;
  /** The value of `spec`, or the id; its file is what the path is relative to. */
  readonly specAt: Place;
}

/** A word of a model, where it stands. */
export interface Placed {
  readonly text: string;
  readonly at: Place;
}

export interface ModelThreat {
  readonly id: string;
  readonly title: string;
  readonly affects: readonly Statement[];
  readonly stride: readonly Stride[];
  readonly rule: string;
  readonly owasp: readonly string[];
  readonly cwe: readonly number[];
  /** The same where they stand. */
  readonly weaknesses: readonly Placed[];
  /** Ids of the actors who do it, and of the data and goals that it harms. */
  readonly by: readonly string[];
  readonly harms: readonly string[];
  /** Names of attack techniques. */
  readonly attacks: readonly Placed[];
  /** By method; what is not named keeps what is derived. */
  readonly dread: Numbers;
  readonly owaspRating: OwaspWords | null;
  readonly pasta: Numbers;
  readonly at: Place;
}

export interface Mitigation {
  readonly id: string;
  readonly title: string;
  readonly strategy: Strategy;
  /** It stands under `assumptions`: nobody has done anything, and it takes nothing off the risk. */
  readonly assumed: boolean;
  readonly control: string;
  readonly covers: readonly Statement[];
  readonly except: readonly Statement[];
  readonly removes: readonly Statement[];
  readonly status: Status | null;
  readonly to: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO dates, or empty. */
  readonly until: string;
  readonly due: string;
  readonly evidence: readonly string[];
  /** 0-1, or null for the default of its status. */
  readonly effect: number | null;
  /** Ids of the environments that it holds in; empty for all. */
  readonly in: readonly string[];
  /** Keys that its strategy needs and that are absent or `TODO`. */
  readonly missing: readonly string[];
  readonly at: Place;
}

export interface NotApplicable {
  readonly statement: Statement;
  readonly reason: string;
  readonly at: Place;
}

/** Who uses the APIs; without `calls` it may call what its flows reach. */
export interface ModelActor {
  readonly id: string;
  /** Id of the zone that it acts from, or empty. */
  readonly zone: string;
  readonly calls: readonly Statement[];
  readonly at: Place;
}

/** Who calls whom, from caller to callee. */
export interface ModelFlow {
  readonly hops: readonly string[];
  /** Ids of the data that goes along it. */
  readonly carries: readonly string[];
  /** The protocol, as written, or empty. */
  readonly over: string;
  readonly at: Place;
}

/** What a model says of a rule: `off`, or the level of what it finds, with the reason. */
export interface ModelRule {
  readonly id: string;
  /** Null where only parameters are given. */
  readonly level: 'off' | Level | null;
  readonly reason: string;
  /** Parameters of the rule's own, as written. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly at: Place;
}

/** Operations that are worth abusing although each call is allowed. */
export interface BusinessFlow {
  readonly id: string;
  readonly operations: readonly Statement[];
  readonly at: Place;
}

/** What is worth protecting, and the schemas and fields that hold it. */
export interface ModelData {
  readonly id: string;
  /** `public`, `internal`, `confidential` or a class of data. */
  readonly class: string;
  readonly schemas: readonly string[];
  /** Names, or `Schema.field`. */
  readonly fields: readonly string[];
  readonly at: Place;
}

/** A threat model as read: whatever could not be read is in `problems`, the rest stands. */
export interface Model {
  readonly uri: string;
  readonly title: string;
  readonly owner: string;
  /** The day of the last review, as written; null where it has none. */
  readonly reviewed: Placed | null;
  readonly apis: readonly ModelApi[];
  readonly threats: readonly ModelThreat[];
  readonly mitigations: readonly Mitigation[];
  readonly notApplicable: readonly NotApplicable[];
  readonly actors: readonly ModelActor[];
  readonly flows: readonly ModelFlow[];
  readonly rules: readonly ModelRule[];
  readonly businessFlows: readonly BusinessFlow[];
  readonly data: readonly ModelData[];
  readonly environments: readonly ModelEnvironment[];
  readonly goals: readonly ModelGoal[];
  readonly zones: readonly ModelZone[];
  readonly components: readonly ModelComponent[];
  readonly assumptions: readonly Mitigation[];
  /** How risk is rated. */
  readonly risk: RiskSettings;
  /** What ids name, by the root key that they stand under: apis, components, actors, data, goals, businessFlows, threats. */
  readonly names: ReadonlyMap<string, string>;
  /** Default `low`. */
  readonly acceptable: Level;
  readonly problems: readonly ModelProblem[];
  /** The `stridewise` key. */
  readonly at: Place;
  /** Files that it includes, as written. */
  readonly includes: readonly Placed[];
  /** The files that it consists of: its own and, over all steps, the included ones. Entries of theirs keep their places there. */
  readonly files: ReadonlySet<string>;
  /** Whether other models include it: its places without an API mean every API, and may hit nothing. */
  readonly shared: boolean;
  /** Ids that models which include it have and it has not: no dangling references. */
  readonly borrowed: ReadonlySet<string>;
  /** The answers that stand in the descriptions of its APIs: its own too, with their places there. */
  readonly sites: readonly AnswerSite[];
  /** No file says it: it is what a description that no model names says of itself. */
  readonly fileless: boolean;
}

export interface ModelProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly at: Place;
  /** A textual repair of the span `at`, where one is certain. */
  readonly fix?: Repair;
  /** Where several repairs are as likely: all of them, and no `fix`. */
  readonly fixes?: readonly Repair[];
}

/** A text that takes the place of the problem's span. */
export interface Repair {
  readonly title: string;
  readonly newText: string;
  /** What else changes with it. */
  readonly also?: readonly { readonly at: Place; readonly newText: string }[];
}
