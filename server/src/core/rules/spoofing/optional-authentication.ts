import { notPublicByDesign } from '../conditions/access';
import { asks } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const optionalAuthentication: Rule = {
  id: 'optional-authentication',
  title: 'Logging in is optional',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [306],
  capec: [36],
  asvs: ['6.3.4', '8.2.1'],
  controls: ['authentication'],
  dread: [6, 8, 8, 6, 6],
  dreadReasons: [
    'What the operation does for a known caller it may do for an unknown one.',
    'Leaving the token out is enough.',
    'One request with any HTTP tool.',
    'Those whose data the anonymous answer carries.',
    'The empty alternative is in the published description.',
  ],
  impact: 'A caller who leaves the credentials out may still be served, and checks that rely on a user see none.',
  falsePositive: 'Anonymous callers get a public answer on purpose, and known ones only more of it.',
  mend: 'Remove the empty alternative `{}` from `security`, or split the public answer into an operation of its own.',
  stubs: {
    reduce: 'Give anonymous callers nothing but public data',
    transfer: 'Let the gateway turn away callers without credentials',
    avoid: 'Split the public part into an operation of its own',
    accept: 'Anonymous callers see only what is public',
  },
  when: [
    served,
    asks(
      ({ security }) => security.optional,
      'One alternative of its security is empty.',
      'No alternative of its security is empty.',
    ),
    notPublicByDesign,
  ],
  evidence(operation, api) {
    const { security } = operation;
    return shown({
      message: `${factsOf(operation).label} can be called without credentials: one alternative of its security is empty`,
      at: security.at ?? operation.at,
      cause: security.source === 'root' ? 'root security' : '',
      causeMessage: (touched) =>
        `${count(touched)} can be called without credentials: the root security has an empty alternative`,
      dread: adjust(this.dread, operation, api),
    });
  },
};
