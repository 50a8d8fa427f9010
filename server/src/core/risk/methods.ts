import type { Case } from '../coverage/appraise';
import type { Level, RiskMethod, RiskSettings } from '../model/types';
import { memo } from '../text';
import { type Bounds, boundsOfMean, boundsOfProduct, levelIn } from './bands';
import { dreadFactors, dreadOf, dreadScore } from './dread';
import type { Factor } from './factor';
import { owaspInputs, owaspSides } from './owasp';
import { NINE } from './owasp-likelihood';
import { bandOf, OWASP_BOUNDS, owaspLevel, owaspScore } from './owasp-rating';
import { pastaFactors, pastaScore } from './pasta';
import { rounded } from './residual';

/** A figure of 0-10 and its level. */
export interface Rated {
  readonly score: number;
  readonly level: Level;
}

export interface Method {
  readonly name: RiskMethod;
  readonly title: string;
  bounds(settings: RiskSettings): Bounds;
  /** Rates a case; what comes out takes the share of the risk that answers leave, 1 for all of it. */
  rating(item: Case): (left: number) => Rated;
  /** The numbers that it starts from, those that count and those that stand beside them. */
  inputs(item: Case): { readonly factors: readonly Factor[]; readonly besides: readonly Factor[] };
  /** How the figure before any answer comes from the numbers, in words. */
  formula(item: Case): string;
  /** Likelihood and impact before any answer, as shares of their scales, 0-1. */
  sides(item: Case): Sides;
  /** The level of what has this likelihood and this impact. */
  levelAt(sides: Sides, settings: RiskSettings): Level;
}

export type Sides = readonly [likelihood: number, impact: number];

const meanBounds = memo(boundsOfMean);
const productBounds = memo(boundsOfProduct);

const dread: Method = {
  name: 'dread',
  title: 'DREAD',
  bounds: ({ bands }) => meanBounds(bands),
  rating(item) {
    const inherent = rounded(dreadScore(dreadOf(item)));
    const bounds = meanBounds(item.settings.bands);
    return (left) => rated(rounded(inherent * left), bounds);
  },
  inputs: (item) => ({ factors: dreadFactors(item), besides: [] }),
  formula(item) {
    const numbers = dreadOf(item);
    return `the mean of ${numbers.join(', ')} is ${rounded(dreadScore(numbers))}`;
  },
  sides(item) {
    const [damage, reproducibility, exploitability, affected, discoverability] = dreadOf(item);
    return [(reproducibility + exploitability + discoverability) / 30, (damage + affected) / 20];
  },
  // Three of the five factors are of likelihood.
  levelAt: ([likelihood, impact], { bands }) => levelIn(rounded(likelihood * 6 + impact * 4), meanBounds(bands)),
};

const owaspRating: Method = {
  name: 'owaspRating',
  title: 'OWASP Risk Rating',
  bounds: () => OWASP_BOUNDS,
  rating(item) {
    const { matrix } = item.settings;
    const [likelihood, impact] = owaspSides(owaspInputs(item));
    return (left) => ({
      score: owaspScore(likelihood * left, impact, matrix),
      level: owaspLevel(likelihood * left, impact, matrix),
    });
  },
  inputs(item) {
    const { likelihood, impact, besides } = owaspInputs(item);
    return { factors: [...likelihood, ...impact], besides };
  },
  formula(item) {
    const inputs = owaspInputs(item);
    const [likelihood, impact] = owaspSides(inputs);
    const isBusiness = inputs.impact.some(({ name }) => name === 'financial');
    const kind = isBusiness ? 'business impact' : inputs.impact.length > 1 ? 'technical impact' : 'impact';
    const level = owaspLevel(likelihood, impact, item.settings.matrix);
    return `likelihood ${inWords(likelihood)} and ${kind} ${inWords(impact)} make ${level}`;
  },
  sides(item) {
    const [likelihood, impact] = owaspSides(owaspInputs(item));
    return [likelihood / NINE, impact / NINE];
  },
  levelAt: ([likelihood, impact], { matrix }) => owaspLevel(likelihood * NINE, impact * NINE, matrix),
};

const pasta: Method = {
  name: 'pasta',
  title: 'PASTA-style',
  bounds: ({ bands }) => productBounds(bands),
  rating(item) {
    const [threat = 0, vulnerability = 0, impact = 0] = pastaFactors(item).map(({ value }) => value);
    const bounds = productBounds(item.settings.bands);
    return (left) => rated(rounded(pastaScore(threat, vulnerability, impact, 1 / left)), bounds);
  },
  inputs: (item) => ({ factors: pastaFactors(item), besides: [] }),
  formula(item) {
    const [threat = 0, vulnerability = 0, impact = 0] = pastaFactors(item).map(({ value }) => value);
    const score = rounded(pastaScore(threat, vulnerability, impact));
    return `probability ${threat} of an attack, times ${vulnerability} that it works, times impact ${impact}, is ${score}`;
  },
  sides(item) {
    const [threat = 0, vulnerability = 0, impact = 0] = pastaFactors(item).map(({ value }) => value);
    return [threat * vulnerability, impact / 10];
  },
  levelAt: ([likelihood, impact], { bands }) => levelIn(rounded(likelihood * impact * 10), productBounds(bands)),
};

/** In the order in which they are shown. */
export const METHODS: readonly Method[] = [dread, owaspRating, pasta];

const BY_NAME: Readonly<Record<RiskMethod, Method>> = { dread, owaspRating, pasta };

export function methodNamed(name: RiskMethod): Method {
  return BY_NAME[name];
}

export function methodTitle(name: RiskMethod): string {
  return BY_NAME[name].title;
}

function rated(score: number, bounds: Bounds): Rated {
  return { score, level: levelIn(score, bounds) };
}

function inWords(side: number): string {
  return `${rounded(side)} (${bandOf(side)})`;
}
