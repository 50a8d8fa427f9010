/**
 * client -> server: the report of the workspace as a page, `ReportParams` -> `ReportPage`. It simulates attacks, which may take a second
 * or two; with a `workDoneToken` it tells how far that is, and it can be cancelled.
 */
export const REPORT = 'stridewise/report';

export interface ReportParams {
  /** Only these descriptions; absent for all. */
  readonly uris?: readonly string[];
  readonly workDoneToken?: string | number;
}

export interface ReportPage {
  readonly title: string;
  /** Text from files is escaped; places are links to their lines. */
  readonly markdown: string;
}
