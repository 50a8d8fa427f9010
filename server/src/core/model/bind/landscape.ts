import type { Model } from '../types';
import type { NamedApi } from './binding';

/** What flows say of a component or a hop: the APIs behind it, and how some of them are reached without it. */
export interface Passage {
  /** APIs that every flow from outside reaches through it. */
  readonly covered: readonly string[];
  /** APIs that some flow reaches through it and another without. */
  readonly bypassed: readonly { readonly api: string; readonly flow: string }[];
}

/** The flows of a model, as chains of ids. The id of an entry with several APIs stands for each of them. */
export class Landscape {
  private readonly chains: readonly (readonly string[])[];
  private readonly apis: readonly string[];
  /** What components of others serve, by the ids that places have for it. */
  private readonly called: readonly string[];
  /** Entries by the ids of their APIs, where these differ. */
  private readonly entries: ReadonlyMap<string, string>;

  /** What stands in a trusted zone: a flow that begins there comes from inside. */
  private readonly trusted: ReadonlySet<string>;

  constructor(model: Model, bound: readonly NamedApi[]) {
    this.chains = model.flows.map(({ hops }) => hops);
    this.entries = new Map(bound.flatMap(({ id, entry }) => (entry === undefined ? [] : [[id, entry] as const])));
    const zones = new Set(model.zones.filter(({ trust }) => trust === 'trusted').map(({ id }) => id));
    const things = [...model.apis, ...model.components, ...model.actors];
    this.trusted = new Set(things.filter(({ zone }) => zones.has(zone)).map(({ id }) => id));
    this.called = bound.filter(({ called }) => called === true).map(({ id }) => id);
    this.apis = model.apis.flatMap(({ id }) => {
      const own = bound.filter(({ entry, called }) => entry === id && called !== true).map((api) => api.id);
      return own.length > 0 ? own : [id];
    });
  }

  /** APIs behind a component; one that an API itself calls protects none of its operations. */
  behind(component: string): Passage {
    return this.passage((before) => before.includes(component));
  }

  /** APIs behind a hop, or a chain of them, for example `gateway -> store`. */
  along(hops: readonly string[]): Passage {
    return this.passage((before, api) => this.contains([...before, api], hops));
  }

  /** APIs that call a component, over whatever lies between: what strikes there strikes what they hand on. */
  before(component: string): readonly string[] {
    return this.apis.filter((api) =>
      this.waysTo(component).some((before) => before.some((hop) => this.isSame(hop, api))),
    );
  }

  /** APIs that send something along a hop, or a chain of them: `store -> payments`. */
  sendingAlong(hops: readonly string[]): readonly string[] {
    const [first = ''] = hops;
    if (!this.chains.some((chain) => this.contains(chain, hops))) return [];
    return this.apis.filter((api) => hops.some((hop) => this.isSame(hop, api)) || this.before(first).includes(api));
  }

  /** APIs that an actor reaches. */
  reachedBy(actor: string): readonly string[] {
    const reached = this.chains.filter(([first]) => first === actor).flatMap((hops) => hops.slice(1));
    return this.apis.filter((api) => reached.some((hop) => this.isSame(hop, api)));
  }

  /** Ids that stand in some flow. */
  has(id: string): boolean {
    return this.chains.some((hops) => hops.some((hop) => this.isSame(hop, id)));
  }

  private isSame(one: string, other: string): boolean {
    return one === other || this.entries.get(one) === other || this.entries.get(other) === one;
  }

  private passage(passes: (before: readonly string[], api: string) => boolean): Passage {
    const covered: string[] = [];
    const bypassed: { api: string; flow: string }[] = [];
    for (const api of [...this.apis, ...this.called]) {
      const ways = this.waysTo(api);
      const other = this.counting(ways, api).find((before) => !passes(before, api));
      if (!ways.some((before) => passes(before, api))) continue;
      if (other === undefined) covered.push(api);
      else bypassed.push({ api, flow: [...other, api].join(' -> ') });
    }
    return { covered, bypassed };
  }

  /** A call of ours is what it is wherever we stand; who calls us counts from outside, if anybody does. */
  private counting(ways: readonly (readonly string[])[], api: string): readonly (readonly string[])[] {
    if (this.called.includes(api)) return ways;
    const outside = ways.filter(([start = '']) => !this.trusted.has(start));
    return outside.length > 0 ? outside : ways;
  }

  /** What stands before an API in each chain that leads to it, with what leads to the chain's own start. */
  private waysTo(api: string): readonly (readonly string[])[] {
    const ways = this.chains.flatMap((hops) => {
      const at = hops.findIndex((hop) => this.isSame(hop, api));
      return at > 0 ? [hops.slice(0, at)] : [];
    });
    const whole = ways.flatMap((before) => this.prolonged(before, new Set([api])));
    return this.called.includes(api) ? whole.map((before) => this.fromCaller(before)) : whole;
  }

  /** The way to somebody else's service begins where an API of ours calls it: what leads to that API is no part of the call. */
  private fromCaller(before: readonly string[]): readonly string[] {
    const caller = before.findLastIndex((hop) => this.apis.some((api) => this.isSame(hop, api)));
    return before.slice(Math.max(0, caller));
  }

  /** `gateway -> store` begins at `gateway`: whatever leads there leads on. */
  private prolonged(before: readonly string[], seen: ReadonlySet<string>): readonly (readonly string[])[] {
    const [first] = before;
    if (first === undefined || seen.has(first) || seen.size > 20) return [before];
    const leading = this.chains.flatMap((hops) => {
      const at = hops.indexOf(first);
      return at > 0 ? [hops.slice(0, at)] : [];
    });
    if (leading.length === 0) return [before];
    return leading.flatMap((more) => this.prolonged([...more, ...before], new Set([...seen, first]))).slice(0, 200);
  }

  private contains(chain: readonly string[], hops: readonly string[]): boolean {
    return chain.some((_, at) => hops.every((hop, index) => this.isSame(chain[at + index] ?? '', hop)));
  }
}
