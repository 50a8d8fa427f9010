/**
 * An element of HTML or SVG as data; what stands in an `svg` is of SVG's namespace. Attributes whose value is null are left out.
 * Whoever shows it makes nodes of it, or a text with `toMarkup`; texts are texts either way, whatever they hold.
 */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | null>>;
  readonly children: readonly (Markup | string)[];
}

export function markup(
  tag: string,
  attributes: Markup['attributes'] = {},
  children: readonly (Markup | string)[] = [],
): Markup {
  return { tag, attributes, children };
}

/** Elements of HTML that have no end tag. */
const VOID = new Set(['meta', 'br', 'hr', 'img', 'col']);

/** The text of an element, good as HTML and as XML. */
export function toMarkup({ tag, attributes, children }: Markup): string {
  const words = Object.entries(attributes).flatMap(([name, value]) => {
    return value === null ? [] : [` ${name}="${escaped(String(value))}"`];
  });
  const start = `<${tag}${words.join('')}`;
  if (VOID.has(tag)) return `${start}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : toMarkup(child)));
  return `${start}>${inner.join('')}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A text in which nothing hides: what turns the direction of writing, controls and halves of pairs are shown as a replacement. */
export function visible(text: string): string {
  return text.replace(HIDDEN, '\ufffd');
}

const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{fffe}\u{ffff}]/gu;
