import { inert, locate, nameOf, type Place, type Simulation, type Workspace } from '../core';
import type { WireLocation, WireSimulation } from '../protocol';
import { withInert } from './with-inert';

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
    guesses: simulation.guesses.map(inert),
    assets: simulation.assets.map((asset) => withInert(asset, 'title')),
    first: simulation.first.map((measure) => withInert(measure, 'title')),
    paths: simulation.paths.map((path) => ({
      ...withInert(path, 'start'),
      harms: path.harms.map(inert),
      steps: path.steps.map(({ text, probability, guess, finding }) => ({
        text: inert(text),
        probability,
        guess: inert(guess),
        finding: finding?.id ?? '',
        certainty: finding?.certainty ?? null,
        operation: finding === null ? '' : inert(nameOf(finding.operation)),
        location: locationOf(finding?.at ?? null),
      })),
    })),
    measures: simulation.measures.map(({ at, ...measure }) => ({
      ...withInert(measure, 'title'),
      location: locationOf(at),
    })),
  };
}
