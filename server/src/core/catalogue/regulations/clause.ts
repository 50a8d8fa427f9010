import type { StrideLetter } from '../types';

/** What an analysis can tell by itself where a regulation asks for it. */
export type Derivation =
  /** Something deletes what the operations handle. */
  | 'deletion'
  /** Flows or components name the data, so it is written down who receives it. */
  | 'recipients'
  /** No operation takes or returns a card's verification code or PIN. */
  | 'no-card-codes';

/** A question that an article, a requirement or a criterion asks of an API: our reading, in our own words. */
export interface Clause {
  /** Kebab-case; it stands in statements where a rule may stand. Regulations that ask the same share it, and its answer. */
  readonly id: string;
  /** As the regulation numbers it: `Art 17`, `4.2`, `164.312(b)`, `CC6.1`. */
  readonly number: string;
  /** What it is about, in a few words that stand inside a sentence. */
  readonly topic: string;
  readonly question: string;
  /** Categories whose questions, answered on every operation, answer it; what is found in them speaks against it. */
  readonly stride: readonly StrideLetter[];
  /** Controls of which one on every operation answers it. */
  readonly controls: readonly string[];
  /** Ids of rules whose findings speak against it, whatever their category. */
  readonly rules: readonly string[];
  /** Asked only of data of these classes; absent where of all. */
  readonly classes?: readonly string[];
  readonly derived?: Derivation;
}

/** A law or standard as far as an API's threat model can speak of it. */
export interface Regulation {
  /** As models write it: `GDPR`, `PCI DSS`. */
  readonly name: string;
  /** What its clauses are numbered after. */
  readonly edition: string;
  /** What else people write, in lower case letters and figures alone. */
  readonly also: readonly string[];
  /** Classes of data that it is about; empty where it is about everything. */
  readonly classes: readonly string[];
  readonly clauses: readonly Clause[];
}
