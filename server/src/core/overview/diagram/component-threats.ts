import { LEVELS } from '../../model/schema/common';
import type { Level, Model, ModelThreat, Where } from '../../model/types';
import { boundsOfMean, dreadScore, leftBy, levelIn, mergeDread, UNKNOWN_DREAD } from '../../risk';
import { isAnswerTo } from '../../simulation/written-threats';

/** Written threats to a component that answers leave open: how many, and the worst level by DREAD. */
export function threatsTo(model: Model, component: string): { readonly level: Level | null; readonly threats: number } {
  const open = model.threats.flatMap((threat) => {
    if (!threat.affects.some(({ where }) => isAtComponent(where, component))) return [];
    const answers = model.mitigations.filter((answer) => isAnswerTo(answer, threat.id));
    return leftBy(answers) < 1 ? [] : [levelOfThreat(model, threat)];
  });
  const [worst = null] = open.toSorted((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a));
  return { level: worst, threats: open.length };
}

/** The component, or what it serves. */
function isAtComponent(where: Where, component: string): boolean {
  if (where.kind === 'named') return where.id === component;
  return where.kind !== 'flow' && where.kind !== 'here' && where.api === component;
}

function levelOfThreat({ risk }: Model, { dread }: ModelThreat): Level {
  return levelIn(dreadScore(mergeDread(dread ?? [], UNKNOWN_DREAD)), boundsOfMean(risk.bands));
}
