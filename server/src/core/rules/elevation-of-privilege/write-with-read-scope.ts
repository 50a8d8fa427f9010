import type { Operation } from '../../openapi/types';
import { changes } from '../conditions/access';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { asksToReadAlone } from '../facts/scope-words';
import type { ApiFacts, Evidence, Rule } from '../types';

export const writeWithReadScope: Rule = {
  id: 'write-with-read-scope',
  title: 'The right to read is enough to change',
  stride: ['elevation-of-privilege', 'tampering'],
  owasp: ['API5:2023', 'API5:2019'],
  cwe: [863],
  asvs: ['8.2.1', '10.3.2'],
  controls: ['scope-check', 'role-check'],
  dread: [7, 8, 6, 6, 6],
  dreadReasons: [
    'A token meant for looking changes data.',
    'One request with such a token.',
    'Any HTTP tool, and a token that many clients hold.',
    'Everyone whose data the operation changes.',
    'The scope stands beside the operation.',
  ],
  impact: 'Applications that were only allowed to look can change or delete data.',
  falsePositive: 'The operation changes nothing, or the scope’s name is older than its meaning.',
  mend: 'Require a scope of its own for changes.',
  stubs: {
    reduce: 'Require a scope for writing',
    transfer: 'Let the gateway check scopes by method',
    avoid: 'Remove the operation from the API of read-only clients',
    accept: 'The change harms nobody',
  },
  when: [
    served,
    changes,
    finds(
      readScopeOf,
      (scope) => `The scope ${scope} is enough, and by its name it only reads.`,
      'Every alternative asks for more than a scope that reads, or for no scope at all.',
    ),
  ],
  evidence(operation: Operation, api: ApiFacts): Evidence {
    const { label } = factsOf(operation);
    const scope = readScopeOf(operation);
    const { at } = operation.security;
    return shown({
      message: `${label} changes something, and the scope ${scope} is enough`,
      at: at ?? operation.at,
      cause: `scope ${scope}`,
      causeMessage: (touched) => `${count(touched)} that change something need only the scope ${scope}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** The first scope of an alternative that asks for reading scopes alone. */
function readScopeOf({ security }: Operation): string | undefined {
  return security.alternatives.find(asksToReadAlone)?.flatMap((one) => one.scopes)[0];
}
