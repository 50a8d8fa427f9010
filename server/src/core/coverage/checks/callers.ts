import type { ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import type { ApiOfModel } from '../apis';
import { nameOf } from '../questions';
import { type CoverageCheck, type CoverageInput, operationsOf } from './input';

/** Operations that no actor calls, one question for each API of which some operation has a caller. */
export const callers: CoverageCheck = (input) => {
  const { model, apis, binding } = input;
  if (model.actors.every(({ calls }) => calls.length === 0)) return [];
  const called = model.actors.flatMap(({ calls }) => calls.map((place) => operationsOf(place, binding)));
  return apis
    .filter((api) => api.entry.at.uri === model.uri && !isReachedFreely(api, input))
    .flatMap((api) => problemOf(api, called));
};

/** An actor without `calls` may call all that its flows reach. */
function isReachedFreely({ id, entry }: ApiOfModel, { model: { actors, flows } }: CoverageInput): boolean {
  const free = new Set(actors.filter(({ calls }) => calls.length === 0).map((actor) => actor.id));
  return flows.some(({ hops }) => free.has(hops[0] ?? '') && hops.some((hop) => hop === id || hop === entry.id));
}

function problemOf(api: ApiOfModel, called: readonly ReadonlySet<Operation>[]): ModelProblem[] {
  const served = api.description.operations.filter(({ kind }) => kind === 'operation');
  const uncalled = served.filter((operation) => !called.some((operations) => operations.has(operation)));
  const [first] = uncalled;
  if (first === undefined || uncalled.length === served.length) return [];
  const more = uncalled.length > 1 ? ` and ${uncalled.length - 1} more` : '';
  const message = `No actor calls ${nameOf(first)}${more} of \`${api.id}\`: who does? Name ${uncalled.length > 1 ? 'them' : 'it'} under \`calls\`, or take away what nobody needs`;
  return [{ code: 'nobody-calls', message, severity: 'information', at: api.entry.at }];
}
