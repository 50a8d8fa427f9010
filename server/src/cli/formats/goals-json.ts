import { flowInWords, type GoalFinding, type GoalFlow, type GoalReport, goalReports } from '../../core/index';
import { atFrom } from '../report/located';
import { pathFrom, pathOf } from '../report/paths';
import type { ToldStatus } from '../report/told-status';
import { jsonText } from './json-text';

/** The machine-readable goals; schemas/goals.schema.json describes it. */
export function goalsJson(told: ToldStatus): string {
  const goals = goalReports(told.analysis).map((report) => goalJson(report, told));
  return jsonText({ version: 1, goals, notChecked: told.notChecked });
}

function goalJson(report: GoalReport, told: ToldStatus) {
  const { goal, model, regulation, state, operations, findings, flows, questions } = report;
  return {
    goal: goal.id,
    title: goal.title,
    model: pathFrom(told.workingDirectory, pathOf(model.uri)),
    ...atFrom(told, goal.at),
    regulation: regulation?.name ?? goal.regulation,
    ...(regulation === null ? {} : { edition: regulation.edition }),
    property: goal.property,
    protects: goal.protects.map(({ text }) => text),
    state,
    operations,
    findings: findings.map((one) => findingJson(one, told)),
    flows: flows.map((one) => flowJson(one, told)),
    questions: questions.map(({ clause, state: answer, left, operations: all, by }) => ({
      id: clause.id,
      number: clause.number,
      topic: clause.topic,
      question: clause.question,
      state: answer,
      left,
      operations: all,
      by,
    })),
  };
}

function findingJson({ finding, api, weight, clause }: GoalFinding, told: ToldStatus) {
  return {
    weight,
    ...(clause === null ? {} : { number: clause.number }),
    rule: finding.rule,
    ...(finding.threat === null ? {} : { threat: finding.threat.id }),
    api: api.id,
    message: finding.message,
    fingerprint: finding.fingerprint,
    ...atFrom(told, finding.at),
  };
}

function flowJson(one: GoalFlow, told: ToldStatus) {
  const { weight, clause, flow } = one;
  const number = clause === null ? {} : { number: clause.number };
  return { weight, ...number, message: flowInWords(one), ...atFrom(told, flow.at) };
}
