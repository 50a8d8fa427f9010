import type { Certainty } from '../rules/types';
import { STOPPED, TAKEN_OVER } from './impact';
import type { Asset, Candidate, Edge, Graph, GraphNode, Harm } from './types';

type Way = Pick<Edge, 'text'> & Partial<Omit<Edge, 'from' | 'to'>>;
type Words = Omit<Candidate, 'findings' | 'operations' | 'certainty'>;

/** What a candidate would answer, and where. */
export interface Answered {
  readonly finding: string;
  /** The operation; null where none stands behind it. */
  readonly touched: object | null;
  readonly certainty: Certainty;
}

interface Growing {
  readonly index: number;
  readonly words: Words;
  readonly findings: Set<string>;
  readonly touched: Set<object>;
  certainty: Certainty;
}

/** Puts a graph together. Of edges with the same ends, draw and measures only the likeliest counts: it works whenever another does. */
export class Builder {
  readonly #nodes: GraphNode[] = [];
  readonly #byId = new Map<string, number>();
  readonly #starts = new Set<number>();
  readonly #edges = new Map<string, Edge>();
  readonly #assets = new Map<number, Asset>();
  readonly #candidates = new Map<string, Growing>();
  /** By the number of the candidate. */
  readonly #controls: string[] = [];
  readonly #guesses = new Set<string>();
  readonly #hopeless = new Set<string>();
  modelled = false;

  /** The node of this id; it is made where there is none. */
  node(id: string, title: string): number {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    this.#byId.set(id, this.#nodes.length);
    return this.#nodes.push({ id, title }) - 1;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  start(node: number): void {
    this.#starts.add(node);
  }

  /** An asset of data. */
  data(id: string, title: string, impact: number): number {
    const node = this.node(`data ${id}`, title);
    if (!this.#assets.has(node)) {
      this.#assets.set(node, { node, kind: 'data', id, title, harm: 'disclosed', impact });
    }
    return node;
  }

  /** An asset that is a component in one of the two ways in which it can be harmed. */
  component(id: string, harm: Exclude<Harm, 'disclosed'>): number {
    const isStopped = harm === 'stopped';
    const title = `${id} ${isStopped ? 'is stopped' : 'is taken over'}`;
    const impact = isStopped ? STOPPED : TAKEN_OVER;
    const node = this.node(`${harm} ${id}`, title);
    if (!this.#assets.has(node)) this.#assets.set(node, { node, kind: 'component', id, title, harm, impact });
    return node;
  }

  edge(from: number, to: number, { text, draw = '', probability = 1, guess = '', finding = null, lowered = [] }: Way) {
    if (probability <= 0 || from === to) return;
    if (guess !== '') this.#guesses.add(guess);
    const signature = lowered.map(({ candidate, left }) => `${candidate}:${left}`).join();
    const key = `${from} ${to} ${draw}\u0000${signature}`;
    const known = this.#edges.get(key);
    if (known !== undefined && known.probability >= probability) return;
    this.#edges.set(key, { from, to, draw, probability, text, guess, finding, lowered });
  }

  /** A way that is open with a probability that we guess; it is drawn by itself. */
  guessed(from: number, to: number, probability: number, text: string, guess: string): void {
    const draw = `${this.#nodes[from]?.id} -> ${this.#nodes[to]?.id}`;
    this.edge(from, to, { text, draw, probability, guess });
  }

  /** Notes that a candidate would answer a finding; gives its number. */
  candidate(key: string, words: Words, { finding, touched, certainty }: Answered): number {
    const known = this.#candidates.get(key);
    const one = known ?? { index: this.#candidates.size, words, findings: new Set(), touched: new Set(), certainty };
    if (known === undefined) {
      this.#candidates.set(key, one);
      this.#controls.push(words.control);
    }
    one.findings.add(finding);
    if (certainty === 'shown') one.certainty = certainty;
    if (touched !== null) one.touched.add(touched);
    return one.index;
  }

  /** Empty where a candidate names none. */
  controlOf(candidate: number): string {
    return this.#controls[candidate] ?? '';
  }

  /** Notes what the graph rests on beside the guesses of its edges. */
  guess(sentence: string): void {
    this.#guesses.add(sentence);
  }

  leadsNowhere(finding: string): void {
    this.#hopeless.add(finding);
  }

  build(): Graph {
    const edges = [...this.#edges.values()];
    const led = new Set(edges.map(({ to }) => to));
    return {
      nodes: this.#nodes,
      starts: [...this.#starts],
      edges,
      // What nothing leads to is not at stake.
      assets: [...this.#assets.values()].filter(({ node }) => led.has(node)),
      candidates: [...this.#candidates.values()].map(({ words, findings, touched, certainty }) => {
        return { ...words, findings, operations: touched.size, certainty };
      }),
      modelled: this.modelled,
      guesses: [...this.#guesses],
      leadNowhere: this.#hopeless.size,
    };
  }
}
