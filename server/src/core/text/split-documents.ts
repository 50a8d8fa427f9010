import { type DepthLimit, type Stretch, splitYaml } from './split';
import { documentsIn, type OwnDocument, ownDocument } from './yaml-documents';

/**
 * Cuts the document that counts of a file of several, or of one behind which an end is marked, as `splitYaml` cuts a file of one: an
 * error of an entry stays there. What stands around it is no entry. Null where that document is no block mapping.
 */
export function splitDocuments(text: string, limit: DepthLimit): readonly Stretch[] | null {
  const own = ownDocument(text);
  const span = own ?? documentsIn(text)[0];
  if (span === undefined || (own === null && span.end === text.length)) return null;
  const cut = splitYaml(text.slice(0, span.end), limit, span.start);
  if (cut === null) return null;
  const tail: Stretch = { start: span.end, end: text.length, keyStart: span.end, kind: 'prologue', depth: 0 };
  const stretches = span.end < text.length ? [...cut, tail] : [...cut];
  return own === null ? stretches : withTold(stretches, own);
}

/** It is told in front of the document that counts, or behind it where that is the first. */
function withTold(stretches: readonly Stretch[], { start, message, offset }: OwnDocument): readonly Stretch[] {
  const index = start > 0 ? 0 : stretches.length - 1;
  return stretches.map((one, at) => (at === index ? { ...one, told: { message, offset: offset - one.start } } : one));
}
