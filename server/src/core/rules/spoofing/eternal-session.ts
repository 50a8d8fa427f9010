import { finds } from '../conditions/build';
import { served } from '../conditions/kind';
import { adjust, shown } from '../facts/evidence';
import { lifeInWords, longLifeOf, MOST_DAYS } from '../facts/lifetimes';
import { factsOf } from '../facts/operation-facts';
import type { Rule } from '../types';

export const eternalSession: Rule = {
  id: 'eternal-session',
  title: 'Tokens or sessions live for months or for ever',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [613],
  asvs: ['7.3.2'],
  controls: ['strong-authentication', 'revocation'],
  dread: [7, 7, 4, 5, 5],
  dreadReasons: [
    'Whoever finds the token is the user.',
    'It works until it expires, which is hardly ever.',
    'The token must first be found: in a log, a backup, a lost device.',
    'Everyone whose token was ever written down.',
    'The lifetime stands in the description.',
  ],
  impact: 'A token from an old log, a backup or a sold phone still logs in as its former owner.',
  falsePositive: 'The token can be revoked and is bound to one device, or the written number is no lifetime.',
  mend: `Give tokens a lifetime of minutes or hours, at most ${MOST_DAYS} days, and a way to renew and to revoke them.`,
  stubs: {
    reduce: 'Let tokens expire within hours, renew them and revoke them at logout',
    transfer: 'Let an identity provider issue and revoke tokens',
    avoid: 'Issue tokens that are bound to a key of the client',
    accept: 'The tokens open nothing of value',
  },
  when: [
    served,
    finds(
      longLifeOf,
      (life) => `It hands out what logs in, and ${life.property.name} lets that live for ${lifeInWords(life)}.`,
      `It hands out no session or token, or nothing says that it lives for more than ${MOST_DAYS} days.`,
      ({ property }) => property.at,
    ),
  ],
  evidence(operation, api) {
    const life = longLifeOf(operation);
    if (life === null) return null;
    return shown({
      message: `${factsOf(operation).label} hands out what logs in for ${lifeInWords(life)}`,
      at: life.property.at,
      dread: adjust(this.dread, operation, api),
    });
  },
};
