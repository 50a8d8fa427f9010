/** What a problem of a model means and what to do, with an example of what is told and of what is not. */
export interface ProblemDoc {
  readonly meaning: string;
  /** Lines of a model that are told; empty where it takes several files. */
  readonly wrong: string;
  readonly right: string;
}
