import type { WirePoint } from '../protocol';
import { type Markup, markup } from './markup';

/** What in a picture leads somewhere: nothing, threats to their entries (`#threat-3`), or everything to its place as well. */
export type Links = 'none' | 'threats' | 'all';

export interface Target {
  /** What a screen reader says of it. */
  readonly label: string;
  readonly at?: WirePoint | null;
  /** An index of the overview's threats. */
  readonly threat?: number | null;
  /** What it is called by whoever shows the picture: `data-part`. */
  readonly part?: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture with its name for screen readers: one image, or a group where something in it can be followed. */
export function picture({ width, height }: Size, label: string, links: Links, children: readonly Markup[]): Markup {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const role = { role: links === 'none' ? 'img' : 'group', 'aria-label': label };
  const back = markup('rect', { class: 'sw-back', width, height });
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', class: 'sw-picture', ...size, ...role };
  return markup('svg', attributes, [markup('title', {}, [label]), back, ...children]);
}

/**
 * Shapes that lead somewhere, as far as `links` allows. Whoever shows them finds the place in `data-at` (file, line and character)
 * and the threat in `data-threat`.
 */
export function linked(target: Target, links: Links, children: readonly (Markup | string)[]): Markup {
  const title = markup('title', {}, [target.label]);
  const attributes = linkAttributes(target, links);
  const part = { 'data-part': target.part ?? null };
  return markup(attributes === null ? 'g' : 'a', { ...part, ...attributes }, [title, ...children]);
}

/** The attributes of the link to a target; null where none is wanted, or there is nowhere to go. */
export function linkAttributes({ label, at = null, threat = null }: Target, links: Links): Markup['attributes'] | null {
  const leads = links === 'all' ? at !== null || threat !== null : links === 'threats' && threat !== null;
  if (!leads) return null;
  return {
    href: threat === null ? '#' : `#threat-${threat + 1}`,
    'aria-label': label === '' ? null : label,
    'data-threat': links === 'all' ? threat : null,
    'data-at': links === 'all' && at !== null ? at.join(' ') : null,
  };
}

/** A text of so many characters at most. */
export function clipped(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
}

export function text(x: number, y: number, content: string, classes = ''): Markup {
  return markup('text', { x: short(x), y: short(y), class: classes === '' ? null : classes }, [content]);
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export function box({ x, y, width, height }: Box, classes: string, radius = 0): Markup {
  const place = { x: short(x), y: short(y), width: short(width), height: short(height) };
  return markup('rect', { class: classes, ...place, rx: radius === 0 ? null : radius });
}

export function path(d: string, classes: string): Markup {
  return markup('path', { class: classes, d });
}

export function group(children: readonly Markup[], transform: string | null = null): Markup {
  return markup('g', { transform }, children);
}

/** A length with one decimal: enough for an eye, and the same on every machine. */
export function short(length: number): number {
  return Math.round(length * 10) / 10;
}
