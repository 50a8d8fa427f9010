import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { traitsOf, versionOf } from '../facts/api-traits';
import { adjust, count, shown } from '../facts/evidence';
import { lastDayOf } from '../facts/last-day';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet } from '../facts/words';
import type { ApiFacts, Evidence, Rule } from '../types';

const OLD = wordSet('legacy obsolete deprecated old');

export const oldVersionServed: Rule = {
  id: 'old-version-served',
  title: 'An old version is still served',
  stride: ['information-disclosure', 'spoofing', 'elevation-of-privilege'],
  owasp: ['API9:2023', 'API9:2019'],
  cwe: [],
  controls: ['api-inventory'],
  dread: [4, 5, 4, 4, 5],
  dreadReasons: [
    'What was mended in the new version may still be open in the old one.',
    'It needs a weakness that only the old version has.',
    'Someone must find that weakness.',
    'Those whose data both versions reach.',
    'Old versions are easy to guess.',
  ],
  impact: 'An attacker takes the old door: same data, fewer checks, and nobody looks at it.',
  falsePositive: 'The old version gets the same fixes, and its last day is known.',
  mend: 'Take it out once its last day has passed; until then tell that day in a Sunset header.',
  stubs: {
    reduce: 'Give the old version the same checks, and a last day',
    transfer: 'Let the gateway answer for the old version',
    avoid: 'Remove the old version',
    accept: 'It stays until its last day',
  },
  when: [
    served,
    asks(
      (operation, api) =>
        isReplaced(api) ||
        newerOf(operation, api) > 0 ||
        operation.deprecated ||
        anyOf(factsOf(operation).pathWords, OLD),
      sayOld,
      'It is not marked as old, and no newer version of it stands beside it.',
    ),
    asks(
      (operation) => lastDayOf(operation) === null,
      'Nothing tells its last day.',
      'A Sunset header tells its last day.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const version = versionOf(operation);
    const newest = newerOf(operation, api);
    if (isReplaced(api)) return replaced(label, operation, api);
    if (version !== null && newest > 0) {
      const message = `${label} is served beside its version ${newest}`;
      const causeMessage = (touched: number) =>
        `${count(touched)} are still served in version ${version.number}, beside a newer one`;
      const dread = adjust(this.dread, operation, api);
      return shown({ message, at: operation.pathAt, cause: `version ${version.number}`, causeMessage, dread });
    }
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

function sayOld(operation: Operation, api: ApiFacts): string {
  if (isReplaced(api)) return `A description of its version ${api.newer} lies beside this one.`;
  const newest = newerOf(operation, api);
  return newest > 0 ? `It is served beside its version ${newest}.` : 'It is marked as old.';
}

/** The highest version of the same operation that is newer than this one, else 0. */
function newerOf(operation: Operation, { description }: ApiFacts): number {
  const version = versionOf(operation);
  const newest = version === null ? 0 : (traitsOf(description).newest.get(version.rest) ?? 0);
  return version !== null && newest > version.number ? newest : 0;
}

function isReplaced({ newer = 0 }: ApiFacts): boolean {
  return newer > 0;
}

/** The whole description is an old one: a newer one of the same API lies in the workspace. */
function replaced(label: string, operation: Operation, api: ApiFacts): Evidence {
  const newest = `its version ${api.newer}`;
  return shown({
    message: `${label} is described beside ${newest}`,
    at: api.description.at,
    cause: 'newer description',
    causeMessage: (touched) => `${count(touched)} of this version are described beside ${newest}: is it still served?`,
    dread: adjust(oldVersionServed.dread, operation, api),
  });
}
