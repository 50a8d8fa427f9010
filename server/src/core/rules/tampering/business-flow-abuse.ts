import { notLimited } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { traitsOf } from '../facts/api-traits';
import { adjust, count, shown, silent } from '../facts/evidence';
import { isBusinessFlow } from '../facts/flows';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const businessFlowAbuse: Rule = {
  id: 'business-flow-abuse',
  title: 'A machine can run the business process as often as it likes',
  stride: ['tampering', 'denial-of-service', 'repudiation'],
  owasp: ['API6:2023', 'API4:2019'],
  cwe: [841, 837, 799],
  asvs: ['2.1.3', '2.3.2', '2.4.1'],
  controls: ['bot-protection', 'rate-limiting'],
  dread: [6, 7, 5, 6, 5],
  dreadReasons: [
    'Stock, prices, votes or invitations are taken from real customers.',
    'A script repeats the steps.',
    'It takes a script and several accounts or addresses.',
    'All who wanted what the machine took.',
    'The steps are those of a normal customer.',
  ],
  impact: 'Bots buy up stock, book without paying, redeem every code or register thousands of accounts.',
  falsePositive: 'Doing it many times is allowed and paid for, or another layer tells people from machines.',
  mend: 'Declare a 429 response, and name the flow under `businessFlows` in the model.',
  stubs: {
    reduce: 'Limit how often one customer may do this',
    transfer: 'Let a bot management service tell people from machines',
    avoid: 'Draw lots or queue instead of first come, first served',
    accept: 'Automation is welcome here',
  },
  when: [
    served,
    asks(
      (operation, { businessFlow }) => businessFlow === true || isBusinessFlow(operation),
      (_, { businessFlow }) =>
        businessFlow === true
          ? 'The model says that it belongs to a business flow.'
          : 'It is worth automating: it buys, pays, votes, redeems or registers.',
      'It is no business flow by its name, and the model names it in none.',
    ),
    notLimited,
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const unlike = traitsOf(api.description).tellsLimits ? ', as others of this API are limited' : '';
    // Steps in an order are what a model's flow has; a name tells of one operation.
    const cwe = api.businessFlow === true ? {} : { cwe: [837, 799] };
    return (api.businessFlow === true || unlike !== '' ? shown : silent)({
      message: `${label} is worth automating, and nothing limits how often it runs${unlike}`,
      at: operation.at,
      cause: api.businessFlow === true ? '' : 'business flows',
      causeMessage: (touched) =>
        `${count(touched)} are worth automating, and nothing limits how often they run${unlike}`,
      ...cwe,
      dread: adjust(this.dread, operation, api),
    });
  },
};
