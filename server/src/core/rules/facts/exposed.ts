import type { Operation, Property } from '../../openapi/types';
import { memo } from '../../text/memo';
import { entryOf } from './access';
import { factsOf } from './operation-facts';
import { anyOf, singular, wordSet, words } from './words';

const NEVER = wordSet(
  'password passwd pwd passphrase passcode pin cvv cvc cvv2 salt ssn passwort kennwort contrasena senha wachtwoord mdp',
);
const FOREIGN = wordSet('motdepasse motpasse palavrapasse palavradepasse parolachiave claveacceso');
/** `resetPassword`, `password_policy`: about a secret, but none. */
const ABOUT = wordSet('reset forgot change expire expires has policy last updated link url');
const SECRETS = wordSet('privatekey clientsecret secretkey accesstoken refreshtoken authtoken apikey');
const PAIRS: ReadonlySet<string> = new Set([
  ...SECRETS,
  ...wordSet('passwordhash passwordsalt cardnumber creditcard creditcardnumber socialsecurity socialsecuritynumber'),
]);
const ISSUING = wordSet(
  'token key secret credential password login auth signin session oauth connect certificate webhook client',
);

/** The first returned property that hardly any caller should see: a password, a hash, a card's number, a secret. */
export function exposedProperty(operation: Operation): Property | null {
  const facts = factsOf(operation);
  if (facts.returns.size === 0) return null;
  // Whoever logs in or makes a key must be told the token once.
  const issues =
    entryOf(operation) !== 'none' || anyOf(facts.pathWords, ISSUING) || anyOf(facts.idWords.map(singular), ISSUING);
  for (const { properties, isList } of facts.results) {
    const found = candidatesOf(properties).find(
      (one) =>
        (isExposed(one, issues) && !(!issues && isSecretOf(operation, one) && makesSomething(operation))) ||
        (isList && isOthersContact(one)),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** The first password, hash, card number, official number or secret among properties that somebody else gets. */
export function secretIn(properties: readonly Property[]): Property | null {
  return candidatesOf(properties).find((one) => isExposed(one, false)) ?? null;
}

const MAKING = wordSet(
  'create make generate regenerate issue reissue rotate renew mint provision register rotation exchange',
);

/** It makes something new, by its name or because it adds to a collection. */
function makesSomething(operation: Operation): boolean {
  const { lastWords, idWords, segments, writes } = factsOf(operation);
  if (!writes || operation.method === 'DELETE') return false;
  if (anyOf(idWords.map(singular), MAKING) || anyOf(lastWords.map(singular), MAKING)) return true;
  const last = segments.at(-1) ?? '';
  const adds = operation.method === 'POST' && !last.includes('{') && lastWords.some((word) => singular(word) !== word);
  return adds && operation.responses.some(({ status }) => status === '201');
}

/** A secret that the caller did not send: whoever makes it is told it once, and it belongs to nobody else yet. */
function isSecretOf({ request }: Operation, { name }: Property): boolean {
  const list = words(name);
  const joined = list.slice(-2).join('');
  const secret = list.at(-1) === 'secret' || SECRETS.has(joined) || SECRETS.has(list.join(''));
  return secret && !(request?.properties ?? []).some((one) => one.name === name);
}

/** Payloads that share a schema share its list of properties, so this is derived once for all of them. */
const candidatesOf: (properties: readonly Property[]) => readonly Property[] = memo((properties) =>
  properties.filter((one) => one.dataClass !== null && !one.writeOnly && one.type !== 'boolean'),
);

function isExposed({ name, dataClass, type }: Property, issues: boolean): boolean {
  if (type === 'object' || type === 'array') return false;
  const list = words(name);
  const last = list.at(-1) ?? '';
  const joined = list.slice(-2).join('');
  if (anyOf(list, ABOUT)) return false;
  if (NEVER.has(last) || FOREIGN.has(list.join('')) || joined === 'passwordhash' || joined === 'cardnumber')
    return true;
  if (issues) return false;
  return last === 'secret' || PAIRS.has(joined) || PAIRS.has(list.join('')) || dataClass === 'government-id';
}

const OTHERS = wordSet('author owner creator seller driver reviewer commenter poster sender buyer participant');
const CONTACT = wordSet('email mail phone mobile address birthday birthdate ssn latitude longitude');

/** How to reach the person behind an entry of a list: `posts.author.email`. */
function isOthersContact({ path, name, dataClass, type }: Property): boolean {
  if (type !== 'string' || (dataClass !== 'personal' && dataClass !== 'location')) return false;
  return OTHERS.has(path.split('.').at(-2) ?? '') && CONTACT.has(words(name).at(-1) ?? '');
}
