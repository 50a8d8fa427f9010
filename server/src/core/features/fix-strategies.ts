import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertMitigation } from '../model';
import type { Operation } from '../openapi/types';
import type { Strategy } from '../rules/types';
import { textOf } from '../text';
import type { Workspace } from '../workspace';
import { type AnswerContext, type Reach, reachesOf, reachOf, stubOf, targetsOf } from './answer-stub';
import { applyEdits } from './apply-edits';
import type { Fix } from './diagnostic';
import { placedIn } from './fix-insertion';

const STRATEGIES: readonly Strategy[] = ['reduce', 'transfer', 'avoid', 'accept'];
const VERB: Readonly<Record<Strategy, string>> = {
  reduce: 'Mitigate',
  transfer: 'Transfer',
  avoid: 'Avoid',
  accept: 'Accept',
};

export interface StrategyOptions {
  /** Answers for this one of the finding's operations. */
  readonly only?: Operation;
  /** Among answers to other findings: another reach is offered for the first strategy alone. */
  readonly short?: boolean;
}

/** The four ways to answer a finding, in each model that covers its API, or in a new one; answers of another reach come last. */
export function strategyFixes(
  workspace: Workspace,
  api: ApiAnalysis,
  finding: Finding,
  { only, short = false }: StrategyOptions,
): Fix[] {
  const ways = STRATEGIES.flatMap((strategy) =>
    targetsOf(workspace, api).map((target) => {
      const context = { api, finding, strategy, target };
      const reaches = only === undefined ? reachesOf(context) : reachOf(context, only);
      const fixes = target.model === null ? inNewModel(context, reaches) : inModel(context, reaches);
      return { first: fixes.slice(0, 1), others: short && strategy !== 'reduce' ? [] : fixes.slice(1) };
    }),
  );
  return [...ways.flatMap(({ first }) => first), ...ways.flatMap(({ others }) => others)];
}

function inModel(context: AnswerContext, reaches: readonly Reach[]): Fix[] {
  const { finding, strategy, target } = context;
  return reaches.map((reach, index): Fix => {
    return {
      title: `${VERB[strategy]}: ${finding.title}${reach.words}${target.file}`,
      kind: 'quickfix',
      diagnostics: [finding.rule],
      ...placedIn(target.document.uri, insertMitigation(target.document, stubOf(context, reach))),
      strategy,
      preferred: strategy === 'reduce' && index === 0,
    };
  });
}

function inNewModel(context: AnswerContext, reaches: readonly Reach[]): Fix[] {
  const { document } = context.target;
  return inModel(context, reaches).map((fix) => {
    const edits = fix.edits.flatMap((edit) => edit.edits);
    const create = applyEdits(textOf(document), edits);
    return { ...fix, edits: [{ uri: document.uri, edits: [], create }] };
  });
}
