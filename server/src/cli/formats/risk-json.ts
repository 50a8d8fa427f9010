import type { Assessment, RiskFactor } from '../../core/index';

/** The methods side by side, with where each number comes from; `definitions/methods` of the schemas describes it. */
export function assessmentJson({ methods, taken }: Assessment) {
  return {
    methods: methods.map(({ factors, besides, ...figures }) => ({
      ...figures,
      factors: factors.map(factorJson),
      ...(besides.length === 0 ? {} : { besides: besides.map(factorJson) }),
    })),
    ...(taken.length === 0 ? {} : { taken }),
  };
}

function factorJson({ name, value, maximum, reason, origin }: RiskFactor) {
  return { name, value, maximum, reason, origin };
}
