import type { Node } from './node';

const ONE = ['const', 'default', 'example'];
const MANY = ['enum', 'examples'];

/** The values that a schema, header or parameter gives itself: constant, default, examples (named ones too) and list. */
export function valueNodesOf(owner: Node | null): readonly Node[] {
  const one = ONE.flatMap((key) => owner?.get(key) ?? []);
  const many = MANY.flatMap((key) => {
    const list = owner?.get(key) ?? null;
    return list?.kind === 'map'
      ? list.entries().map(([, named]) => named.get('value') ?? named)
      : (list?.items() ?? []);
  });
  return [...one, ...many];
}
