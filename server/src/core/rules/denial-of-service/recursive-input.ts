import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, silent } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { leadsBack } from '../facts/recursion';
import type { Rule } from '../types';

export const recursiveInput: Rule = {
  id: 'recursive-input',
  title: 'What it takes may be nested without end',
  stride: ['denial-of-service'],
  owasp: ['API4:2023', 'API4:2019'],
  cwe: [674],
  capec: [230],
  asvs: ['15.1.3', '15.2.2'],
  controls: ['depth-limit', 'size-limit', 'time-limit'],
  dread: [4, 7, 6, 6, 5],
  dreadReasons: [
    'The service runs out of stack or memory, or works for minutes.',
    'The same body works every time.',
    'A short script writes such a body.',
    'All who use the service at that time.',
    'The schema stands in the description.',
  ],
  impact: 'Somebody sends a tree a hundred thousand levels deep, and the code that walks it fails for everyone.',
  falsePositive: 'The parser refuses deep nesting, or the server bounds the size of the body.',
  mend: 'Bound the list that leads back with `maxItems`, or describe the levels that are allowed one by one.',
  stubs: {
    reduce: 'Refuse bodies that are nested deeper than a few levels',
    transfer: 'Let the gateway bound size and depth of bodies',
    avoid: 'Take a flat list whose entries name their parents',
    accept: 'Only trusted callers send trees',
  },
  when: [
    served,
    finds(
      leadsBack,
      ({ path }) => `${path} holds what holds it again, and nothing bounds how often.`,
      'Nothing that it takes holds itself, or the list that does is bounded.',
      ({ at }) => at,
    ),
  ],
  evidence(operation, api) {
    const property = leadsBack(operation);
    if (property === undefined) return null;
    const { path, name, schema, at } = property;
    return silent({
      message: `${factsOf(operation).label} takes ${name} in ${name} without end`,
      at,
      part: `body.${path}`,
      cause: schema === null ? '' : `schema ${schema} property.${name}`,
      causeMessage: (touched) => `${count(touched)} take ${name} in ${name} without end`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
