import type { Operation } from '../../openapi/types';
import type { ApiFacts } from '../types';
import { administrativeScopeOf } from './administered';
import { traitsOf } from './api-traits';
import type { Change } from './evidence';
import { objectNoun } from './nouns';
import { isOwned, type ObjectReference } from './object-references';
import { factsOf } from './operation-facts';
import { isOwnHost } from './own-hosts';
import { isPublicView } from './public-views';
import { anyOf, singular, wordSet, words } from './words';

/** Why a reference is weak evidence: the check that may be missing is perhaps none that anybody needs. */
export interface Weakness extends Change {
  /** One word for each cause, since strong and weak evidence are two findings. */
  readonly kind: 'roles' | 'public' | 'answer' | 'filter';
  /** What follows after `takes a reference to an order`. */
  readonly but: string;
}

type Kind = Weakness['kind'];

const WEAKNESSES: Readonly<Record<Kind, Omit<Weakness, 'kind'>>> = {
  roles: {
    but: ' of the organisation that administrators share: nothing says which of them may reach it',
    add: [0, 0, -4, -2, 0],
    reason: 'it takes a right that only administrators of the same organisation have',
  },
  public: {
    but: ' that others may see: nothing says that all it shows is public',
    add: [-3, 0, -1, -2, 0],
    reason: 'what it shows may be meant for everyone',
  },
  answer: {
    but: ' for an answer without content: nothing says who may ask',
    add: [-3, 0, 0, 0, 0],
    reason: 'it only tells yes or no',
  },
  filter: {
    but: ' to narrow a list: nothing says that the list holds only what is the caller’s',
    add: [0, 0, -2, 0, -2],
    reason: 'it narrows a list that it returns without it, too',
  },
};

/** What weakens a reference as evidence; null where it is as strong as any. */
export function weaknessOf(operation: Operation, reference: ObjectReference, api: ApiFacts): Weakness | null {
  const kind = kindOf(operation, reference, api);
  return kind === null ? null : { kind, ...WEAKNESSES[kind] };
}

function kindOf(operation: Operation, reference: ObjectReference, api: ApiFacts): Kind | null {
  if (isFilter(operation, reference)) return 'filter';
  if (isAdministered(operation, reference)) return 'roles';
  if (factsOf(operation).writes) return null;
  if (answersOnly(operation)) return 'answer';
  return isPublicView(operation) || showsPublicPerson(operation, reference, api) ? 'public' : null;
}

/** The tenant is the host, or the object is itself a right: then roles decide who may reach what belongs to nobody in person. */
function isAdministered(operation: Operation, reference: ObjectReference): boolean {
  if (administrativeScopeOf(operation) === '') return false;
  return namesRight(operation, reference) || (isOwnHost(operation) && !namesPeople(operation, reference));
}

const RIGHTS = wordSet('role permission privilege binding');
const PEOPLE = wordSet(
  'user customer account owner member patient employee client subscriber driver student buyer seller merchant guest holder ' +
    'cardholder person profile',
);

/** A role, what stands below one, or the roles of something. */
function namesRight(operation: Operation, { part }: ObjectReference): boolean {
  if (RIGHTS.has(singular(factsOf(operation).lastWords.at(-1) ?? ''))) return true;
  return objectsUpTo(operation, part).some((object) => RIGHTS.has(lastWord(object)));
}

/** A person or what belongs to one, to be reached and not to be put down: even administrators may be limited to some. */
function namesPeople(operation: Operation, { part, object, owned }: ObjectReference): boolean {
  if (part.startsWith('body.')) return false;
  if (!part.startsWith('path.')) return owned;
  return isOwned(object) || objectsUpTo(operation, part).some((one) => PEOPLE.has(lastWord(one)));
}

/** What the path names up to the reference, as nouns: `harbour`, `boat`. */
function objectsUpTo(operation: Operation, part: string): readonly string[] {
  const { segments } = factsOf(operation);
  const parameter = `{${part.slice('path.'.length)}}`;
  const last = segments.findIndex((one) => one.includes(parameter));
  return segments.slice(0, last + 1).flatMap((one, at) => {
    const collection = segments[at - 1] ?? '{';
    return one.startsWith('{') && !collection.includes('{') ? [objectNoun(collection, one)] : [];
  });
}

function lastWord(object: string): string {
  return object.slice(object.lastIndexOf(' ') + 1);
}

const PRIVATE = wordSet('setting billing private received inbox draft secret credential session notification');

/** A part of a person of whom there is a view for everyone, without what people keep to themselves. */
function showsPublicPerson(operation: Operation, { cause }: ObjectReference, { description }: ApiFacts): boolean {
  if (!traitsOf(description).publicKinds.has(cause)) return false;
  const { returns, pathWords } = factsOf(operation);
  return [...returns].every((one) => one === 'personal') && !anyOf(pathWords, PRIVATE) && !pathWords.some(isOwned);
}

const CONTACTS = wordSet('email mail phone mobile msisdn username handle');

/** An optional value by which those are found of whom the list consists: `/members?email=`. */
function isFilter({ method, parameters, responses }: Operation, { part }: ObjectReference): boolean {
  const name = part.startsWith('query.') ? part.slice('query.'.length) : '';
  if (method !== 'GET' || !CONTACTS.has(words(name).join(''))) return false;
  if (parameters.some((one) => one.in === 'query' && one.name === name && one.required)) return false;
  return responses.some(
    ({ payload }) => payload?.isList === true && payload.properties.some((property) => property.name === name),
  );
}

/** Its only success has no content by definition: it tells whether something is so. */
function answersOnly({ method, responses }: Operation): boolean {
  if (method !== 'GET') return false;
  const good = responses.filter(({ status }) => status.startsWith('2'));
  return good.length > 0 && good.every(({ status, payload }) => status === '204' && payload === null);
}
