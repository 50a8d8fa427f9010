import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { testServerOf } from '../facts/hosts';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const testServerListed: Rule = {
  id: 'test-server-listed',
  title: 'A test server stands beside the real one',
  stride: ['information-disclosure', 'spoofing'],
  owasp: ['API9:2023', 'API9:2019'],
  cwe: [],
  asvs: ['15.2.3'],
  controls: ['api-inventory', 'network-restriction'],
  dread: [4, 6, 5, 5, 7],
  dreadReasons: [
    'Test servers often hold copies of real data, and weaker checks.',
    'It works while the server is up.',
    'The address is in the description.',
    'Everyone whose data was copied there.',
    'The address is published.',
  ],
  impact: 'Attackers try the test server first: it runs unfinished code, often with copies of real data.',
  falsePositive: 'The test server holds invented data and is meant for everyone.',
  mend: 'List test servers in a description of their own that is not published.',
  stubs: {
    reduce: 'Close the test server to outsiders, and fill it with invented data',
    transfer: 'Let the platform keep test servers behind its login',
    avoid: 'Take the test server out of the description',
    accept: 'The test server is a sandbox for customers',
  },
  when: [
    served,
    finds(
      testServerOf,
      ({ url }) => `Its servers list ${url}, by its name a test server, beside another one.`,
      'No server by the name of a test server stands beside another one.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const server = testServerOf(operation);
    if (server === undefined) return null;
    return shown({
      message: `${factsOf(operation).label} is served by ${server.url} too, by its name a test server`,
      at: server.at,
      cause: `server ${server.url}`,
      causeMessage: (touched) =>
        `${server.url}, by its name a test server, serves ${count(touched)} beside the real one`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
