import { itemsIn, textIn, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import type { Skeleton } from './skeleton';

/** So many flows are proposed. */
const MOST_FLOWS = 8;

/** Flows that are not drawn yet: from those who call to the APIs, over a gateway where there is one, and on from there. */
export function flows(source: Source): Skeleton[] {
  const ids = (section: string) => source.named([section]).map(({ id }) => id);
  const kindOf = (id: string) => textOf(source, 'components', id, 'kind');
  const [gateway] = ids('components').filter((id) => kindOf(id) === 'gateway');
  const behind = ids('components').filter((id) => kindOf(id) !== 'gateway');
  const way = gateway === undefined ? '' : `${gateway} -> `;
  const names = [
    ...ids('actors').flatMap((actor) => ids('apis').map((api) => `${actor} -> ${way}${api}`)),
    ...ids('apis').flatMap((api) => behind.map((component) => `${api} -> ${component}`)),
  ];
  const drawn = hopsOf([...drawnIn(source)]);
  const open = names.filter((name) => [...hopsOf([name])].some((hop) => !drawn.has(hop)));
  const proposed = open.length > 0 ? open : ['caller -> api'];
  return proposed.slice(0, MOST_FLOWS).map((name) => skeletonOf(source, name));
}

function skeletonOf(source: Source, name: string): Skeleton {
  const end = name.split(' -> ').at(-1) ?? '';
  const [held] = itemsIn(valueAt(valueAt(valueAt(source.root, 'components'), end), 'holds'));
  const carried = textIn(held?.node) || source.named(['data'])[0]?.id;
  const over = textOf(source, 'components', end, 'kind') === 'datastore' ? 'tls' : 'https';
  return {
    label: name,
    detail: 'A new flow, from caller to callee',
    name,
    value: [...(carried === undefined ? [] : [['carries', carried] as const]), ['over', over]],
  };
}

/** The flows of the model, as their names stand. */
function drawnIn({ root, model }: Source): ReadonlySet<string> {
  const section = valueAt(root, 'flows');
  const written = section?.kind === 'map' ? section.pairs.filter(({ colon }) => colon >= 0) : [];
  return new Set([
    ...written.map(({ name }) => name.text),
    ...(model?.flows ?? []).map(({ hops }) => hops.join(' -> ')),
  ]);
}

function hopsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const ends = name.split('->').map((end) => end.trim());
      return ends.slice(1).map((to, index) => `${ends[index] ?? ''} -> ${to}`);
    }),
  );
}

function textOf({ root }: Source, section: string, id: string, key: string): string {
  return textIn(valueAt(valueAt(valueAt(root, section), id), key));
}
