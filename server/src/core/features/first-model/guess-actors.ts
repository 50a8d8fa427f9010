import type { NewEntry } from '../../model';
import { listed } from '../../model';
import type { Operation, Requirement } from '../../openapi/types';
import { adminSurfaceOf } from '../../rules/facts/access';
import { isOpen } from '../../rules/facts/operation-facts';
import { powerOf } from '../../rules/facts/privileged-functions';
import { counted } from '../counted';
import type { Ids } from './ids';
import { byApi, operationsOf, type SketchedActor, type SketchedApi, shortened, someOf } from './sketch';

type Chosen = readonly Operation[];

const KINDS: readonly (readonly [
  id: string,
  calls: (operation: Operation) => boolean,
  from: (all: Chosen) => string,
])[] = [
  ['visitor', isOpen, (all) => `${someOf(all, 'operation', 'ask')} for no login`],
  ['user', (one) => !isAdministrative(one) && asksFor(one, isPersonal), (all) => loginOf(all, isPersonal)],
  ['client', (one) => !isAdministrative(one) && asksFor(one, isProgram), (all) => loginOf(all, isProgram)],
  ['administrator', isAdministrative, (all) => `${someOf(all, 'operation', 'look')} like an administrator's`],
];

/** Who calls the APIs, by what their operations ask of callers. */
export function sketchActors(apis: readonly SketchedApi[], ids: Ids): SketchedActor[] {
  return KINDS.flatMap(([wanted, isCalled, reason]) => {
    const calls = byApi(apis, (api) => operationsOf(api).filter(isCalled));
    if (calls.size === 0) return [];
    const zone = [...calls.keys()].every(({ exposure }) => exposure === 'internal') ? 'intranet' : 'internet';
    return [{ id: ids.take(wanted), zone, from: reason([...calls.values()].flat()), calls }];
  });
}

/** The entries of `actors`. */
export function guessActors(actors: readonly SketchedActor[]): NewEntry[] {
  return actors.map(({ id, zone, from }) => ({ name: id, value: zone, comment: `guessed: ${from}` }));
}

/** On an administrative surface, or with power over others and a login. */
function isAdministrative(operation: Operation): boolean {
  return adminSurfaceOf(operation) !== '' || (!operation.security.anonymous && powerOf(operation) !== '');
}

function asksFor({ security }: Operation, suits: (all: readonly Requirement[]) => boolean): boolean {
  return security.alternatives.some((all) => all.length > 0 && suits(all));
}

/** Somebody logs in; a scheme that is not declared may be anything. */
function isPersonal(all: readonly Requirement[]): boolean {
  return !isProgram(all);
}

/** Nothing but keys, certificates and tokens that programs fetch for themselves. */
function isProgram(all: readonly Requirement[]): boolean {
  return all.every(({ definition }) => {
    if (definition === null) return false;
    const { type, flows } = definition;
    if (type === 'apiKey') return definition.in !== 'cookie';
    return type === 'mutualTLS' || (type === 'oauth2' && flows.length > 0 && flows.every(isForPrograms));
  });
}

function isForPrograms({ kind }: { readonly kind: string }): boolean {
  return kind === 'clientCredentials';
}

const MOST_SCHEMES = 3;

function loginOf(operations: Chosen, suits: (all: readonly Requirement[]) => boolean): string {
  const alternatives = operations.flatMap(({ security }) => security.alternatives).filter(suits);
  const schemes = [...new Set(alternatives.flat().map(({ scheme }) => shortened(scheme)))];
  const more = schemes.length - MOST_SCHEMES;
  const named = more > 0 ? [...schemes.slice(0, MOST_SCHEMES), `${more} more`] : schemes;
  return `${counted(operations.length, 'operation')} ${operations.length === 1 ? 'asks' : 'ask'} for the scheme ${listed(named)}`;
}
