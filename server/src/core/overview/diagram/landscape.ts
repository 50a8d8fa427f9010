import type { DiagramKind, DiagramZone } from '../../../protocol';
import type { Level } from '../../model/types';
import type { Place } from '../../text';

export interface Zone {
  readonly id: string;
  readonly trust: DiagramZone['trust'];
  readonly guessed: boolean;
  readonly at: Place | null;
}

/** Something that calls, is called, or keeps data. */
export interface Thing {
  readonly id: string;
  readonly kind: DiagramKind;
  readonly label: string;
  readonly detail: string;
  /** Id of a zone, or empty. */
  readonly zone: string;
  /** The worst level of an open threat to it, and how many there are. */
  readonly level: Level | null;
  readonly threats: number;
  readonly guessed: boolean;
  readonly at: Place | null;
}

export interface Call {
  readonly from: string;
  readonly to: string;
  readonly carries: readonly string[];
  readonly over: string;
  readonly clear: boolean;
  readonly guessed: boolean;
  readonly at: Place | null;
}

/** What a diagram shows, put together from models. What has been said first of a thing stays; calls between two are one. */
export class Landscape {
  readonly #zones = new Map<string, Zone>();
  readonly #things = new Map<string, Thing>();
  readonly #calls = new Map<string, Call>();
  readonly guesses = new Set<string>();

  zone(zone: Zone): void {
    if (!this.#zones.has(zone.id)) this.#zones.set(zone.id, zone);
  }

  thing(thing: Thing): string {
    if (!this.#things.has(thing.id)) this.#things.set(thing.id, thing);
    return thing.id;
  }

  has(id: string): boolean {
    return this.#things.has(id);
  }

  call(call: Call): void {
    if (call.from === call.to) return;
    const key = `${call.from}\u0000${call.to}`;
    const known = this.#calls.get(key);
    this.#calls.set(key, known === undefined ? call : both(known, call));
  }

  isCalled(id: string): boolean {
    return [...this.#calls.values()].some(({ to }) => to === id);
  }

  /** Leaves out those with the fewest calls beyond so many; says how many that are. APIs stay. */
  cutTo(most: number): number {
    const degree = (id: string) => this.calls.filter(({ from, to }) => from === id || to === id).length;
    const rest = this.things.length - most;
    if (rest <= 0) return 0;
    const others = this.things.filter(({ kind }) => kind !== 'api').map(({ id }) => ({ id, calls: degree(id) }));
    const gone = new Set(
      others
        .toSorted((a, b) => a.calls - b.calls)
        .slice(0, rest)
        .map(({ id }) => id),
    );
    for (const id of gone) this.#things.delete(id);
    for (const [key, { from, to }] of this.#calls) if (gone.has(from) || gone.has(to)) this.#calls.delete(key);
    return gone.size;
  }

  /** The zones that something is in; a zone that things name and no model knows is one all the same. */
  get zones(): readonly Zone[] {
    const used = new Set([...this.#things.values()].map(({ zone }) => zone).filter((zone) => zone !== ''));
    return [...used].map((id) => this.#zones.get(id) ?? { id, trust: null, guessed: false, at: null });
  }

  get things(): readonly Thing[] {
    return [...this.#things.values()];
  }

  get calls(): readonly Call[] {
    return [...this.#calls.values()];
  }
}

function both(first: Call, second: Call): Call {
  return {
    ...first,
    carries: [...new Set([...first.carries, ...second.carries])],
    over: [...new Set([first.over, second.over].filter((over) => over !== ''))].join(', '),
    clear: first.clear || second.clear,
    guessed: first.guessed && second.guessed,
  };
}
