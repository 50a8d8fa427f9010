import type { Overview, WireLevel, WireSimulation } from '../protocol';

/** Everything that a report tells, in no format yet. The same data give the same report. */
export interface ReportData {
  /** Its files are named as people are to read them. */
  readonly overview: Overview;
  /** The same files as they are. */
  readonly uris: readonly string[];
  /** One for each of the overview's threats. */
  readonly details: readonly ThreatDetail[];
  /** What must stay true, in the order of the models. */
  readonly goals: readonly GoalLine[];
  /** Null where none was asked for. */
  readonly simulation: WireSimulation | null;
  readonly notChecked: readonly NotCheckedLine[];
  /** A day, or empty: then the report names none. */
  readonly date: string;
}

/** Why a threat is one, how bad it is, and what is done. Texts may hold what people wrote. */
export interface ThreatDetail {
  readonly message: string;
  /** What an answer lacks; empty where nothing. */
  readonly lacking: string;
  /** What can happen, and how the description could mend it, in our words with code between backticks; empty for what people wrote. */
  readonly impact: string;
  readonly mend: string;
  readonly methods: readonly MethodLine[];
  /** The numbers that the method which ranks starts from. */
  readonly factors: readonly FactorLine[];
  readonly answers: readonly { readonly id: string; readonly title: string }[];
  /** `API1:2023`, `CWE-639`. */
  readonly references: readonly string[];
}

/** How a goal stands. It is never a verdict on whether a law is obeyed. */
export interface GoalLine {
  readonly title: string;
  /** What it is held against, with the edition that we read; empty where no regulation that we know is behind it. */
  readonly regulation: string;
  readonly state: 'met' | 'at-risk' | 'broken';
  /** The state and what it comes from, in words. */
  readonly words: string;
  /** The questions of its regulation, with what became of them. */
  readonly questions: readonly string[];
  /** What is open against it. */
  readonly against: readonly string[];
  /** All of this as Markdown, with texts escaped. */
  readonly markdown: string;
}

export interface MethodLine {
  readonly title: string;
  readonly ranks: boolean;
  readonly level: WireLevel;
  /** 0-10. */
  readonly inherent: number;
  readonly residual: number;
  readonly formula: string;
}

export interface FactorLine {
  readonly name: string;
  readonly value: number;
  readonly maximum: number;
  readonly reason: string;
}

export interface NotCheckedLine {
  readonly file: string;
  readonly reason: string;
}
