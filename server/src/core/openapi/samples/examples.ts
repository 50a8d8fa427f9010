import { kindOf, scalar, spanOf } from '../../text';
import { after } from '../../text/tree';
import type { Node } from '../node';
import type { ShownSecret } from '../types';
import { mayBeSecret, secretKind } from './secrets';

/** The first value in an example of a payload that looks like a live secret; null where none does. */
export function secretInExamples(media: Node | null): ShownSecret | null {
  if (media === null) return null;
  const one = media.get('example');
  const several = media.get('examples')?.entries() ?? [];
  for (const example of [one, ...several.map(([, written]) => written.get('value'))]) {
    const found = example === null ? null : secretIn(example);
    if (found !== null) return found;
  }
  return null;
}

function secretIn({ block, index, view }: Node): ShownSecret | null {
  if (block === null || index < 0) return null;
  const end = after(block, index);
  for (let at = index; at < end; at++) {
    if (kindOf(block, at) !== 'scalar') continue;
    const span = spanOf(block, at);
    if (!mayBeSecret(block.text, span.start, span.end)) continue;
    const kind = secretKind(scalar(block, at) ?? '');
    if (kind !== null) return { kind, at: { uri: view.uri, block, ...span } };
  }
  return null;
}
