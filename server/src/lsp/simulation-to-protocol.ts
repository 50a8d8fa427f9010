import { nameOf, type Place, rangeOf, type Simulation, type Workspace } from '../core';
import type { WireLocation, WireSimulation } from '../protocol';

type Locate = (place: Place | null) => WireLocation | null;

/** A simulation with its places as locations. */
export function simulationToProtocol(
  simulation: Simulation,
  workspace: Workspace,
  clientUri: (uri: string) => string,
): WireSimulation {
  const locate: Locate = (place) => {
    const document = place === null ? undefined : workspace.get(place.uri);
    const range = place === null || document === undefined ? null : rangeOf(document, place);
    return place === null || range === null ? null : { uri: clientUri(place.uri), range };
  };
  return {
    ...simulation,
    paths: simulation.paths.map((path) => ({
      ...path,
      steps: path.steps.map(({ text, probability, guess, finding }) => ({
        text,
        probability,
        guess,
        finding: finding?.id ?? '',
        certainty: finding?.certainty ?? null,
        operation: finding === null ? '' : nameOf(finding.operation),
        location: locate(finding?.at ?? null),
      })),
    })),
    measures: simulation.measures.map(({ at, ...measure }) => ({ ...measure, location: locate(at) })),
  };
}
