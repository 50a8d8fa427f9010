import { type Markup, markup } from '../../../server/src/pictures';
import type { WireAsset, WireSimulation } from '../../../server/src/protocol';
import { figure, percent } from '../words';
import { bar, cells, guessTag, nothing, table } from './parts';

const HARMS = { disclosed: 'disclosed', 'taken-over': 'taken over', stopped: 'stopped' } as const;

/** Data and components: how likely each is harmed, how bad that is, and what both make. */
export function assetTable({ assets }: WireSimulation): Markup {
  if (assets.length === 0) return nothing('Nothing was lost in any run.');
  const most = Math.max(...assets.map(({ loss }) => loss), Number.MIN_VALUE);
  const rows = assets.map((asset) => assetRow(asset, most));
  const head = ['What', 'Harm', 'Probability', 'Impact', 'Expected loss', 'Share'];
  return table('Data and components by expected loss', head, rows, 'asset-table');
}

function assetRow({ title, kind, harm, probability, error, impact, loss, guessed }: WireAsset, most: number): Markup {
  const name = [
    markup('span', { class: 'title' }, [title]),
    ...(guessed ? [guessTag('The likeliest way rests on a guess')] : []),
    markup('span', { class: 'where' }, [kind]),
  ];
  return markup('tr', {}, [
    markup('th', { scope: 'row' }, [markup('span', { class: 'plain' }, name)]),
    ...cells('td', [HARMS[harm]]),
    markup('td', { class: 'figure' }, [percent(probability), markup('small', {}, [` ± ${percent(error)}`])]),
    ...cells('td', [figure(impact), figure(loss)], { class: 'figure' }),
    ...cells('td', [bar(loss / most, 'loss')], { class: 'bar-cell' }),
  ]);
}
