import { nameOf } from '../coverage';
import type { ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { type Route, RouteTable } from './route-table';
import { templateOf } from './template-of';

/** One request that somebody answered. */
export interface Request {
  readonly method: string;
  /** Lower case; empty where it is not known. */
  readonly host: string;
  /** Without query and fragment. */
  readonly path: string;
  /** The status that was answered; 0 where it is not known. */
  readonly status: number;
}

/** An operation with the number of its calls. */
export interface Called {
  readonly api: string;
  readonly operation: Operation;
  readonly name: string;
  readonly calls: number;
}

/** Requests that no description has, under a template that they share. */
export interface Shadow {
  readonly method: string;
  readonly host: string;
  /** `/orders/{id}/refunds`. */
  readonly template: string;
  readonly calls: number;
}

/** What traffic shows of descriptions. */
export interface TrafficReport {
  readonly requests: number;
  /** Requests that some operation was called by. */
  readonly known: number;
  /** Answered, and in no description, the most called first. */
  readonly shadows: readonly Shadow[];
  /** Deprecated, and still called. */
  readonly zombies: readonly Called[];
  /** Described, and not called once. */
  readonly unused: readonly Called[];
  /** Answered with 404: nothing is there. */
  readonly notFound: number;
  /** Answered with 405: the path has no such method. */
  readonly notAllowed: number;
  /** Requests of shadows whose template was one too many to be told by itself. */
  readonly more: number;
}

/** Templates that are told apart; a scan of a server tries any number of them. */
const MOST_SHADOWS = 5_000;

/** Counts requests against the operations of descriptions. It keeps no query, header or body, and no path that is known. */
export class TrafficTally {
  readonly #table: RouteTable;
  readonly #calls = new Map<Operation, number>();
  readonly #shadows = new Map<
    string,
    { readonly method: string; readonly host: string; readonly template: string; calls: number }
  >();
  #requests = 0;
  #known = 0;
  #notFound = 0;
  #notAllowed = 0;
  #more = 0;

  constructor(private readonly apis: readonly ApiAnalysis[]) {
    this.#table = new RouteTable(apis);
  }

  add({ method, host, path, status }: Request): void {
    this.#requests++;
    const route = this.#table.find(method, host, path);
    if (route !== null) this.#count(route);
    else if (status === 404) this.#notFound++;
    else if (status === 405) this.#notAllowed++;
    else this.#shadow(method, host, path);
  }

  #count({ operation }: Route): void {
    this.#known++;
    this.#calls.set(operation, (this.#calls.get(operation) ?? 0) + 1);
  }

  #shadow(method: string, host: string, path: string): void {
    const template = templateOf(path);
    const key = `${method} ${host} ${template}`;
    const known = this.#shadows.get(key);
    if (known !== undefined) known.calls++;
    else if (this.#shadows.size < MOST_SHADOWS) this.#shadows.set(key, { method, host, template, calls: 1 });
    else this.#more++;
  }

  report(): TrafficReport {
    const all = this.apis
      .filter(({ called }) => called === null)
      .flatMap((api) =>
        api.description.operations
          .filter(({ kind }) => kind === 'operation')
          .map((operation): Called => {
            return { api: api.id, operation, name: nameOf(operation), calls: this.#calls.get(operation) ?? 0 };
          }),
      );
    return {
      requests: this.#requests,
      known: this.#known,
      shadows: [...this.#shadows.values()].sort(byCalls),
      zombies: all.filter(({ operation, calls }) => operation.deprecated && calls > 0).sort(byCalls),
      unused: all.filter(({ calls }) => calls === 0),
      notFound: this.#notFound,
      notAllowed: this.#notAllowed,
      more: this.#more,
    };
  }
}

function byCalls(one: { readonly calls: number }, other: { readonly calls: number }): number {
  return other.calls - one.calls;
}
