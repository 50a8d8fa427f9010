import { type Markup, markup } from '../../../server/src/pictures';
import type { Overview, PictureName, WireLevel, WireLocation, WirePoint } from '../../../server/src/protocol';
import { LEVEL_WORDS } from '../words';

/** The attributes of what leads to a line when it is clicked; none where there is no line. */
export function opens({ files }: Pick<Overview, 'files'>, at: WirePoint | null): Markup['attributes'] {
  const uri = at === null ? undefined : files[at[0]];
  return at === null || uri === undefined ? {} : { 'data-open': JSON.stringify([uri, at[1], at[2]]) };
}

export function opensLocation(location: WireLocation | null): Markup['attributes'] {
  if (location === null) return {};
  const { line, character } = location.range.start;
  return { 'data-open': JSON.stringify([location.uri, line, character]) };
}

/** The level as a word on its colour. */
export function levelChip(level: WireLevel): Markup {
  return markup('span', { class: `chip level-${level}` }, [LEVEL_WORDS[level]]);
}

/** A bar of a share, 0 to 1. The number stands beside it, so it says nothing to a screen reader. */
export function bar(share: number, kind: string): Markup {
  const width = `${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`;
  return markup('svg', { class: 'bar', 'aria-hidden': 'true', focusable: 'false' }, [
    markup('rect', { class: 'track', width: '100%', height: '100%', rx: 2 }),
    markup('rect', { class: `fill ${kind}`, width, height: '100%', rx: 2 }),
  ]);
}

/** A button; `action` is what the page does. */
export function button(words: string, attributes: Markup['attributes']): Markup {
  return markup('button', { type: 'button', ...attributes }, [words]);
}

/** Buttons that save a picture. */
export function saveButtons(name: PictureName, what: string): Markup {
  const save = (format: 'svg' | 'png') =>
    button(format.toUpperCase(), {
      class: 'secondary',
      'data-action': 'save',
      'data-name': name,
      'data-format': format,
      'data-key': `save-${name}-${format}`,
      'aria-label': `Save ${what} as ${format.toUpperCase()}`,
      title: `Save ${what} as ${format.toUpperCase()}`,
    });
  return markup('span', { class: 'save', role: 'group', 'aria-label': `Save ${what}` }, [
    markup('span', { 'aria-hidden': 'true' }, ['Save as']),
    save('svg'),
    save('png'),
  ]);
}

/** A section with its heading, and what stands beside the heading. */
export function section(id: string, title: string, beside: readonly Markup[], children: readonly Markup[]): Markup {
  return markup('section', { class: `part part-${id}`, 'aria-labelledby': `heading-${id}` }, [
    markup('div', { class: 'part-head' }, [markup('h2', { id: `heading-${id}` }, [title]), ...beside]),
    ...children,
  ]);
}

export function cells(tag: 'td' | 'th', words: readonly (string | Markup)[], attributes: Markup['attributes'] = {}) {
  return words.map((word) => markup(tag, attributes, [word]));
}

/** A table with a caption that only screen readers have. */
export function table(caption: string, head: readonly string[], rows: readonly Markup[], kind: string): Markup {
  const [first] = rows;
  const heads = head.map((words, index) => {
    const below = first?.children[index];
    const isFigure = typeof below === 'object' && below.attributes.class === 'figure';
    // A head stands where its figures do.
    return markup('th', { scope: 'col', class: isFigure ? 'figure' : null }, [words]);
  });
  return markup('table', { class: kind }, [
    markup('caption', { class: 'unseen' }, [caption]),
    markup('thead', {}, [markup('tr', {}, heads)]),
    markup('tbody', {}, rows),
  ]);
}

/** Words that lead to a line where there is one, with a smaller line below. */
export function leading(title: string, more: string, key: string, location: WireLocation | null): Markup {
  const inner = [
    markup('span', { class: 'title' }, [title]),
    ...(more === '' ? [] : [markup('span', { class: 'where' }, [more])]),
  ];
  return location === null
    ? markup('span', { class: 'plain' }, inner)
    : markup('button', { type: 'button', class: 'lead-to', 'data-key': key, ...opensLocation(location) }, inner);
}

/** What rests on a guess, and on which. */
export const guessTag = (why: string): Markup => markup('span', { class: 'tag', title: why }, ['guess']);

/** Why there is no list. */
export const nothing = (why: string): Markup => markup('p', { class: 'none' }, [why]);
