import type { Operation, Parameter, Requirement } from '../../openapi/types';
import { changes } from '../conditions/access';
import { asks, finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { anyOf, wordSet, words } from '../facts/words';
import type { Rule } from '../types';

const TOKENS = wordSet('csrf xsrf requested origin');

export const crossSiteRequest: Rule = {
  id: 'cross-site-request',
  title: 'Another site can send the request in a visitor’s name',
  stride: ['tampering', 'spoofing'],
  owasp: ['API8:2023', 'API7:2019'],
  cwe: [352],
  capec: [62],
  asvs: ['3.5.1', '3.5.2'],
  controls: ['csrf-protection'],
  dread: [6, 7, 6, 6, 5],
  dreadReasons: [
    'Whatever the operation changes is changed in the visitor’s name.',
    'It works on every visitor who is logged in.',
    'A page with a hidden form.',
    'Whoever visits the page while logged in.',
    'The cookie scheme stands in the description.',
  ],
  impact: 'A visitor opens a stranger’s page, and the browser sends the request with the visitor’s cookie.',
  falsePositive: 'The cookie is `SameSite`, or a header that other sites cannot set is required by the framework.',
  mend: 'Require a header with a token beside the cookie, or use a bearer token instead of the cookie.',
  stubs: {
    reduce: 'Require a token that other sites cannot read',
    transfer: 'Let the gateway check where requests come from',
    avoid: 'Use a token in a header instead of the cookie',
    accept: 'The cookie is never sent from other sites',
  },
  when: [
    served,
    changes,
    finds(
      cookieOnly,
      ({ scheme }) => `The cookie of ${scheme} alone proves who calls.`,
      'Something beside a cookie proves who calls, or nobody logs in.',
      ({ definition }) => definition?.at ?? null,
    ),
    asks(
      (operation) => !operation.parameters.some(provesOrigin),
      'No header carries a token against requests from other sites.',
      'A header carries a token against requests from other sites.',
    ),
  ],
  evidence(operation, api) {
    const cookie = cookieOnly(operation);
    if (cookie?.definition == null) return null;
    return shown({
      message: `${factsOf(operation).label} changes something, and a cookie that browsers send by themselves is enough`,
      at: cookie.definition.at,
      cause: `scheme ${cookie.scheme}`,
      causeMessage: (touched) =>
        `${count(touched)} that change something rest on the cookie of ${cookie.scheme}, which browsers send by themselves`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

/** The cookie that every alternative rests on alone. */
function cookieOnly({ security }: Operation): Requirement | undefined {
  const cookies = security.alternatives.map((all) => (all.length === 1 && isCookie(all[0]) ? all[0] : undefined));
  return cookies.includes(undefined) ? undefined : cookies[0];
}

function isCookie(requirement: Requirement | undefined): boolean {
  return requirement?.definition?.type === 'apiKey' && requirement.definition.in === 'cookie';
}

function provesOrigin({ in: where, name }: Parameter): boolean {
  return where === 'header' && anyOf(words(name), TOKENS);
}
