import type { Operation } from '../../openapi/types';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { weaknessOf } from '../facts/schemes';
import type { ApiFacts, Evidence, Rule } from '../types';

export const weakAuthenticationScheme: Rule = {
  id: 'weak-authentication-scheme',
  title: 'The credentials are easy to steal or replay',
  stride: ['spoofing', 'information-disclosure'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [1390, 598, 319],
  capec: [102, 117],
  asvs: ['7.2.2', '10.4.4', '14.2.1'],
  controls: ['strong-authentication'],
  dread: [7, 6, 5, 7, 6],
  dreadReasons: [
    'Whoever holds the credentials is the user.',
    'Stolen credentials work until someone changes them.',
    'They must first be read from a log, a history or the wire.',
    'Everyone who logs in this way.',
    'The scheme is in the published description.',
  ],
  impact:
    'Credentials that travel with every request, in an address or through another party end up in logs and other hands.',
  falsePositive: 'The scheme carries short-lived or per-client secrets over TLS only, and nothing logs them.',
  mend: 'Use bearer tokens from the authorization code flow with PKCE, mutual TLS, or a key in a header over https.',
  stubs: {
    reduce: 'Replace the scheme with short-lived tokens',
    transfer: 'Let an identity provider log callers in',
    avoid: 'Take the weak scheme out of the API',
    accept: 'The scheme stays for old clients',
  },
  when: [
    served,
    finds(
      weakRequirement,
      ({ requirement, weakness }) => `It accepts ${requirement.scheme}, which ${weakness.why}.`,
      'No scheme that it accepts is weak by its declaration.',
      ({ weakness }) => weakness.at,
    ),
  ],
  evidence(operation: Operation, api: ApiFacts): Evidence | null {
    const weak = weakRequirement(operation);
    if (weak === null) return null;
    const { requirement, weakness } = weak;
    return shown({
      message: `${factsOf(operation).label} accepts ${requirement.scheme}, which ${weakness.why}`,
      at: weakness.at,
      cwe: weakness.cwe,
      cause: `scheme ${requirement.scheme}`,
      causeMessage: (touched) => `The scheme ${requirement.scheme} ${weakness.why} (${count(touched)})`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function weakRequirement({ security }: Operation) {
  for (const all of security.alternatives) {
    for (const requirement of all) {
      const weakness = weaknessOf(requirement);
      if (weakness !== null) return { requirement, weakness };
    }
  }
  return null;
}
