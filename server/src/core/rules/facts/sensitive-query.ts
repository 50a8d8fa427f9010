import type { Parameter } from '../../openapi/types';
import { anyOf, wordSet, words } from './words';

const PAGING = wordSet('page next prev previous continuation continue cursor sync list skip starting ending upload');
const SECRET = wordSet('password passwd pwd passphrase passcode secret pin ssn cvv cvc otp');
const NUMBER = wordSet('number card pan iban cvv cvc expiry');
const CONTACT = wordSet('email mail phone mobile msisdn birthday birthdate dob');
const TOKEN = wordSet('token key jwt');

/** A query parameter that holds a secret, or what no log should keep. */
export function isSensitiveQuery({ in: where, name, type, dataClass }: Parameter): boolean {
  if (where !== 'query' || type === 'boolean') return false;
  const list = words(name);
  const last = list.at(-1) ?? '';
  if (anyOf(list, PAGING)) return false;
  if (SECRET.has(last)) return true;
  if (dataClass === 'credentials') return TOKEN.has(last);
  if (dataClass === 'payment') return NUMBER.has(last);
  if (dataClass === 'personal') return CONTACT.has(last);
  return dataClass === 'government-id' || dataClass === 'health' || dataClass === 'special';
}
