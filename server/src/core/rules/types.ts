import type { ApiDescription, Operation } from '../openapi/types';
import type { Place } from '../text/types';

export const STRIDE = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;
/** The six categories, by their long names. */
export type Stride = (typeof STRIDE)[number];

/** DREAD factors 0-10: damage, reproducibility, exploitability, affected users, discoverability. */
export type Dread = readonly [number, number, number, number, number];

/** `shown`: the specification itself shows the weakness. `silent`: it only fails to show the control. */
export type Certainty = 'shown' | 'silent';

export type Strategy = 'reduce' | 'transfer' | 'avoid' | 'accept';

/** What exposes an operation: read from its servers, or said by the model. */
export type Exposure = 'internet' | 'partner' | 'internal';

export interface ApiFacts {
  readonly description: ApiDescription;
  readonly exposure: Exposure;
  /** The major version of a newer description of the same API in the workspace, else 0 or absent. */
  readonly newer?: number;
  /** The model marks the operation as part of a business flow. */
  readonly businessFlow?: boolean;
  /** Everybody whom the model lets call it acts from a trusted zone. */
  readonly calledInside?: boolean;
  /** Parameters of rules that the models give, by `rule.parameter`. */
  readonly parameters?: ReadonlyMap<string, string>;
}

/** Why a rule fires on an operation. */
export interface Evidence {
  readonly certainty: Certainty;
  /** One plain sentence that names the operation and what is wrong with it. */
  readonly message: string;
  /** The parameter, property, server or key that shows it. */
  readonly at: Place;
  /** Part of the operation, as the language writes it: `path.orderId`, `query.limit`, `body.role`; empty for the whole operation. */
  readonly part: string;
  /**
   * Findings of one rule with the same cause are one diagnostic, shown at `at`: a server, a scheme, an object reference.
   * Empty: the operation stands for itself.
   */
  readonly cause: string;
  /** The message to show when the cause touches several operations; gets their number. */
  readonly causeMessage?: (operations: number) => string;
  /** Those of the rule's weaknesses that this evidence shows; absent where all of them fit. */
  readonly cwe?: readonly number[];
  /** Changes to the rule's default DREAD factors that this operation's facts call for, with the reason. */
  readonly dread?: { readonly factors: Dread; readonly reason: string };
}

/** What a condition says: a sentence, or one made of what the operation shows. */
export type Saying = string | ((operation: Operation, api: ApiFacts) => string);

/** One thing that must hold for a rule to fire on an operation, said for both outcomes. */
export interface Condition {
  readonly holds: (operation: Operation, api: ApiFacts) => boolean;
  /** The sentence when it holds: a fact that the rule rests on. */
  readonly yes: Saying;
  /** The sentence when it does not: why the rule stays silent. */
  readonly no: Saying;
  /** Where that is written, if it is. */
  readonly at?: (operation: Operation, api: ApiFacts) => Place | null;
}

/** A stub in words: the answer's title for each strategy. */
export interface Stubs {
  readonly reduce: string;
  readonly transfer: string;
  readonly avoid: string;
  readonly accept: string;
}

/** Our knowledge of one threat. Metadata is data; `evidence` is a pure function of one operation and its API. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The first is the primary category: the one that a finding counts in. */
  readonly stride: readonly [Stride, ...Stride[]];
  /** Ids of both editions, for example `API1:2023`, `API1:2019`. */
  readonly owasp: readonly string[];
  /** Numbers whose mapping CWE allows. */
  readonly cwe: readonly number[];
  /** Ids of the known controls that answer it. */
  readonly controls: readonly string[];
  /** Default factors, and why each is what it is. */
  readonly dread: Dread;
  readonly dreadReasons: readonly [string, string, string, string, string];
  /** What happens when the threat comes true, for people who never heard of STRIDE. */
  readonly impact: string;
  /** When the finding is wrong. */
  readonly falsePositive: string;
  /** How the specification itself could mend it, in words. */
  readonly mend: string;
  readonly stubs: Stubs;
  /** Attack patterns (CAPEC numbers) that our weakness table links to its CWEs. */
  readonly capec?: readonly number[];
  /** Requirements of OWASP ASVS 5.0 that ask for the control, for example `8.2.2`. */
  readonly asvs?: readonly string[];
  /**
   * What must hold, in the order of asking: a later one may rest on an earlier one. `evidence` is asked only where all hold,
   * so that an explanation and a finding can never disagree.
   */
  readonly when: readonly Condition[];
  /** What a model may set under `rules`, by name, with what it means. */
  readonly parameters?: Readonly<Record<string, string>>;
  evidence(operation: Operation, api: ApiFacts): Evidence | null;
}
