import type { Place } from '../../core/index';
import { atFrom } from '../report/located';
import type { ToldSimulation } from '../report/simulated';
import { jsonText } from './json-text';

/** The machine-readable simulation; schemas/simulation.schema.json describes it. */
export function simulationJson(told: ToldSimulation): string {
  const { simulation, apis, notChecked } = told;
  const { assets, paths, measures, first, ...rest } = simulation;
  const at = (place: Place | null) => atFrom(told, place);
  const result = {
    version: 1,
    apis,
    ...rest,
    assets,
    paths: paths.map((path) => ({
      ...path,
      steps: path.steps.map(({ text, probability, guess, finding }) => ({
        text,
        probability,
        ...(guess === '' ? {} : { guess }),
        ...(finding === null ? {} : stepFinding(finding)),
        ...at(finding?.at ?? null),
      })),
    })),
    measures: measures.map(({ at: place, ...measure }) => ({ ...measure, ...at(place) })),
    first,
    notChecked,
  };
  return jsonText(result);
}

type Finding = NonNullable<ToldSimulation['simulation']['paths'][number]['steps'][number]['finding']>;

function stepFinding({ id, rule, api, operation, certainty }: Finding) {
  return { fingerprint: id, rule, certainty, api, method: operation.method, path: operation.path };
}
