import type { Operation } from '../../openapi/types';
import { afterLogin, notAdministrative } from '../conditions/access';
import { served } from '../conditions/kind';
import { deletesNobody, hasOwner, mayBelong, notAmongOwn, takesReference } from '../conditions/objects';
import { adjust, count, shown, silent } from '../facts/evidence';
import { objectReferenceOf } from '../facts/object-references';
import { factsOf } from '../facts/operation-facts';
import { placeOf } from '../facts/places';
import { weaknessOf } from '../facts/weak-references';
import { withArticle } from '../facts/words';
import type { ApiFacts, Evidence, Rule } from '../types';

export const brokenObjectLevelAuthorization: Rule = {
  id: 'broken-object-level-authorization',
  title: 'One caller may reach another caller’s objects',
  stride: ['elevation-of-privilege', 'information-disclosure', 'tampering'],
  owasp: ['API1:2023', 'API1:2019'],
  cwe: [639],
  asvs: ['8.2.2', '8.4.1'],
  controls: ['ownership-check'],
  dread: [7, 8, 7, 7, 7],
  dreadReasons: [
    'Other people’s objects are read, changed or deleted.',
    'Another value in the same request is enough.',
    'Any HTTP tool, and an account of one’s own.',
    'Everyone who owns such an object.',
    'The reference stands in the request.',
  ],
  impact: 'A customer reads or changes the data of another one by trying other ids.',
  falsePositive: 'Objects of this kind belong to everyone, or the token itself leads to the object.',
  mend: 'Take the owner from the token (`/me/...`); a description cannot show an ownership check, so answer it in the model.',
  stubs: {
    reduce: 'Check on every request that the caller owns the object',
    transfer: 'Let a policy service decide who may reach the object',
    avoid: 'Take the object from the token instead of the request',
    accept: 'Every caller may reach every such object',
  },
  when: [served, takesReference, afterLogin, deletesNobody, mayBelong, notAdministrative, notAmongOwn, hasOwner],
  evidence(operation: Operation, api: ApiFacts): Evidence | null {
    const reference = objectReferenceOf(operation);
    if (reference === null) return null;
    const named = withArticle(reference.object);
    const weakness = weaknessOf(operation, reference, api);
    const but = weakness?.but ?? ', and nothing ties it to the caller';
    const { cause, written } = placeOf(reference, api);
    return (weakness === null ? shown : silent)({
      message: `${factsOf(operation).label} takes a reference to ${named}${but}`,
      at: reference.at,
      part: reference.part,
      cause: weakness === null ? cause : `${cause} ${weakness.kind}`,
      causeMessage: (touched) => `${count(touched)} take a reference to ${named} (${written})${but}`,
      dread: adjust(this.dread, operation, api, weakness),
    });
  },
};
