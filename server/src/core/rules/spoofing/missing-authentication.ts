import type { Operation } from '../../openapi/types';
import { noGatewayLogin } from '../conditions/access';
import { served } from '../conditions/kind';
import { asksNobody, notForEveryone, notTellingItself, worthALogin } from '../conditions/login';
import { traitsOf } from '../facts/api-traits';
import { isForInside } from '../facts/callers';
import { adjust, count, shown } from '../facts/evidence';
import { factsOf } from '../facts/operation-facts';
import { unusedInWords } from '../facts/unused-schemes';
import type { ApiFacts, Dread, Evidence, Rule } from '../types';

export const missingAuthentication: Rule = {
  id: 'missing-authentication',
  title: 'Anyone can call it without logging in',
  stride: ['spoofing', 'elevation-of-privilege'],
  owasp: ['API2:2023', 'API2:2019'],
  cwe: [306],
  capec: [36],
  asvs: ['6.3.4', '8.2.1'],
  controls: ['authentication'],
  dread: [7, 8, 7, 7, 7],
  dreadReasons: [
    'Whatever the operation changes or reveals is open to everyone.',
    'It works every time, with no login.',
    'One request with any HTTP tool.',
    'Everyone whose data the operation touches.',
    'The missing requirement is in the published description.',
  ],
  impact: 'Strangers read or change what only known callers should, and nobody can tell who they were.',
  falsePositive:
    'A gateway or the network authenticates every caller before the request arrives, or the operation is meant for everyone.',
  mend: 'Declare a security scheme and require it at the root, or on this operation with `security`.',
  stubs: {
    reduce: 'Require a login before the operation does anything',
    transfer: 'Let an identity-aware gateway authenticate every caller',
    avoid: 'Take the operation out of the public API',
    accept: 'The operation is meant for everyone',
  },
  when: [served, asksNobody, noGatewayLogin, notForEveryone, notTellingItself, worthALogin],
  evidence(operation: Operation, api: ApiFacts): Evidence {
    const { security } = operation;
    const dread = adjust(this.dread, operation, api);
    const { label, writes } = factsOf(operation);
    const does = writes ? 'changes something' : 'hands out data';
    const callers = isForInside(api) ? ', and by the model only actors of trusted zones call it' : '';
    const message = `${label} ${does} and needs no login${callers}`;
    const { description } = api;
    if (security.source === 'operation' || traitsOf(description).authenticates) {
      return shown({
        message,
        at: security.source === 'operation' ? (security.at ?? operation.at) : operation.at,
        dread,
      });
    }
    const unused = unusedInWords(description);
    const though = unused === '' ? '' : `, though ${unused}`;
    const causeMessage = (touched: number) =>
      `${count(touched)} of this API can be called without logging in: no security requirement stands anywhere${though}`;
    return shown({
      message,
      at: description.security?.at ?? description.at,
      cause: 'root security',
      causeMessage,
      dread: lessCertain(dread?.factors ?? this.dread, dread?.reason),
    });
  },
};

/** Where a description speaks of no login at all, one may well stand before the whole API: it is found less often. */
function lessCertain([damage, reproducibility, exploitability, affected, discoverability]: Dread, reason = '') {
  const factors: Dread = [damage, reproducibility - 2, exploitability - 1, affected, discoverability - 1];
  return { factors, reason: `${reason} The description speaks of no login at all, so one may stand before it.`.trim() };
}
