import { type Markup, markup } from '../../pictures';

export type Content = Markup | string;

export function element(tag: string, children: readonly Content[], classes = ''): Markup {
  return markup(tag, { class: classes === '' ? null : classes }, children);
}

/** A paragraph; nothing for an empty text. */
export function paragraph(children: readonly Content[], classes = ''): Markup[] {
  return children.every((child) => child === '') ? [] : [element('p', children, classes)];
}

export function section(id: string, title: string, children: readonly Content[]): Markup {
  return markup('section', { 'aria-labelledby': id }, [markup('h2', { id }, [title]), ...children]);
}

/** One of our own texts, in which code stands between backticks. */
export function worded(text: string): Content[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', [part]) : part));
}

export interface Column {
  readonly head: string;
  readonly isNumber?: boolean;
}

/** A table whose first column names its rows. */
export function table(columns: readonly Column[], rows: readonly (readonly Content[])[]): Markup {
  const look = (index: number) => (columns[index]?.isNumber ? 'number' : null);
  const heads = columns.map(({ head }, index) => markup('th', { scope: 'col', class: look(index) }, [head]));
  const body = rows.map((row) =>
    markup(
      'tr',
      {},
      row.map((cell, index) => markup('td', { class: look(index) }, [cell])),
    ),
  );
  const whole = markup('table', { class: 'plain' }, [
    markup('thead', {}, [markup('tr', {}, heads)]),
    markup('tbody', {}, body),
  ]);
  return element('div', [whole], 'scroll');
}
