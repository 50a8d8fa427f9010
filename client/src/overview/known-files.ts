import type { Overview, WireLocation, WireSimulation } from '../../../server/src/protocol';

/** The files that a page has heard of: it can open no others. */
export function knownFiles(overview: Overview | null, simulation: WireSimulation | null): ReadonlySet<string> {
  const steps = simulation?.paths.flatMap((path) => path.steps) ?? [];
  const places = [...steps, ...(simulation?.measures ?? [])].map(({ location }) => location);
  const named = places.filter((place): place is WireLocation => place !== null).map(({ uri }) => uri);
  return new Set([...(overview?.files ?? []), ...named]);
}
