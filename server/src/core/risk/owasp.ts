import type { Case } from '../coverage/appraise';
import type { Level, OwaspWords } from '../model/types';
import { dreadFactors, isFounded } from './dread';
import { assumed, type Factor, meanOf, named } from './factor';
import { operationFacts } from './facts';
import { businessFactors, technicalFactors } from './owasp-impact';
import { agentFactors, NINE, vulnerabilityFactors } from './owasp-likelihood';
import { SCORE_OF_WORD } from './owasp-rating';

/** What the OWASP Risk Rating of a case starts from. */
export interface OwaspInputs {
  readonly likelihood: readonly Factor[];
  readonly impact: readonly Factor[];
  /** Worked out or given, and not counted: what counts instead is more certain. */
  readonly besides: readonly Factor[];
}

const NOTHING: OwaspWords = {
  likelihood: null,
  impact: null,
  agent: null,
  vulnerability: null,
  technical: null,
  business: null,
};
const MIDDLE = 4.5;

/** The sixteen factors: what people said over what is derived. A word for a side counts before its factors. */
export function owaspInputs(item: Case): OwaspInputs {
  const said = item.threat?.owaspRating ?? NOTHING;
  const { agent, vulnerability, technical, business } = derived(item);
  const likelihood = [...named(agent, said.agent), ...named(vulnerability, said.vulnerability)];
  const sides = [named(technical, said.technical), named(business, said.business)] as const;
  // The method takes the business impact where it is known. What we guess of it is not known.
  const isKnown = (said.business ?? []).some((number) => number !== null);
  const [impact, other] = isKnown ? [sides[1], sides[0]] : sides;
  return {
    likelihood: said.likelihood === null ? likelihood : [word('likelihood', said.likelihood)],
    impact: said.impact === null ? impact : [word('impact', said.impact)],
    besides: [...(said.likelihood === null ? [] : likelihood), ...(said.impact === null ? [] : impact), ...other],
  };
}

function derived(item: Case) {
  if (!isFounded(item)) {
    const middle = (...names: readonly string[]) => names.map((name) => assumed(name, MIDDLE, NINE));
    return {
      agent: middle('skill', 'motive', 'opportunity', 'size'),
      vulnerability: middle('discovery', 'exploit', 'awareness', 'detection'),
      technical: middle('confidentiality', 'integrity', 'availability', 'accountability'),
      business: middle('financial', 'reputation', 'compliance', 'privacy'),
    };
  }
  const facts = operationFacts(item);
  const dread = dreadFactors(item);
  return {
    agent: agentFactors(facts),
    vulnerability: vulnerabilityFactors(item, dread),
    technical: technicalFactors(item, facts, dread),
    business: businessFactors(item, facts),
  };
}

function word(name: string, level: Level): Factor {
  const reason = `The threat model says ${level}: the middle of that fifth of the scale.`;
  return { name, value: SCORE_OF_WORD[level], maximum: NINE, reason, origin: 'model' };
}

/** Likelihood and impact, 0-9 each, before any answer. */
export function owaspSides({ likelihood, impact }: OwaspInputs): readonly [likelihood: number, impact: number] {
  return [meanOf(likelihood), meanOf(impact)];
}
