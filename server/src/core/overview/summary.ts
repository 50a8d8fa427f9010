import type { OverviewLevel, OverviewStages, OverviewSummary } from '../../protocol';
import { LEVELS } from '../model/schema/common';
import type { Level } from '../model/types';
import { isOpen, methodTitle, type Stages } from '../risk';
import type { Scene } from './scene';

/** How much there is, and how bad: before any answer, now, and once the plans are carried out. */
export function summaryOf({ apis, own, threats }: Scene): OverviewSummary {
  const states = apis.flatMap(({ coverage }) => [...coverage.values()].flatMap((row) => Object.values(row)));
  const stages = threats.map((one) => one.stages);
  return {
    apis: own.length,
    operations: own.reduce((sum, { coverage }) => sum + coverage.size, 0),
    threats: threats.length,
    open: threats.filter(({ finding }) => isOpen(finding)).length,
    unanswered: states.filter((state) => state === 'unanswered').length,
    levels: LEVELS.toReversed().map((level) => levelOf(level, stages)),
    risk: eachStage((stage) => rounded(stages.reduce((sum, one) => sum + one[stage].rank, 0))),
    methods: [...new Set(threats.map(({ finding }) => methodTitle(finding.risk.method)))],
  };
}

function levelOf(level: Level, stages: readonly Stages[]): OverviewLevel {
  return { level, ...eachStage((stage) => stages.filter((one) => one[stage].level === level).length) };
}

function eachStage(count: (stage: keyof Stages) => number): OverviewStages {
  return { inherent: count('inherent'), residual: count('residual'), projected: count('projected') };
}

function rounded(sum: number): number {
  return Math.round(sum * 10) / 10;
}
