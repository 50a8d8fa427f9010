import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertMitigation } from '../model';
import type { Operation } from '../openapi/types';
import type { Strategy } from '../rules/types';
import { textOf } from '../text';
import type { Workspace } from '../workspace';
import { type AnswerContext, type PlaceOf, type Reach, reachesOf, reachOf, stubOf, targetsOf } from './answer-stub';
import { applyEdits } from './apply-edits';
import { spotFor } from './beside/spot';
import { mitigationBeside } from './beside/write-beside';
import type { Fix } from './diagnostic';
import { placedIn } from './fix-insertion';
import { editFiles } from './spec-fixes/spec-fixes-for';

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
  readonly placeOf?: PlaceOf;
  /** Among answers to other findings: another reach is offered for the first strategy alone. */
  readonly short?: boolean;
}

/** The four ways to answer a finding, in each model that covers its API, or in a new one; answers of another reach come last. */
export function strategyFixes(
  workspace: Workspace,
  api: ApiAnalysis,
  finding: Finding,
  { only, placeOf, short = false }: StrategyOptions,
): Fix[] {
  const ways = STRATEGIES.flatMap((strategy) =>
    targetsOf(workspace, api, placeOf).map((target) => {
      const context = { api, finding, strategy, target };
      const reaches = only === undefined ? reachesOf(context) : reachOf(context, only);
      const fixes = fixesIn(workspace, context, reaches);
      return { first: fixes.slice(0, 1), others: short && strategy !== 'reduce' ? [] : fixes.slice(1) };
    }),
  );
  return [...ways.flatMap(({ first }) => first), ...ways.flatMap(({ others }) => others)];
}

function fixesIn(workspace: Workspace, context: AnswerContext, reaches: readonly Reach[]): Fix[] {
  if (context.target.beside === true) return inDescription(workspace, context, reaches);
  return context.target.model === null ? inNewModel(context, reaches) : inModel(context, reaches);
}

function inModel(context: AnswerContext, reaches: readonly Reach[]): Fix[] {
  const { document } = context.target;
  return reaches.map((reach, index) => ({
    ...baseOf(context, reach, index),
    ...placedIn(document.uri, insertMitigation(document, stubOf(context, reach))),
  }));
}

function baseOf({ finding, strategy, target }: AnswerContext, { words }: Reach, index: number) {
  return {
    title: `${VERB[strategy]}: ${finding.title}${words}${target.file}`,
    kind: 'quickfix' as const,
    diagnostics: [finding.rule],
    strategy,
    preferred: strategy === 'reduce' && index === 0,
  };
}

function inDescription(workspace: Workspace, context: AnswerContext, reaches: readonly Reach[]): Fix[] {
  const { api, target } = context;
  return reaches.flatMap((reach, index): Fix[] => {
    const spot = spotFor(workspace, api, target.apiId, reach.reached);
    if (spot === null) return [];
    const made = editFiles(workspace, [mitigationBeside(spot, stubOf(context, reach))]);
    return [{ ...baseOf(context, reach, index), ...('refused' in made ? { ...made, edits: [] } : made.fix) }];
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
