import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { isWholeList, listBecause } from '../facts/paging';
import type { Rule } from '../types';

export const unboundedList: Rule = {
  id: 'unbounded-list',
  title: 'A list comes whole, however long it grows',
  stride: ['denial-of-service', 'information-disclosure'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [770],
  capec: [130],
  asvs: ['15.1.3', '15.2.2'],
  controls: ['pagination', 'rate-limiting'],
  dread: [4, 7, 7, 6, 5],
  dreadReasons: [
    'The service becomes slow; nothing is lost.',
    'Every call does it.',
    'Any HTTP tool.',
    'All who use the service at that time.',
    'It shows once the list is long.',
  ],
  impact: 'A few calls keep the database busy, and one call copies the whole collection.',
  falsePositive: 'The list is short by nature, such as the countries or the items of one order.',
  mend: 'Add a page size with a `maximum` and a cursor, or `maxItems` to the list.',
  stubs: {
    reduce: 'Return the list in pages of bounded size',
    transfer: 'Let a cache answer for the list',
    avoid: 'Offer a search instead of the whole list',
    accept: 'The list is short and stays so',
  },
  when: [
    served,
    asks(
      isWholeList,
      'It returns a list, has no page, cursor or size to ask for, and no `maxItems` bounds it.',
      listBecause,
    ),
  ],
  evidence(operation, api) {
    return shown({
      message: `${factsOf(operation).label} returns a whole list: it has neither pages nor a bound`,
      at: operation.at,
      cause: 'lists',
      causeMessage: (touched) => `${count(touched)} return whole lists: they have neither pages nor a bound`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
