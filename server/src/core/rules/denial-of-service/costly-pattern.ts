import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { costlyMatchOf } from '../facts/costly-match';
import { adjust, count, shown, silent } from '../facts/evidence';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const costlyPattern: Rule = {
  id: 'costly-pattern',
  title: 'A short text can keep its check busy for hours',
  stride: ['denial-of-service'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [1333],
  capec: [492],
  asvs: ['1.3.12'],
  controls: ['size-limit', 'linear-patterns', 'time-limit'],
  dread: [5, 8, 6, 6, 6],
  dreadReasons: [
    'One request occupies a processor; a few stop the service.',
    'The same text works every time.',
    'Public tools find such a text from the pattern.',
    'All who use the service at that time.',
    'The pattern stands in the description.',
  ],
  impact: 'Somebody sends thirty well-chosen characters, and the check of the input never ends.',
  falsePositive:
    'Patterns are matched by an engine that never goes back, such as RE2, or what looks like one is a simple wildcard.',
  mend: 'Write the pattern so that each text fits in one way only, and give the value a small `maxLength`; take a wildcard or a choice in place of a pattern from the caller.',
  stubs: {
    reduce: 'Match patterns with an engine that takes linear time, and bound the length first',
    transfer: 'Let the gateway check the input with a time limit',
    avoid: 'Replace the pattern by a format or a list',
    accept: 'The engine never goes back',
  },
  when: [
    served,
    finds(
      costlyMatchOf,
      ({ said }) => said,
      'It takes no pattern from the caller, and none of its own repeats a group that can be split in many ways.',
      ({ input }) => input.at,
    ),
  ],
  evidence(operation, api) {
    const match = costlyMatchOf(operation);
    if (match === null) return null;
    const { input, own, does, together } = match;
    return (own ? shown : silent)({
      message: `${factsOf(operation).label} ${does}`,
      at: input.at,
      part: input.part,
      cause: causeOf(input),
      causeMessage: (touched) => `${count(touched)} ${together}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
