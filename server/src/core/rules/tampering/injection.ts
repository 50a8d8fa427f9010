import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, type Change, count, shown, silent } from '../facts/evidence';
import { type FreeForm, freeFormOf, type Interpreter } from '../facts/free-form';
import { causeOf } from '../facts/inputs';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

const READS: Readonly<Record<Interpreter, string>> = {
  database: 'a database may read it as part of a query',
  shell: 'a shell may run it',
  code: 'it may be evaluated as code',
  files: 'it may lead to any file',
  browser: 'a browser may run it as a script',
};

/** By what reads the text; queries that are no SQL are queries all the same. */
const WEAKNESSES: Readonly<Record<Interpreter, readonly number[]>> = {
  database: [89, 943],
  shell: [77],
  code: [77, 943],
  files: [22],
  browser: [79],
};

/** Where less speaks for it, it works less often and takes more trying. */
const DOUBTS: Readonly<Record<FreeForm['sign'], Change | null>> = {
  clear: null,
  hint: { add: [0, -1, -1, 0, 0], reason: 'that something interprets it is only likely' },
  faint: { add: [0, -3, -2, -1, -1], reason: 'that something interprets it is only possible' },
};

export const injection: Rule = {
  id: 'injection',
  title: 'Text from the caller may be run as a command',
  stride: ['tampering', 'elevation-of-privilege', 'information-disclosure'],
  owasp: ['API8:2019'],
  cwe: [89, 943, 77, 22, 79],
  capec: [63, 66, 126, 248, 676],
  asvs: ['1.2.4', '1.2.5', '1.3.7', '2.2.1', '5.3.2'],
  controls: ['input-validation'],
  dread: [9, 8, 6, 8, 5],
  dreadReasons: [
    'Injected text can read or change what the server can reach.',
    'Once it works, it works every time.',
    'Public tools try the usual texts.',
    'Everyone whose data lies behind the interpreter.',
    'The name of the input invites trying.',
  ],
  impact: 'An attacker reads other data, changes it, opens files or runs commands on the server.',
  falsePositive: 'The value is bound as a parameter, compared with a list or never reaches an interpreter.',
  mend: 'Narrow the value in the schema with `enum` or `pattern`.',
  stubs: {
    reduce: 'Check the value against a list and bind it as a parameter',
    transfer: 'Let a web application firewall drop known attacks',
    avoid: 'Offer named choices instead of free text',
    accept: 'The value never reaches an interpreter',
  },
  when: [
    served,
    finds(
      freeFormOf,
      ({ input, interpreter }) => `It takes any text as ${input.name}: ${READS[interpreter]}.`,
      'It takes no free text that an interpreter is likely to read.',
      ({ input }) => input.at,
    ),
  ],
  evidence(operation, api) {
    const found = freeFormOf(operation);
    if (found === null) return null;
    const { input, interpreter, sign } = found;
    return (sign === 'clear' ? shown : silent)({
      message: `${factsOf(operation).label} takes any text as ${input.name}: ${READS[interpreter]}`,
      at: input.at,
      part: input.part,
      cwe: WEAKNESSES[interpreter],
      cause: causeOf(input),
      causeMessage: (touched) => `${count(touched)} take any text as ${input.name}: ${READS[interpreter]}`,
      dread: adjust(this.dread, operation, api, DOUBTS[sign]),
    });
  },
};
