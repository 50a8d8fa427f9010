import type { Operation } from '../../openapi/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { versionOf } from '../facts/api-traits';
import { adjust, count, shown } from '../facts/evidence';
import { lastDayOf } from '../facts/last-day';
import { isMarkedOld, isReplaced, newerOf } from '../facts/old-versions';
import { factsOf } from '../facts/operation-facts';
import type { ApiFacts, Rule } from '../types';

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
  mend: 'Take it out once its last day has passed; until then tell that day in a Sunset header, or as `x-sunset`.',
  stubs: {
    reduce: 'Give the old version the same checks, and a last day',
    transfer: 'Let the gateway answer for the old version',
    avoid: 'Remove the old version',
    accept: 'It stays until its last day',
  },
  when: [
    served,
    asks(
      (operation, api) => isReplaced(api) || newerOf(operation, api) > 0 || isMarkedOld(operation),
      sayOld,
      'It is not marked as old, and no newer version of it stands beside it.',
    ),
    asks(
      (operation) => lastDayOf(operation) === null,
      'Nothing tells its last day.',
      'A Sunset header or `x-sunset` tells its last day.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const dread = adjust(this.dread, operation, api);
    const [version, newest] = [versionOf(operation), newerOf(operation, api)];
    if (isReplaced(api)) {
      const message = `${label} is described beside its version ${api.newer}`;
      const causeMessage = (touched: number) =>
        `${count(touched)} of this version are described beside its version ${api.newer}: is it still served?`;
      return shown({ message, at: api.description.at, cause: 'newer description', causeMessage, dread });
    }
    if (version !== null && newest > 0) {
      const message = `${label} is served beside its version ${newest}`;
      const causeMessage = (touched: number) =>
        `${count(touched)} are still served in version ${version.number}, beside a newer one`;
      return shown({ message, at: operation.pathAt, cause: `version ${version.number}`, causeMessage, dread });
    }
    const causeMessage = (touched: number) => `${count(touched)} are marked as old and still served`;
    const message = `${label} is marked as old and still served`;
    return shown({ message, at: operation.at, cause: 'deprecated', causeMessage, dread });
  },
};

function sayOld(operation: Operation, api: ApiFacts): string {
  if (isReplaced(api)) return `A description of its version ${api.newer} lies beside this one.`;
  const newest = newerOf(operation, api);
  return newest > 0 ? `It is served beside its version ${newest}.` : 'It is marked as old.';
}
