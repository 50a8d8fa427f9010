import type { Operation } from '../../openapi/types';
import { changes } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { causeOf, inputsOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import { wordSet } from '../facts/words';
import type { Rule } from '../types';

const DEEDS = wordSet(
  'created updated modified changed approved performed signed authorized authorised issued deleted submitted executed entered edited verified confirmed',
);
const WHO = wordSet('by user userid id name username email');

export const forgeableAuthor: Rule = {
  id: 'forgeable-author',
  title: 'The caller says who did it',
  stride: ['repudiation', 'tampering'],
  owasp: ['API3:2023', 'API6:2019', 'API10:2019'],
  cwe: [348],
  asvs: ['15.3.3', '16.2.1'],
  controls: ['property-allow-list', 'audit-log'],
  dread: [5, 8, 8, 5, 6],
  dreadReasons: [
    'Records name the wrong person.',
    'Another value in the request is enough.',
    'Any HTTP tool, and an account of one’s own.',
    'Whoever is named, and whoever trusts the record.',
    'The property stands in the schema.',
  ],
  impact: 'Somebody approves or changes something in a colleague’s name, and the record proves it.',
  falsePositive: 'The server overwrites the property with the caller, or only a trusted service calls.',
  mend: 'Mark the property `readOnly`, or leave it out of the request.',
  stubs: {
    reduce: 'Set the author from the token, whatever the request says',
    transfer: 'Let the audit service take the author from the gateway',
    avoid: 'Leave the property out of the request',
    accept: 'The property is a label and proves nothing',
  },
  when: [
    served,
    changes,
    finds(
      authorOf,
      ({ name }) => `It takes ${name}, by which a request says who did it.`,
      'It takes no property that says who did it.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const input = authorOf(operation);
    if (input === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} lets the caller set ${input.name}: who did it`,
      at: input.at,
      part: input.part,
      cause: input.schema === null ? '' : causeOf(input),
      causeMessage: (touched) => `${count(touched)} let the caller set ${input.name} of ${input.schema}: who did it`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** `createdBy`, `approved_by_id`: a deed and its doer. */
function authorOf(operation: Operation) {
  return inputsOf(operation).find(({ in: where, depth, words: list, type }) => {
    if (where !== 'body' || depth > 1 || type === 'boolean' || !DEEDS.has(list[0] ?? '') || list[1] !== 'by')
      return false;
    return list.slice(1).every((word) => WHO.has(word));
  });
}
