import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet } from '../facts/words';
import type { Rule } from '../types';

const DEBUG = wordSet('debug debugger actuator heapdump threaddump phpinfo pprof trace_axd elmah');

export const debugOperation: Rule = {
  id: 'debug-operation',
  title: 'A tool for developers is part of the API',
  stride: ['information-disclosure', 'elevation-of-privilege'],
  owasp: ['API8:2023', 'API9:2023', 'API7:2019', 'API9:2019'],
  cwe: [489],
  capec: [121],
  asvs: ['13.4.2', '15.2.3'],
  controls: ['network-restriction', 'role-check'],
  dread: [7, 8, 7, 6, 7],
  dreadReasons: [
    'Such tools show memory, settings or every record.',
    'One request, every time.',
    'Any HTTP tool.',
    'The service, and everyone whose data it holds.',
    'Scanners try these addresses first.',
  ],
  impact: 'Outsiders see settings, secrets or all records through what was meant for the people who built it.',
  falsePositive: 'The word is the product’s own: the API sells debugging, or lists debug builds.',
  mend: 'Take the operation out of the description and out of production.',
  stubs: {
    reduce: 'Let only administrators on an internal network call it',
    transfer: 'Let the gateway block the path from outside',
    avoid: 'Remove the operation from production',
    accept: 'It shows nothing that is not public',
  },
  when: [
    served,
    asks(
      (operation) => operation.method === 'TRACE' || anyOf(factsOf(operation).pathWords, DEBUG),
      'Its method or path is that of a developer’s tool.',
      'Nothing in its path names a developer’s tool.',
    ),
  ],
  evidence(operation, api) {
    const { label } = factsOf(operation);
    const what =
      operation.method === 'TRACE'
        ? 'echoes requests, with their cookies and tokens'
        : 'is a developer’s tool that callers can reach';
    return shown({ message: `${label} ${what}`, at: operation.at, dread: adjust(this.dread, operation, api) });
  },
};
