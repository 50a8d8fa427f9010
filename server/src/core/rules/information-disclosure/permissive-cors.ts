import { asks, finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { isGuarded, openToEverySite } from '../facts/cross-origin';
import { adjust, type Change, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

/** Without cookies the page must already hold the credentials. */
const WITHOUT_COOKIES: Change = { add: [-2, -2, -2, -2, -1], reason: 'no cookies go along' };

export const permissiveCors: Rule = {
  id: 'permissive-cors',
  title: 'Pages of any site may read the answer',
  stride: ['information-disclosure', 'tampering', 'spoofing'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [942],
  asvs: ['3.4.2'],
  controls: ['origin-allow-list'],
  dread: [6, 7, 6, 6, 6],
  dreadReasons: [
    'A strange page reads what the visitor may read, and calls in their name.',
    'It works with every visitor who is logged in.',
    'A few lines of script on any page.',
    'Whoever opens the page.',
    'The header stands in the description and in every response.',
  ],
  impact: 'A page that a customer happens to open reads the customer’s data through the customer’s browser.',
  falsePositive: 'The answer is meant for every page, or the written value is only an example of one.',
  mend: 'List the origins that may read the answer as the header’s `enum`, and declare no credentials beside `*`.',
  stubs: {
    reduce: 'Answer only to origins on a list',
    transfer: 'Let the gateway decide which origins may read',
    avoid: 'Take the header out: then only pages of the same site read it',
    accept: 'The answer is for every page',
  },
  when: [
    served,
    finds(
      openToEverySite,
      ({ credentials }) => `A response is for pages of every site${credentials ? ', with the visitor’s cookies' : ''}.`,
      'No response is for pages of every site by its headers.',
      ({ at }) => at,
    ),
    asks(isGuarded, 'It is not for everyone.', 'Everyone may have it: it asks for no login and tells nothing.'),
  ],
  evidence(operation, api) {
    const open = openToEverySite(operation, api);
    if (open === null) return null;
    const how = open.credentials ? ' with the visitor’s cookies' : '';
    return shown({
      message: `${factsOf(operation).label} lets pages of any site read its answer${how}`,
      at: open.at,
      cause: `origins${how}`,
      causeMessage: (touched) => `${count(touched)} let pages of any site read their answers${how}`,
      dread: adjust(this.dread, operation, api, open.credentials ? null : WITHOUT_COOKIES),
    });
  },
};
