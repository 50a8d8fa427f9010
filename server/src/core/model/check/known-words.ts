/** Ids that a model may name besides its own. */
export interface KnownWords {
  readonly rules: ReadonlySet<string>;
  /** Ids of the questions that regulations ask; statements name them as they name rules. */
  readonly questions: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
  /** Parameters that rules take, as `rule.parameter`. */
  readonly parameters: ReadonlySet<string>;
  readonly catalogue: KnownCatalogue;
}

/** What public catalogues say of the names and numbers that a threat gives. */
export interface KnownCatalogue {
  /** Ids of the OWASP API Security Top 10, of both editions. */
  readonly owaspIds: ReadonlySet<string>;
  isTechnique(name: string): boolean;
  /** Every name that a technique goes by. */
  techniqueNames(): readonly string[];
  /** The weakness of this number as far as we have it. */
  weaknessOf(cwe: number): KnownWeakness | undefined;
  /** Whether the number is no weakness but a category, a view or a deprecated entry. */
  isUnmappable(cwe: number): boolean;
  /** Whether CWE has given the number to nothing. */
  isUnused(cwe: number): boolean;
}

export interface KnownWeakness {
  readonly title: string;
  readonly mapping: string;
  readonly better: readonly number[];
}
