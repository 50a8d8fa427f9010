import type { Block, Place } from '../text/types';

export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** One security scheme as the specification declares it. */
export interface SecurityScheme {
  readonly name: string;
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS' | 'unknown';
  /** apiKey: header, query or cookie. */
  readonly in?: string;
  /** apiKey: the name of the header, query parameter or cookie. */
  readonly parameterName?: string;
  /** http: lower-cased scheme (HTTP scheme names ignore case). */
  readonly scheme?: string;
  readonly flows: readonly OAuthFlow[];
  /** oauth2 and openIdConnect: where clients read how to log in. */
  readonly metadataUrl?: string;
  readonly deprecated?: true;
  /** A gateway checks its callers in a way of its own, whatever type is written. */
  readonly byGateway?: true;
  readonly at: Place;
}

/** Controls that settings of a gateway show, and where each is set. */
export interface Gateway {
  /** Calls are limited or counted. */
  readonly limit?: Place;
  /** Callers prove who they are. */
  readonly login?: Place;
  /** Bodies are bounded in size. */
  readonly size?: Place;
  /** Requests are checked against the description. */
  readonly validation?: Place;
  /** Calls that take too long are ended. */
  readonly time?: Place;
}

/** Where a gateway passes an operation on to. */
export interface Backend {
  /** As written; empty where only the checks are. */
  readonly url: string;
  /** The gateway is told not to check the certificate of whom it calls. */
  readonly unverified: boolean;
  readonly at: Place;
}

/** A link of a response: where its callers may go on to. */
export interface Link {
  readonly name: string;
  /** The `operationId` or `operationRef` that it names. */
  readonly target: string;
  /** A server that stands for those of the target; absent where none does. */
  readonly server?: Server;
  readonly at: Place;
}

export interface OAuthFlow {
  /** `implicit`, `password`, `clientCredentials`, `authorizationCode`, `deviceAuthorization` whatever the version calls it. */
  readonly kind: string;
  readonly scopes: readonly string[];
  readonly tokenUrl?: string;
  readonly authorizationUrl?: string;
  readonly at: Place;
}

/** One scheme of an alternative, with the scopes it asks for. `definition` is null where the document declares no such scheme. */
export interface Requirement {
  readonly scheme: string;
  readonly scopes: readonly string[];
  readonly definition: SecurityScheme | null;
}

/** Effective security: alternatives (or) of requirements (and). An empty alternative means that nobody need log in. */
export interface Security {
  /** Where it is written: on the operation, at the root, or nowhere. */
  readonly source: 'operation' | 'root' | 'none';
  readonly alternatives: readonly (readonly Requirement[])[];
  /** No requirement at all: empty list, nothing declared, or the only alternative is empty. */
  readonly anonymous: boolean;
  /** Some alternative is empty, but not all. */
  readonly optional: boolean;
  /** The `security` key, where there is one. */
  readonly at: Place | null;
}

export interface Server {
  /** With the defaults of its variables filled in. */
  readonly url: string;
  readonly description: string;
  /** The variable with which its host begins, where any value may stand for it. Absent where the host is fixed or listed. */
  readonly hostVariable?: HostVariable;
  readonly at: Place;
}

/** `shop` of `https://{shop}.example.com`. */
export interface HostVariable {
  readonly name: string;
  /** As written; empty where there is none. */
  readonly default: string;
}

/** What a schema says of a value's size; absent means unbounded. */
export interface Bounds {
  /** Inclusive or exclusive: a value is at least about this. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly hasPattern: boolean;
  /** Matching the pattern may take exponential time (see `isCostly`). */
  readonly costlyPattern?: true;
  readonly hasEnum: boolean;
}

export type DataClass =
  | 'personal'
  | 'special'
  | 'credentials'
  | 'payment'
  | 'financial'
  | 'location'
  | 'government-id'
  | 'confidential'
  | 'health';

/** A leaf or object property reached from a payload, through composition, arrays and references (at most three references deep). */
export interface Property {
  readonly name: string;
  /** Dotted from the payload's root, arrays left out: `items.owner.email`. */
  readonly path: string;
  readonly type: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly bounds: Bounds;
  readonly dataClass: DataClass | null;
  /**
   * What tells its class, from sure to likely: an extension, its name (or the model), the shape of its example alone; null
   * without a class. Read when asked for.
   */
  readonly dataFrom?: 'declaration' | 'name' | 'example' | null;
  /** Constant, default, examples and list of its own schema, as written; empty where that is a reference. Read when asked for. */
  readonly values?: readonly string[];
  /** Name of the component schema that declares it, or null when it is written in place. */
  readonly schema: string | null;
  readonly at: Place;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'querystring';
  readonly required: boolean;
  readonly type: string;
  readonly format: string;
  readonly bounds: Bounds;
  readonly dataClass: DataClass | null;
  /** Constant, default, examples and list of a credential, as written. */
  readonly values?: readonly string[];
  readonly at: Place;
}

