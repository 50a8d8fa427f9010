import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { catchAllOf } from '../facts/catch-all';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { ApiFacts, Evidence, Rule } from '../types';

export const undocumentedRoutes: Rule = {
  id: 'undocumented-routes',
  title: 'What is not described is served as well',
  stride: ['information-disclosure', 'spoofing', 'elevation-of-privilege'],
  owasp: ['API9:2023', 'API9:2019'],
  cwe: [912],
  asvs: ['15.2.3'],
  controls: ['api-inventory', 'network-restriction'],
  dread: [6, 6, 5, 6, 5],
  dreadReasons: [
    'Whatever lies behind is reached: tools, old versions, what nobody remembers.',
    'A route that answers once answers always.',
    'Names must be guessed or found in lists.',
    'The service, and everyone whose data lies behind it.',
    'The pattern is in the description, what lies behind it is not.',
  ],
  impact: 'Attackers try names until one answers that nobody described, reviewed or protected.',
  falsePositive: 'Everything behind the address is described elsewhere, or it only hands out files for everyone.',
  mend: 'Describe each route that is meant to be reached, and let the gateway refuse the others.',
  stubs: {
    reduce: 'List the routes that may be reached and refuse the others',
    transfer: 'Let the gateway pass on only what the description lists',
    avoid: 'Replace the pattern by the routes that are meant',
    accept: 'What lies behind is for everyone',
  },
  when: [
    served,
    asks(
      (operation, { description }) => catchAllOf(operation) !== '' || description.unlisted !== undefined,
      (operation) =>
        catchAllOf(operation) === ''
          ? 'The gateway passes on routes that the description does not list.'
          : `Its path ends in ${catchAllOf(operation)}, which stands for every route below.`,
      'Its path stands for one route, and no gateway is told to pass on others.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const { unlisted } = api.description;
    if (unlisted !== undefined && catchAllOf(operation) === '') return besides(unlisted, operation, api);
    return shown({
      message: `${label} passes on every route below, and no description says which there are`,
      at: operation.pathAt,
      cause: `routes ${operation.path}`,
      causeMessage: (touched) =>
        `${operation.path} passes on every route below (${touched} methods), and no description says which there are`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function besides(at: Place, operation: Operation, api: ApiFacts): Evidence {
  const rest = 'the gateway passes on routes that no description lists';
  return shown({
    message: `Beside ${factsOf(operation).label} ${rest}`,
    at,
    cause: 'unlisted routes',
    causeMessage: (touched) => `Beside ${count(touched)} ${rest}`,
    dread: adjust(undocumentedRoutes.dread, operation, api),
  });
}
