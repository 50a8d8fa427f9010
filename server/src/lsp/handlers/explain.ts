import type { CancellationToken } from 'vscode-languageserver';
import { explainRule, inert, nameOf, operationNear, RULES, ruleById } from '../../core';
import {
  EXPLAIN,
  type ExplainParams,
  type Explanation,
  OPERATION_RULES,
  type OperationRules,
  type WirePlace,
} from '../../protocol';
import type { Context, Registration } from '../context';
import { explanationOf, ruleExplanationOf } from '../explanation';
import { findingByKey } from '../findings';
import { canonical } from '../uris';
import { given } from './request';

/** What a finding means, and why a rule finds something or does not, in words. */
export const registerExplain: Registration = (context) => {
  const { connection } = context;
  connection.onRequest(EXPLAIN, (params: ExplainParams, token: CancellationToken) =>
    given(context, token, () => explanationFor(context, params)),
  );
  connection.onRequest(OPERATION_RULES, (place: WirePlace, token: CancellationToken) =>
    given(context, token, () => rulesAt(context, place)),
  );
};

function explanationFor(context: Context, { finding, operation, rule, at }: ExplainParams): Explanation | null {
  const analysis = context.session.analysis();
  const found = finding === undefined ? undefined : findingByKey(analysis, finding);
  if (found) {
    const markdown = explanationOf(analysis, found.api, found.finding, operation);
    return { title: inert(found.finding.title), rule: found.finding.definition?.id ?? '', markdown };
  }
  const wanted = rule === undefined ? undefined : ruleById(rule);
  const place = at === undefined ? null : near(context, at);
  if (wanted === undefined || place === null) return null;
  const markdown = ruleExplanationOf(analysis, place.api, place.operation, wanted);
  return { title: inert(`${wanted.title} (${nameOf(place.operation)})`), rule: wanted.id, markdown };
}

function rulesAt(context: Context, at: WirePlace): OperationRules | null {
  const place = near(context, at);
  if (place === null) return null;
  const analysis = context.session.analysis();
  const rules = RULES.map((rule) => {
    const { fired, verdict } = explainRule(analysis, place.api, place.operation, rule);
    return { id: rule.id, title: rule.title, fired, verdict: inert(verdict) };
  });
  return {
    operation: inert(nameOf(place.operation)),
    rules: [...rules.filter(({ fired }) => fired), ...rules.filter(({ fired }) => !fired)],
  };
}

function near({ session }: Context, { uri, position }: WirePlace) {
  return operationNear(session.workspace, session.analysis(), canonical(uri), position);
}
