import type { WireLocation } from './messages';

/**
 * client -> server: simulated attacks on what the workspace shows, `SimulateParams` -> `WireSimulation`. It may take a second
 * or two; the server answers other requests meanwhile. With a `workDoneToken` it tells how far it is, and it can be cancelled.
 * Texts hold what people wrote in descriptions and models: they are plain text, no Markdown and no HTML.
 */
export const SIMULATE = 'stridewise/simulate';

export interface SimulateParams {
  /** 1 to 1 000 000; default 10 000. */
  readonly runs?: number;
  /** A whole number; the same seed gives the same result. Default 1. */
  readonly seed?: number;
  /** Only these descriptions; absent for all. */
  readonly uris?: readonly string[];
  readonly workDoneToken?: string | number;
}

export interface WireSimulation {
  readonly runs: number;
  readonly seed: number;
  /** Whether a model says what stands around the APIs. */
  readonly modelled: boolean;
  /** What was guessed, as sentences. */
  readonly guesses: readonly string[];
  /** Findings that open no way to anything. */
  readonly leadNowhere: number;
  /** The sum over all assets, and its standard error. */
  readonly loss: number;
  readonly error: number;
  /** The greatest loss first. */
  readonly assets: readonly WireAsset[];
  readonly paths: readonly WirePath[];
  /** The most valuable first. */
  readonly measures: readonly WireMeasure[];
  /** Up to three to take first, each given those before it. */
  readonly first: readonly WireFirstMeasure[];
}

export interface WireAsset {
  readonly kind: 'data' | 'component';
  readonly id: string;
  readonly title: string;
  readonly harm: 'disclosed' | 'taken-over' | 'stopped';
  /** 0-10. */
  readonly impact: number;
  /** 0-1, with its standard error. */
  readonly probability: number;
  readonly error: number;
  /** Probability times impact. */
  readonly loss: number;
  /** The likeliest way to it rests on a guess. */
  readonly guessed: boolean;
}

export interface WirePath {
  /** What is harmed in the end, as ids and as titles, the most valuable first. */
  readonly assets: readonly string[];
  readonly harms: readonly string[];
  readonly probability: number;
  /** Probability times impact, of all that it harms. */
  readonly loss: number;
  readonly start: string;
  readonly steps: readonly WireStep[];
}

export interface WireStep {
  readonly text: string;
  readonly probability: number;
  /** What was guessed; empty where nothing. */
  readonly guess: string;
  /** The key of the finding, or empty. */
  readonly finding: string;
  /** Whether the description shows it or only fails to rule it out; null where the step is no finding. */
  readonly certainty: 'shown' | 'silent' | null;
  /** The operation's name, or empty. */
  readonly operation: string;
  readonly location: WireLocation | null;
}

export interface WireMeasure {
  readonly id: string;
  readonly title: string;
  readonly source: 'planned' | 'missing' | 'possible';
  readonly control: string;
  readonly location: WireLocation | null;
  readonly findings: number;
  readonly operations: number;
  /** `silent` where each of them is only not ruled out. */
  readonly certainty: 'shown' | 'silent';
  /** Expected loss that it removes by itself, with its standard error. */
  readonly buys: number;
  readonly error: number;
}

export interface WireFirstMeasure {
  readonly id: string;
  readonly title: string;
  readonly source: 'planned' | 'missing' | 'possible';
  readonly buys: number;
  /** The expected loss that remains with it and those before it. */
  readonly left: number;
}
