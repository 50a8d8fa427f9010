import type { Operation, Property } from '../../openapi/types';
import { entryOf } from './access';
import { factsOf } from './operation-facts';
import { anyOf, singular, wordSet, words } from './words';

const NEVER = wordSet('password passwd pwd passphrase passcode pin cvv cvc cvv2 salt ssn');
const PAIRS = wordSet(
  'passwordhash passwordsalt cardnumber creditcard creditcardnumber privatekey clientsecret secretkey socialsecurity ' +
    'socialsecuritynumber accesstoken refreshtoken authtoken apikey',
);
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
  for (const payload of facts.results) {
    for (const property of payload.properties) {
      if (property.dataClass === null || property.writeOnly || property.type === 'boolean') continue;
      if (isExposed(property, issues) || (payload.isList && isOthersContact(property))) return property;
    }
  }
  return null;
}

function isExposed({ name, dataClass, type }: Property, issues: boolean): boolean {
  if (type === 'object' || type === 'array') return false;
  const list = words(name);
  const last = list.at(-1) ?? '';
  const joined = list.slice(-2).join('');
  if (NEVER.has(last) || joined === 'passwordhash' || joined === 'cardnumber') return true;
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
