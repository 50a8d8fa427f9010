import type { Operation } from '../openapi/types';
import type { Certainty } from '../rules/types';
import type { Place } from '../text/types';

/** A place where an attacker may stand, or something that an attacker may harm. */
export interface GraphNode {
  readonly id: string;
  /** `personal data`, `a login at store`. */
  readonly title: string;
}

/** A way from one node to another. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Edges with the same draw stand or fall together; empty for one that is certain. */
  readonly draw: string;
  /** 0-1. */
  readonly probability: number;
  /** What an attacker does, in plain words. */
  readonly text: string;
  /** What was guessed, as a sentence; empty where description or model say it. */
  readonly guess: string;
  /** The finding that it rests on, or null. */
  readonly finding: StepFinding | null;
  /** Measures that would make it less likely: of the graph's candidates, with the share of the probability that they leave. */
  readonly lowered: readonly Lowered[];
}

export interface StepFinding {
  readonly id: string;
  readonly rule: string;
  readonly api: string;
  readonly operation: Operation;
  /** Whether the description shows it or only fails to rule it out. */
  readonly certainty: Certainty;
  readonly at: Place;
}

export interface Lowered {
  readonly candidate: number;
  /** 0-1. */
  readonly left: number;
}

export type Harm = 'disclosed' | 'taken-over' | 'stopped';

/** Something whose loss hurts. */
export interface Asset {
  readonly node: number;
  readonly kind: 'data' | 'component';
  /** A class of data, or an id of the model. */
  readonly id: string;
  readonly title: string;
  readonly harm: Harm;
  /** 0-10. */
  readonly impact: number;
}

/** A measure that is planned, said to be missing, or that would answer what is open. */
export interface Candidate {
  /** The id of the model's entry; else the control's, with its API behind an `@` where there are several. */
  readonly id: string;
  readonly title: string;
  readonly source: 'planned' | 'missing' | 'possible';
  /** Empty where the entry names none. */
  readonly control: string;
  /** Where the model says it, or null. */
  readonly at: Place | null;
  /** Findings that it would answer, by their ids, and how many operations they touch. */
  readonly findings: ReadonlySet<string>;
  readonly operations: number;
  /** `silent` where no description shows any of them, and each is only not ruled out. */
  readonly certainty: Certainty;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** Where attackers stand before they begin. */
  readonly starts: readonly number[];
  readonly edges: readonly Edge[];
  readonly assets: readonly Asset[];
  readonly candidates: readonly Candidate[];
  /** Whether a model says something of what stands around the APIs. */
  readonly modelled: boolean;
  /** Every guess that the graph rests on, as sentences. */
  readonly guesses: readonly string[];
  /** Findings that open no way, for example those of repudiation. */
  readonly leadNowhere: number;
}

export interface SimulationOptions {
  /** Default 10 000. */
  readonly runs?: number;
  /** A whole number; the same seed gives the same result everywhere. Default 1. */
  readonly seed?: number;
}

export interface AssetResult extends Omit<Asset, 'node'> {
  /** Share of the runs in which it was harmed, and the standard error of that share. */
  readonly probability: number;
  readonly error: number;
  /** Probability times impact, 0-10. */
  readonly loss: number;
  /** The likeliest way to it rests on a guess. */
  readonly guessed: boolean;
}

export interface PathStep {
  readonly text: string;
  readonly probability: number;
  readonly guess: string;
  readonly finding: StepFinding | null;
}

export interface AttackPath {
  /** What is harmed in the end, as titles and as ids, the most valuable first. */
  readonly harms: readonly string[];
  readonly assets: readonly string[];
  /** That all steps work. */
  readonly probability: number;
  /** Probability times impact, of all that it harms. */
  readonly loss: number;
  readonly start: string;
  readonly steps: readonly PathStep[];
}

export interface MeasureResult extends Omit<Candidate, 'findings'> {
  readonly findings: number;
  /** Expected loss that it removes by itself, and the standard error of that. */
  readonly buys: number;
  readonly error: number;
}

/** One of the measures to take first, given those before it. */
export interface FirstMeasure {
  readonly id: string;
  readonly title: string;
  readonly source: Candidate['source'];
  /** What it removes when those before it are there. */
  readonly buys: number;
  /** The expected loss that remains then. */
  readonly left: number;
}

/** What came of simulated attacks. */
export interface Simulation {
  readonly runs: number;
  readonly seed: number;
  readonly modelled: boolean;
  readonly guesses: readonly string[];
  readonly leadNowhere: number;
  /** The sum over all assets, and its standard error. */
  readonly loss: number;
  readonly error: number;
  /** The greatest loss first. */
  readonly assets: readonly AssetResult[];
  readonly paths: readonly AttackPath[];
  /** The most valuable first. */
  readonly measures: readonly MeasureResult[];
  readonly first: readonly FirstMeasure[];
}
