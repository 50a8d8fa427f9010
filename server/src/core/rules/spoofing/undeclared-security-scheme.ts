import type { Operation, Requirement } from '../../openapi/types';
import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { unusedInWords } from '../facts/unused-schemes';
import type { Rule } from '../types';

export const undeclaredSecurityScheme: Rule = {
  id: 'undeclared-security-scheme',
  title: 'It asks for a login that is declared nowhere',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [306],
  capec: [36],
  asvs: ['6.1.3', '6.3.4'],
  controls: ['authentication'],
  dread: [6, 7, 6, 6, 5],
  dreadReasons: [
    'What should be protected may be open.',
    'If the gateway ignores the unknown scheme, it works every time.',
    'One request without credentials.',
    'Everyone whose data the operation touches.',
    'The gap stands in the published description.',
  ],
  impact: 'Generated gateways and clients skip a scheme that they do not know, and the operation is open.',
  falsePositive: 'The scheme is added by a build step before the description is used.',
  mend: 'Declare the scheme under `components.securitySchemes` (`securityDefinitions` in 2.0), or correct its name.',
  stubs: {
    reduce: 'Declare the scheme and enforce it',
    transfer: 'Let the gateway refuse what carries no known credentials',
    avoid: 'Take the operation out until its login is declared',
    accept: 'The scheme is declared elsewhere',
  },
  when: [
    served,
    finds(
      undeclared,
      ({ scheme }) => `It asks for ${scheme}, which no security scheme declares.`,
      'Every scheme that it asks for is declared.',
    ),
  ],
  evidence(operation, api) {
    const missing = undeclared(operation);
    if (missing === undefined) return null;
    const { scheme } = missing;
    const unused = unusedInWords(api.description);
    const instead = unused === '' ? '' : `, while ${unused}`;
    return shown({
      message: `${factsOf(operation).label} asks for ${scheme}, which no security scheme declares${instead}`,
      at: operation.security.at ?? operation.at,
      cause: `scheme ${scheme}`,
      causeMessage: (touched) => `${count(touched)} ask for ${scheme}, which no security scheme declares${instead}`,
      dread: adjust(this.dread, operation, api),
    });
  },
};

function undeclared({ security }: Operation): Requirement | undefined {
  for (const all of security.alternatives) {
    const found = all.find(({ definition }) => definition === null);
    if (found !== undefined) return found;
  }
  return undefined;
}
