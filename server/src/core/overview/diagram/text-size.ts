import { inert } from '../../text';

const NARROW = /[ijlI.,:;'|!()[\]{}tfr\- ]/;
const WIDE = /[A-Z@MW%#&]|\p{Extended_Pictographic}/u;
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

/** About how wide a text is in a sans-serif face of so many pixels: no font is asked, so that it is the same everywhere. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += FULL.test(character) ? 1 : WIDE.test(character) ? 0.8 : NARROW.test(character) ? 0.38 : 0.62;
  }
  return Math.ceil(width * size);
}

/** A text as one line of plain words, of so many characters at most. */
export function clipped(text: string, most: number): string {
  const line = inert(text);
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
