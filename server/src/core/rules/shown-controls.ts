import type { Operation, Requirement } from '../openapi/types';
import { asksForAdministrator, asksForRole } from './facts/access';
import { hostOf } from './facts/hosts';
import { inputsOf, isFree } from './facts/inputs';
import { handsOut, lifeInWords, shortLifeOf } from './facts/lifetimes';
import { factsOf } from './facts/operation-facts';
import { isWholeList, unboundedSize } from './facts/paging';
import { weaknessOf } from './facts/schemes';
import { no, type Show, type ShownControl, unknown, yes } from './facts/shown';
import { unboundedOf } from './facts/unbounded';
import { anyOf, wordSet, words } from './facts/words';
import { SHOWN_IN_DATA } from './shown-in-data';

export type { ShownControl } from './facts/shown';

const SIGNATURE = wordSet('signature hmac digest');
const TOKENS = wordSet('csrf xsrf');

const SHOWN: Readonly<Record<string, Show>> = {
  authentication: ({ security }) => {
    if (security.anonymous) return no('No login is asked for.', security.at);
    if (security.optional) return no('The login is optional.', security.at);
    return everyAlternative(security.alternatives, ({ definition }) => definition !== null)
      ? yes('Every caller logs in.', security.at)
      : unknown('A scheme that it asks for is not declared.');
  },
  'strong-authentication': (operation) => {
    const weak = operation.security.alternatives.flat().find((one) => weaknessOf(one) !== null);
    if (weak !== undefined) return no(`${weak.scheme} is weak.`, weaknessOf(weak)?.at ?? null);
    const life = shortLifeOf(operation);
    if (life !== null) return yes(`What it hands out lives for ${lifeInWords(life)}.`, life.property.at);
    return unknown(
      handsOut(operation)
        ? 'It hands out what logs in, and says nothing of how long that lives.'
        : 'A description does not say how long credentials live.',
    );
  },
  'role-check': (operation) =>
    asksForAdministrator(operation)
      ? yes('A scope of it is for administrators alone.', operation.security.at)
      : unknown('No scope of it names a role.'),
  'scope-check': (operation) => {
    const { alternatives, at } = operation.security;
    if (everyAlternative(alternatives, ({ scopes }) => scopes.length > 0)) return yes('It asks for scopes.', at);
    return asksForRole(operation)
      ? unknown('One of its alternatives asks for no scope.')
      : unknown('It asks for no scope.');
  },
  'ownership-check': (operation) =>
    factsOf(operation).own
      ? yes('It speaks of the caller alone.', operation.pathAt)
      : unknown('A description does not say whose objects a caller may reach.'),
  'rate-limiting': (operation) => {
    const told = operation.responses.find(({ status }) => status === '429');
    if (told !== undefined) return yes('It answers 429 to those who call too often.', told.at);
    const { limit } = operation.gateway ?? {};
    if (limit !== undefined) return yes('A gateway limits how often it is called.', limit);
    return factsOf(operation).limited
      ? yes('A header tells what is left of a quota.')
      : unknown('No 429 and no quota header is declared.');
  },
  pagination: (operation) => {
    if (isWholeList(operation)) return no('The list comes whole.', operation.at);
    const size = unboundedSize(operation);
    if (size !== null) return no(`${size.name} has no maximum.`, size.at);
    return factsOf(operation).results.some(({ isList }) => isList)
      ? yes('The list comes in bounded pages.')
      : unknown('It returns no list.');
  },
  'upload-limit': (operation) => {
    const refusal = operation.responses.find(({ status }) => status === '413');
    const size = operation.gateway?.size;
    if (size !== undefined) return yes('A gateway refuses what is too large.', size);
    return refusal === undefined
      ? unknown('No 413 is declared.')
      : yes('It answers 413 to what is too large.', refusal.at);
  },
  'size-limit': (operation) => {
    const size = operation.gateway?.size;
    if (size !== undefined) return yes('A gateway refuses what is too large.', size);
    const open = unboundedOf(operation);
    if (open !== null) return unknown(`Nothing bounds ${open.what}.`);
    const body = operation.request;
    return body === null || body.properties.length === 0
      ? unknown('It takes nothing whose size it describes.')
      : yes('Every text and every list in its body is bounded.', body.at);
  },
  'time-limit': ({ gateway, responses }) => {
    if (gateway?.time !== undefined) return yes('A gateway ends calls that take too long.', gateway.time);
    const told = responses.find(({ status }) => status === '408' || status === '504');
    return told === undefined
      ? unknown('Neither a time limit nor a 408 or 504 is declared.')
      : yes(`It answers ${told.status} to what takes too long.`, told.at);
  },
  'message-signature': (operation) => {
    const signature = operation.parameters.find(({ name }) => anyOf(words(name), SIGNATURE));
    return signature === undefined
      ? unknown('No signature is declared.')
      : yes('It carries a signature.', signature.at);
  },
  'csrf-protection': (operation) => {
    const token = operation.parameters.find(({ in: where, name }) => where === 'header' && anyOf(words(name), TOKENS));
    return token === undefined
      ? unknown('No token against requests from other sites is declared.')
      : yes('It takes a token that other sites cannot read.', token.at);
  },
  'transport-encryption': ({ servers }) => {
    const placed = servers.filter(({ url }) => hostOf(url) !== '');
    const plain = placed.find(({ url }) => !/^(https|wss):/i.test(url));
    if (plain !== undefined) return no(`${plain.url} is not encrypted.`, plain.at);
    return placed.length > 0 ? yes('Every server is encrypted.', placed[0]?.at) : unknown('No server is named.');
  },
  'input-validation': (operation) => {
    const open = inputsOf(operation).find((one) => one.in !== 'header' && isFree(one));
    return open === undefined
      ? yes('Every text that it takes is narrowed by a format, a pattern or a list.')
      : unknown(`${open.name} takes any text.`);
  },
  'transaction-receipt': (operation) => {
    const key = operation.parameters.find(({ name }) => words(name).includes('idempotency'));
    return key === undefined ? unknown('No idempotency key is declared.') : yes('It takes an idempotency key.', key.at);
  },
};

/** What the description shows of a known control on an operation; a control that no description can show is unknown. */
export function shownControl(control: string, operation: Operation): ShownControl {
  return (SHOWN[control] ?? SHOWN_IN_DATA[control])?.(operation) ?? unknown('A description cannot show it.');
}

/** Whether the description shows a control. What fails to be read shows nothing; the rule that reads the same says so. */
export function isShown(control: string, operation: Operation): boolean {
  try {
    return shownControl(control, operation).state === 'yes';
  } catch {
    return false;
  }
}

function everyAlternative(
  alternatives: readonly (readonly Requirement[])[],
  holds: (requirement: Requirement) => boolean,
): boolean {
  return alternatives.length > 0 && alternatives.every((all) => all.length > 0 && all.every(holds));
}
