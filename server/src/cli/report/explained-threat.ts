import {
  type Analysis,
  type ApiAnalysis,
  type Assessment,
  assess,
  type Finding,
  type ModelThreat,
  type Operation,
  operationsNamed,
  type Risk,
} from '../../core/index';
import { type ExplainOptions, UsageError } from '../arguments';
import type { Loaded } from '../files/load';
import { analysisOf } from './analysed';
import { placeIn } from './explained';
import type { Standpoint } from './located';

/** A threat that people wrote, at one operation. */
export interface ExplainedThreat {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly operation: Operation;
  readonly risk: Risk;
  readonly assessment: Assessment;
}

export interface ThreatExplanations extends Standpoint {
  readonly threat: ModelThreat;
  /** The riskiest first; none where no operation stands behind what it affects. */
  readonly explained: readonly ExplainedThreat[];
  /** One operation was named, or there is no other. */
  readonly whole: boolean;
}

/** The written threats of this id; where several models have one, each. Throws a UsageError where it is not on a named operation. */
export function explainThreats(
  loaded: Loaded,
  options: ExplainOptions,
  workingDirectory: string,
): ThreatExplanations[] {
  const { workspace, selected } = loaded;
  const { rule: id, operation } = options;
  const analysis = analysisOf(workspace);
  const apis = analysis.apis.filter((api) => selected.has(api.description.uri));
  return threatsNamed(analysis, id).map((threat) => {
    const all = apis.flatMap((api) => explainedAt(api, threat));
    const explained = operation === null ? all : all.filter((one) => isNamed(one, operation));
    if (operation !== null && explained.length === 0) throw new UsageError(notThere(id, operation, all));
    explained.sort((first, second) => second.risk.rank - first.risk.rank);
    return { threat, workspace, workingDirectory, explained, whole: explained.length === 1 || operation !== null };
  });
}

function threatsNamed(analysis: Analysis, id: string): readonly ModelThreat[] {
  return [...new Set(analysis.models.flatMap(({ threats }) => threats.filter((threat) => threat.id === id)))];
}

function explainedAt(api: ApiAnalysis, threat: ModelThreat): ExplainedThreat[] {
  return api.findings
    .filter((finding) => finding.threat === threat)
    .flatMap((finding) =>
      finding.members.map(({ operation, appraisal: { risk, basis } }) => {
        return { api, finding, operation, risk, assessment: assess(basis) };
      }),
    );
}

function isNamed({ api, operation }: ExplainedThreat, wanted: string): boolean {
  return operationsNamed([operation], placeIn(api, wanted)).length > 0;
}

function notThere(id: string, wanted: string, all: readonly ExplainedThreat[]): string {
  const count = all.length === 1 ? 'one operation' : `${all.length} operations`;
  return `The threat "${id}" is not on "${wanted}". Without an operation, explain tells ${all.length === 0 ? 'what is known of it' : `of the ${count} where it is`}.`;
}
