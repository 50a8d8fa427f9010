import type { Operation } from '../../openapi/types';
import { entryOf } from './access';
import { type Input, inputsOf } from './inputs';
import { factsOf } from './operation-facts';
import { perObject } from './per-object';
import { wordSet } from './words';

/** NIST SP 800-63B: a password that people choose has at least 8 characters, and 64 and more are taken. */
export const LEAST = 8;
export const MOST = 64;

const PASSWORDS = wordSet(
  'password passwd pwd passphrase passwort kennwort contrasena senha wachtwoord motdepasse mdp newpassword userpassword ' +
    'passwordnew password1 passwordconfirmation confirmpassword repeatpassword',
);

interface ChosenPassword {
  readonly input: Input;
  /** What is wrong with the lengths, as the end of a sentence. */
  readonly why: string;
}

/** A password that the operation sets and whose declared lengths are too short; null where none is. */
export const shortPasswordOf: (operation: Operation) => ChosenPassword | null = perObject((operation) => {
  if (!setsPasswords(operation)) return null;
  for (const input of inputsOf(operation)) {
    const why = isPassword(input) ? weaknessOf(input) : '';
    if (why !== '') return { input, why };
  }
  return null;
});

/** It writes, and is no login: what it takes is stored. */
function setsPasswords(operation: Operation): boolean {
  const { writes, takes, idWords, lastWords } = factsOf(operation);
  if (operation.kind !== 'operation' || !writes || !takes.has('credentials') || entryOf(operation) === 'login')
    return false;
  return !ENTERING.has(idWords[0] ?? '') && !ENTERING.has(lastWords.join(''));
}

const ENTERING = wordSet('login signin logon authenticate session sessions token tokens auth');

function isPassword({ in: where, words: list, type }: Input): boolean {
  return where === 'body' && (type === 'string' || type === '') && PASSWORDS.has(list.join(''));
}

function weaknessOf({ bounds: { minLength, maxLength, hasEnum } }: Input): string {
  if (hasEnum) return '';
  if (minLength !== undefined && minLength < LEAST) return `may be shorter than ${LEAST} characters`;
  return maxLength !== undefined && maxLength < MOST ? `must be shorter than ${MOST} characters` : '';
}
