import type { Operation, Property } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';
import { factsOf } from './operation-facts';
import { anyOf, singular, wordSet, words } from './words';

const RIGHTS = wordSet(
  'role admin administrator superuser superadmin staff permission privilege rolle rol ruolo papel administrador amministratore',
);
const STATES = wordSet(
  'verified approved balance credit saldo solde guthaben kontostand verifiziert verificado verificato credito',
);
const ABOUT_RIGHTS = wordSet(
  'role admin permission privilege scope member membership collaborator team invitation invite grant policy access ' +
    'token key app application client assignment group share org organization project workspace service',
);
/** In a conversation, a role is who speaks. */
const TALK = wordSet('message chat conversation thread response completion');
const QUALIFIERS = wordSet(
  'is has user account the email phone kyc type id ids level flag my credit balance limit limite de del',
);

interface Named {
  readonly name: string;
  readonly type: string;
}

/** An owner, a role, a right, a verified mark, a balance or a price; not where setting it is what the operation is for. */
function isPrivileged(named: Named, operation: Operation): boolean {
  const list = words(named.name).map(singular);
  if (OWNERS.has(list.join(''))) return changesOwner(operation);
  if (isTerm(list, named.type)) return anyOf(factsOf(operation).pathWords.slice(-2), SOLD);
  if (!(anyOf(list, RIGHTS) || anyOf(list, STATES))) return false;
  // `admin_note` or `verified_at_url` is about a right, but is none.
  if (!list.every((word) => RIGHTS.has(word) || STATES.has(word) || QUALIFIERS.has(word))) return false;
  const { pathWords } = factsOf(operation);
  if (anyOf(list, STATES)) return named.type !== 'array' && !anyOf(pathWords, STATES);
  if (anyOf(pathWords, TALK)) return false;
  return named.type === 'boolean' || !anyOf(pathWords.slice(-2), ABOUT_RIGHTS) || isSelfService(operation);
}

const OWNERS = wordSet('owner ownerid owneruserid owneruuid owneremail ownedby');
const HANDING = wordSet('owner ownership transfer assign assignment assignee share');

/** Whose an object is changes along with the rest of it, where handing it on is not what the operation is for. */
function changesOwner(operation: Operation): boolean {
  const { segments, pathWords } = factsOf(operation);
  if (operation.method !== 'PUT' && operation.method !== 'PATCH') return false;
  return segments.at(-1)?.includes('{') === true && !anyOf(pathWords, HANDING);
}

const SOLD = wordSet('order booking cart basket purchase checkout reservation loan refund return');
const PRICES = wordSet(
  'price discount total preis rabatt prix remise precio descuento prezzo sconto preco desconto prijs korting',
);

/** What a seller decides of a sale: its price, and how far it is. */
function isTerm(list: readonly string[], type: string): boolean {
  const last = list.at(-1) ?? '';
  return type === 'string'
    ? last === 'status' || list[0] === 'status'
    : PRICES.has(last) && (type === 'number' || type === 'integer');
}

/** Registrations and own profiles: what people may do for themselves. */
function isSelfService(operation: Operation): boolean {
  const { own, lastWords } = factsOf(operation);
  return own || anyOf(lastWords, new Set(['register', 'registration', 'signup', 'profile']));
}

/** The first privilege that an operation answers with: may a request that does not list it send it all the same? */
export function returnedPrivilege(
  operation: Operation,
  where: (property: Property) => boolean = () => true,
): Property | undefined {
  const { results } = factsOf(operation);
  return results.flatMap((one) => one.properties).find((one) => where(one) && isPrivileged(one, operation));
}

/** The privileges that a request lists, at its top or one level below. */
export function privilegedInputs(operation: Operation): readonly Input[] {
  if (operation.kind !== 'operation') return [];
  return inputsOf(operation).filter((one) => one.in === 'body' && one.depth <= 2 && isPrivileged(one, operation));
}

/** The first of them, or null. */
export function privilegedInput(operation: Operation): Input | null {
  return privilegedInputs(operation)[0] ?? null;
}

/** `price`, `price and status`, `price, status and 2 more`. */
export function privilegesInWords(operation: Operation): string {
  const names = [...new Set(privilegedInputs(operation).map(({ name }) => name))];
  if (names.length < 3) return names.join(' and ');
  return names.length === 3
    ? `${names[0]}, ${names[1]} and ${names[2]}`
    : `${names[0]}, ${names[1]} and ${names.length - 2} more`;
}
