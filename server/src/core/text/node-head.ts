/**
 * The first of a node's three integers: in its bits what it is (3), how it is written (3), and for a scalar what becomes of the
 * line breaks at its end (2), whether its value stands as it is between start and end (1), and one more than its indentation.
 */
export const SEQUENCE = 2;
export const MAP = 3;
export const SCALAR = 4;
export const ALIAS = 5;

/** How a collection is written: by indentation or in brackets. */
export const BLOCK = 1;
export const FLOW = 2;

/** How a scalar is written. */
export const PLAIN = 1;
export const SINGLE = 2;
export const DOUBLE = 3;
export const LITERAL = 4;
export const FOLDED = 5;

/** A scalar's value is the text between its start and its end. */
export const FAST = 1 << 8;

const BITS = 7;
const STYLE_AT = 3;
const CHOMPING_AT = 6;
const INDENT_AT = 9;

export function headOf(kind: number, style: number): number {
  return kind | (style << STYLE_AT);
}

/** `chomping`: 1 clips, 2 strips, 3 keeps; `indent`: of a block scalar, else -1. */
export function scalarHead(style: number, chomping: number, indent: number): number {
  return SCALAR | (style << STYLE_AT) | (chomping << CHOMPING_AT) | ((indent + 1) << INDENT_AT);
}

export function kindIn(head: number): number {
  return head & BITS;
}

export function styleIn(head: number): number {
  return (head >> STYLE_AT) & BITS;
}

export function chompingIn(head: number): number {
  return (head >> CHOMPING_AT) & 3;
}

export function indentIn(head: number): number {
  return (head >> INDENT_AT) - 1;
}
