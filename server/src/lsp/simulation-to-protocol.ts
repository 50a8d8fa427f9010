import { locate, nameOf, type Place, type Simulation, type Workspace } from '../core';
import type { WireLocation, WireSimulation } from '../protocol';

/** A simulation with its places as locations. */
export function simulationToProtocol(
  simulation: Simulation,
  workspace: Workspace,
  clientUri: (uri: string) => string,
): WireSimulation {
  const locationOf = (place: Place | null): WireLocation | null => {
    const found = place === null ? null : locate(workspace, place);
    return found === null ? null : { uri: clientUri(found.uri), range: found.range };
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
        location: locationOf(finding?.at ?? null),
      })),
    })),
    measures: simulation.measures.map(({ at, ...measure }) => ({ ...measure, location: locationOf(at) })),
  };
}