/** A value of an example that looks like a live secret. */
export interface ShownSecret {
  /** `a live key of Stripe`. */
  readonly kind: string;
  readonly at: Place;
}

/** A request body or a response's content, over all media types. */
export interface Payload {
  readonly mediaTypes: readonly string[];
  readonly properties: readonly Property[];
  /** The top level is an array (or an object whose one data property is an array). */
  readonly isList: boolean;
  readonly isBinary: boolean;
  /** Its object may have properties of any name: it says so, or it lists none and says nothing. Absent where it may not. */
  readonly open?: 'said' | 'unlisted';
  /** Path of a property through which the payload holds itself, with no `maxItems` on the way. Absent where none does. */
  readonly recursion?: string;
  /** Parts of a form whose encoding lists the media types that they may have. Absent where there are none. */
  readonly typedParts?: readonly string[];
  /** The first value of its examples that looks like a live secret. Absent where none does. */
  readonly secret?: ShownSecret;
  /** The outermost array has `maxItems`. */
  readonly listBounded: boolean;
  /** Names of component schemas that it uses directly. */
  readonly schemas: readonly string[];
  readonly at: Place;
}

/** What a response says of other sites that want to read it. */
export interface CrossOrigin {
  /** The values that `Access-Control-Allow-Origin` may have, as far as they are written. */
  readonly origins: readonly string[];
  /** The visitor's cookies may go along. */
  readonly credentials: boolean;
  readonly at: Place;
}

export interface ApiResponse {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly payload: Payload | null;
  readonly headers: readonly string[];
  /** Absent where no header speaks of other sites. */
  readonly crossOrigin?: CrossOrigin;
  /** Absent where it has none. */
  readonly links?: readonly Link[];
  readonly at: Place;
}

/** The value of `x-stridewise`: answers that stand beside what they answer. */
export interface AnswerSite {
  /** What it stands on. */
  readonly reach: 'operation' | 'path' | 'api';
  /** Its key. */
  readonly at: Place;
  /** Where its value is written; -1 where there is none. */
  readonly block: Block;
  readonly node: number;
}

/** What an operation is: one that we serve, or one that we call. */
export type OperationKind = 'operation' | 'webhook' | 'callback';

/** One normalised operation, whatever version, file layout or syntax it came from. Rules read this and nothing else. */
export interface Operation {
  readonly kind: OperationKind;
  /** Upper case; `ANY` where a gateway takes every method that is not listed. */
  readonly method: string;
  /** The key of `paths` as written; for a webhook its name, for a callback its expression. */
  readonly path: string;
  /** Name of the webhook or callback, else empty. */
  readonly name: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly security: Security;
  readonly servers: readonly Server[];
  readonly parameters: readonly Parameter[];
  readonly request: Payload | null;
  readonly responses: readonly ApiResponse[];
  /** Keys that start with `x-`, on the operation and its path item; ours is none of them. */
  readonly extensions: readonly string[];
  /** Answers that are written on it or its path item; absent where there are none. */
  readonly answers?: readonly AnswerSite[];
  /** What settings of a gateway on it, its path or (but the login) the root show; absent where they show nothing. */
  readonly gateway?: Gateway;
  /** Where settings of a gateway on it, its path or the root pass it on to; absent where they do not say. */
  readonly backend?: Backend;
  /** Where it is marked as internal (`x-internal: true`); absent where it is not. */
  readonly internal?: Place;
  /** The method's key; for a path item behind a `$ref`, in the file that holds it. */
  readonly at: Place;
  /** The path's key. */
  readonly pathAt: Place;
  /** The same object in copies that differ only in what they inherit from the root. */
  readonly shape: object;
}

/** An operation without what it may inherit from the root: what is derived of it alone outlives an edit there. */
export type Shape = Omit<Operation, 'security' | 'servers'>;

/** What holds for the whole document. */
export interface ApiDescription {
  readonly uri: string;
  readonly version: OpenApiVersion;
  readonly title: string;
  readonly apiVersion: string;
  readonly servers: readonly Server[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** What a gateway answers to other sites on every operation; absent where it is not set. */
  readonly crossOrigin?: CrossOrigin;
  /** Where a gateway is told to pass on routes that the description does not list; absent where it is not. */
  readonly unlisted?: Place;
  /** What settings of a gateway for the whole API show; absent where they show nothing. */
  readonly gateway?: Gateway;
  /** Root security, or null where the root has none. */
  readonly security: Security | null;
  readonly operations: readonly Operation[];
  /** Answers that are written at its root; absent where there are none. */
  readonly answers?: AnswerSite;
  /** `$ref`s that lead nowhere, syntax errors and parts that were not understood. */
  readonly problems: readonly SpecProblem[];
  /** The `openapi` or `swagger` key: where what concerns the whole API is shown. */
  readonly at: Place;
}

export interface SpecProblem {
  readonly code: 'syntax' | 'unresolved-reference' | 'duplicate-key' | 'not-checked';
  readonly message: string;
  readonly at: Place;
}
