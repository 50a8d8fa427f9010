import type { Operation } from '../../openapi/types';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown, silent } from '../facts/evidence';
import { exposedProperty } from '../facts/exposed';
import { openAnswerOf } from '../facts/open-answers';
import { factsOf } from '../facts/operation-facts';
import type { ApiFacts, Evidence, Rule } from '../types';

export const excessiveDataExposure: Rule = {
  id: 'excessive-data-exposure',
  title: 'The answer carries more than the caller should see',
  stride: ['information-disclosure'],
  owasp: ['API3:2023', 'API3:2019'],
  cwe: [213, 201, 359],
  asvs: ['8.2.3', '14.2.6', '15.3.1'],
  controls: ['output-filtering'],
  dread: [6, 8, 7, 6, 6],
  dreadReasons: [
    'Passwords, card numbers and secrets open other doors.',
    'Every answer carries them.',
    'It takes a look at the answer.',
    'Everyone whose record can be read.',
    'The property stands in the schema.',
  ],
  impact: 'Secrets that no screen shows are in the answer, for everyone who looks at the traffic.',
  falsePositive: 'The value is masked, is shown once to its owner, or the name means something else.',
  mend: 'Give answers a schema of their own without the property, or mark it `writeOnly`.',
  stubs: {
    reduce: 'Return only the properties that the caller needs',
    transfer: 'Let the gateway strip the property from answers',
    avoid: 'Take the property out of the answer',
    accept: 'The caller is meant to have the value',
  },
  when: [
    served,
    finds(
      (operation) => exposedProperty(operation) ?? openAnswerOf(operation),
      (found) =>
        'path' in found
          ? `Its answer has ${found.path}, which hardly any caller should see.`
          : 'Its answer has protected data, and may have any property besides.',
      'Its answer has no secret and no contact data of others that we know of, and is not open where it has protected data.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const property = exposedProperty(operation);
    if (property === null) return open(operation, api);
    return shown({
      message: `${factsOf(operation).label} returns ${property.path}`,
      at: property.at,
      part: `response.${property.path}`,
      cwe: property.dataClass === 'personal' || property.dataClass === 'location' ? [359] : [213, 201],
      cause: property.schema === null ? '' : `schema ${property.schema} property.${property.name}`,
      causeMessage: (touched) => `${count(touched)} return ${property.name} of ${property.schema}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function open(operation: Operation, api: ApiFacts): Evidence | null {
  const answer = openAnswerOf(operation);
  if (answer === null) return null;
  const rest = 'protected data and whatever its record has besides: any property is allowed';
  return silent({
    message: `${factsOf(operation).label} answers with ${rest}`,
    at: answer.at,
    cause: 'open answers',
    cwe: [213],
    causeMessage: (touched) => `${count(touched)} answer with ${rest}`,
    dread: adjust(excessiveDataExposure.dread, operation, api),
  });
}
