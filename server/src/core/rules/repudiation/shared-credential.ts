import type { Operation, Requirement } from '../../openapi/types';
import { changes } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const PERSONAL = wordSet('token session authorization jwt access bearer user cookie sid');

export const sharedCredential: Rule = {
  id: 'shared-credential',
  title: 'A key names an application, not a person',
  stride: ['repudiation', 'spoofing'],
  owasp: ['API2:2023', 'API10:2019'],
  cwe: [1390],
  asvs: ['13.2.1'],
  controls: ['per-user-credentials', 'audit-log'],
  dread: [4, 4, 3, 4, 2],
  dreadReasons: [
    'A change cannot be laid at one person’s door.',
    'It holds for every call with the key.',
    'Only holders of the key can use it.',
    'Those who share the key, and those whose data it reaches.',
    'Who shares the key is not seen from outside.',
  ],
  impact: 'Several people use one key, so each of them can say that somebody else made the change.',
  falsePositive: 'Every person has a key of their own, and the log names the person.',
  mend: 'Require a scheme that names the user, alone or together with the key.',
  stubs: {
    reduce: 'Give every person or client a key of their own',
    transfer: 'Let an identity provider issue tokens that name the user',
    avoid: 'Replace the key with tokens that name the user',
    accept: 'Knowing the application is enough',
  },
  when: [
    served,
    changes,
    finds(
      onlyKeyOf,
      ({ scheme }) => `Its callers prove themselves only by the key ${scheme}.`,
      'Some way to call it tells one person from another, or none is asked for.',
      ({ definition }) => definition?.at ?? null,
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const key = onlyKeyOf(operation);
    if (key?.definition == null) return null;
    return shown({
      message: `${label} knows its caller only by the key ${key.scheme}`,
      at: key.definition.at,
      cause: `scheme ${key.scheme}`,
      causeMessage: (touched) =>
        `${count(touched)} that change something know their caller only by the key ${key.scheme}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** The key that every alternative rests on, or undefined where some alternative asks for more. */
function onlyKeyOf({ security }: Operation): Requirement | undefined {
  const keys = security.alternatives.map((all) => (all.length > 0 && all.every(isKey) ? all[0] : undefined));
  return keys.includes(undefined) ? undefined : keys[0];
}

function isKey({ definition }: Requirement): boolean {
  if (definition?.type !== 'apiKey' || definition.in === 'cookie' || definition.byGateway) return false;
  return !anyOf(words(definition.parameterName ?? ''), PERSONAL);
}
