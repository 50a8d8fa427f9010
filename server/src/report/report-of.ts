import { type Analysis, assess, type Finding, type OverviewOptions, overviewWithThreats } from '../core';
import type { WireSimulation } from '../protocol';
import { goalsIn } from './goals-in';
import type { NotCheckedLine, ReportData, ThreatDetail } from './report-data';

export interface ReportOptions extends OverviewOptions {
  /** How people are to read the name of a file. */
  readonly nameOf: (uri: string) => string;
  readonly simulation?: WireSimulation | null;
  readonly notChecked?: readonly NotCheckedLine[];
  readonly date?: string;
}

/** What a report of an analysis tells. */
export function reportOf(analysis: Analysis, options: ReportOptions): ReportData {
  const { nameOf, simulation = null, notChecked = [], date = '' } = options;
  const { overview, threats } = overviewWithThreats(analysis, options);
  return {
    overview: { ...overview, files: overview.files.map(nameOf) },
    uris: overview.files,
    details: threats.map(({ finding }) => detailOf(finding)),
    goals: goalsIn(analysis, options.apis),
    simulation,
    notChecked,
    date,
  };
}

function detailOf(finding: Finding): ThreatDetail {
  const { message, lacking, definition, answers, owasp, cwe, basis } = finding;
  const methods = basis === null ? [] : assess(basis).methods;
  return {
    message,
    lacking,
    impact: definition?.impact ?? '',
    mend: definition?.mend ?? '',
    methods: methods.map(({ title, ranks, level, inherent, residual, formula }) => {
      return { title, ranks, level, inherent, residual, formula };
    }),
    factors: methods.filter(({ ranks }) => ranks).flatMap(({ factors }) => factors),
    answers: answers.map(({ id, title }) => ({ id, title })),
    references: [...owasp, ...cwe.map((number) => `CWE-${number}`)],
  };
}
