import type { Assessment, RiskFactor } from '../../core/index';

/** The methods side by side, with where each number comes from; `definitions/methods` of the schemas describes it. */
export function assessmentJson({ methods, taken }: Assessment) {
  return { methods: methods.map((one) => ({ ...figuresOf(one), ...originsOf(one) })), ...takenJson(taken) };
}

/** The same for one of many findings: where the numbers come from is said of the method that ranks. */
export function shortAssessmentJson({ methods, taken }: Assessment) {
  return {
    methods: methods.map((one) => (one.ranks ? { ...figuresOf(one), ...originsOf(one) } : figuresOf(one))),
    ...takenJson(taken),
  };
}

type Result = Assessment['methods'][number];

function figuresOf({ method, title, ranks, inherent, residual, projected, inherentLevel, level }: Result) {
  return { method, title, ranks, inherent, residual, projected, inherentLevel, level };
}

function originsOf({ formula, factors, besides }: Result) {
  return {
    formula,
    factors: factors.map(factorJson),
    ...(besides.length === 0 ? {} : { besides: besides.map(factorJson) }),
  };
}

function takenJson(taken: Assessment['taken']) {
  return taken.length === 0 ? {} : { taken };
}

function factorJson({ name, value, maximum, reason, origin }: RiskFactor) {
  return { name, value, maximum, reason, origin };
}
