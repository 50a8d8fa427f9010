import { traitsOf, versionOf } from '../facts/api-traits';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet } from '../facts/words';
import type { Rule } from '../types';

const OLD = wordSet('legacy obsolete deprecated old');

export const oldVersionServed: Rule = {
  id: 'old-version-served',
  title: 'An old version is still served',
  stride: ['information-disclosure', 'spoofing', 'elevation-of-privilege'],
  owasp: ['API9:2023', 'API9:2019'],
  cwe: [],
  controls: ['api-inventory'],
  dread: [3, 3, 3, 3, 4],
  dreadReasons: [
    'What was mended in the new version may still be open in the old one.',
    'It needs a weakness that only the old version has.',
    'Someone must find that weakness.',
    'Those whose data both versions reach.',
    'Old versions are easy to guess.',
  ],
  impact: 'An attacker takes the old door: same data, fewer checks, and nobody looks at it.',
  falsePositive: 'The old version gets the same fixes, and its last day is known.',
  mend: 'Take it out once its last day has passed; until then answer with a Sunset header.',
  stubs: {
    reduce: 'Give the old version the same checks, and a last day',
    transfer: 'Let the gateway answer for the old version',
    avoid: 'Remove the old version',
    accept: 'It stays until its last day',
  },
  evidence(operation, api) {
    if (operation.kind !== 'operation') return null;
    const { label, pathWords } = factsOf(operation);
    const version = versionOf(operation);
    const newest = version === null ? 0 : (traitsOf(api.description).newest.get(version.rest) ?? 0);
    if (version !== null && newest > version.number) {
      const message = `${label} is served beside its version ${newest}`;
      const causeMessage = (touched: number) =>
        `${count(touched)} are still served in version ${version.number}, beside a newer one`;
      const dread = adjust(this.dread, operation, api);
      return shown({ message, at: operation.pathAt, cause: `version ${version.number}`, causeMessage, dread });
    }
    if (!operation.deprecated && !anyOf(pathWords, OLD)) return null;
    const causeMessage = (touched: number) => `${count(touched)} are marked as old and still served`;
    return shown({
      message: `${label} is marked as old and still served`,
      at: operation.at,
      cause: 'deprecated',
      causeMessage,
      dread: adjust(this.dread, operation, api),
    });
  },
};
