import type { Case } from '../coverage/appraise';
import type { Level, RiskMethod } from '../model/types';
import { memo } from '../text';
import { ratedBy } from './appraise';
import type { Factor } from './factor';
import { METHODS, type Method } from './methods';
import { effectOf, effectPlanned, leftBy } from './residual';

/** What one method makes of a case, with everything that it rests on. */
export interface MethodResult {
  readonly method: RiskMethod;
  readonly title: string;
  /** Whether it is the one that the model ranks by. */
  readonly ranks: boolean;
  /** 0-10, before any answer; after those that are done; after those that are planned, too. */
  readonly inherent: number;
  readonly residual: number;
  readonly projected: number;
  /** The levels before any answer, and after those that are done. */
  readonly inherentLevel: Level;
  readonly level: Level;
  /** How the figure before any answer comes from the factors, in words. */
  readonly formula: string;
  readonly factors: readonly Factor[];
  /** Factors that are known and not counted, since what counts instead is more certain. */
  readonly besides: readonly Factor[];
}

/** What an answer takes away: a share of 0-0.95. */
export interface Taken {
  readonly id: string;
  readonly share: number;
}

export interface Assessment {
  /** All three, in a fixed order. */
  readonly methods: readonly MethodResult[];
  readonly taken: readonly Taken[];
  /** The level that the model sets for the method that ranks, before any answer; null where it sets none. */
  readonly level: Level | null;
}

/** All methods side by side. Worked out when somebody looks, and remembered while the case lasts. */
export const assess: (item: Case) => Assessment = memo((item) => ({
  methods: METHODS.map((method) => resultOf(method, item)),
  taken: item.answers.flatMap((answer) => {
    const share = effectOf(answer);
    return share === 0 ? [] : [{ id: answer.id, share }];
  }),
  level: item.level,
}));

function resultOf(method: Method, item: Case): MethodResult {
  const { settings, answers } = item;
  const ranks = method.name === settings.method;
  const level = ranks ? item.level : null;
  const { inherent, residual } = ratedBy(method, item, level);
  const planned = leftBy(answers, effectPlanned);
  return {
    method: method.name,
    title: method.title,
    ranks,
    inherent: inherent.score,
    residual: residual.score,
    projected: ratedBy(method, item, level, planned).residual.score,
    inherentLevel: inherent.level,
    level: residual.level,
    // Words and reasons are put together for those who read them: a list of findings shows the figures alone.
    get formula() {
      return method.formula(item);
    },
    get factors() {
      return method.inputs(item).factors;
    },
    get besides() {
      return method.inputs(item).besides;
    },
  };
}
