import type { CoverageRow, OverviewApi } from '../protocol';
import { type Markup, markup } from './markup';
import { type Links, linkAttributes } from './shapes';
import { CATEGORIES, type Square, squaresOf } from './squares';
import { counted } from './words';

/** The coverage of an API's operations as a table of HTML: a row for each, a cell for each category. */
export function heatTable({ name, rows }: OverviewApi, links: Links = 'none'): Markup {
  const heads = CATEGORIES.map(([, word]) => markup('th', { scope: 'col' }, [word]));
  return markup('table', { class: 'sw-heat' }, [
    markup('caption', {}, [`${name}: ${counted(rows.length, 'operation')}`]),
    markup('thead', {}, [markup('tr', {}, [markup('th', { scope: 'col' }, ['Operation']), ...heads])]),
    markup(
      'tbody',
      {},
      rows.map((row) => rowOf(row, links)),
    ),
  ]);
}

function rowOf(row: CoverageRow, links: Links): Markup {
  const name = followed(row.name, linkAttributes({ label: '', at: row.at }, links));
  const cells = squaresOf(row).map((square) => cellOf(square, row, links));
  return markup('tr', {}, [markup('th', { scope: 'row' }, [name]), ...cells]);
}

function cellOf({ sign, words, box, text, threat }: Square, { at }: CoverageRow, links: Links): Markup {
  const attributes = linkAttributes({ label: '', at: threat === null ? null : at, threat }, links);
  const content = followed(sign, attributes);
  return markup('td', { class: `${box} ${text}`.trim(), title: words }, [
    content,
    markup('span', { class: 'sw-unseen' }, [` ${words}`]),
  ]);
}

function followed(content: string, attributes: Markup['attributes'] | null): Markup | string {
  return attributes === null ? content : markup('a', attributes, [content]);
}
