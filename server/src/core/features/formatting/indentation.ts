import { entries, isBlockScalar, isFlow, items, kindOf, scalar } from '../../text';
import { isWritten, outerSpan } from '../editing/extents';
import { lineAt, type Unit } from './unit';

/** Blanks by which what belongs to a key stands further in. */
const STEP = 2;

/** Where the lines of a unit come to stand. */
export interface Indentation {
  /** New column of each line; undefined where the line stays. Comments have none yet. */
  readonly targets: (number | undefined)[];
  /** By the last line of a text below `|`: a comment behind it must stand no further in than this. */
  readonly limits: ReadonlyMap<number, number>;
}

/** Columns of the lines of a unit whose root stands at `column` from now on. */
export function indentationOf(unit: Unit, column: number): Indentation {
  const layout = new Layout(unit);
  layout.collection(0, column);
  return layout;
}

class Layout implements Indentation {
  readonly targets: (number | undefined)[];
  readonly limits = new Map<number, number>();

  constructor(private readonly unit: Unit) {
    this.targets = unit.lines.map(() => undefined);
  }

  /** A mapping or list without brackets: it moves as one, and what is inside is set step by step. */
  collection(node: number, column: number): void {
    const { block } = this.unit;
    const { start } = outerSpan(block, node);
    const shift = column - this.columnOf(start);
    this.move(node, (old) => old + shift);
    for (const [, value] of entries(block, node)) this.value(value, column, shift);
    for (const item of items(block, node)) this.value(item, column, shift);
  }

  /** A value of a collection that stands at `column` and has moved by `shift`. */
  private value(node: number, column: number, shift: number): void {
    const { block } = this.unit;
    if (!isWritten(block, node)) return;
    const kind = kindOf(block, node);
    if (isBlockScalar(block, node)) this.textBelow(node, column, shift);
    else if ((kind === 'map' || kind === 'sequence') && !isFlow(block, node)) this.collection(node, column + STEP);
    else this.inline(node, column, shift);
  }

  /** A text or brackets: where it begins its line it stands a step further in, and takes its other lines along. */
  private inline(node: number, column: number, shift: number): void {
    const { start } = outerSpan(this.unit.block, node);
    const begins = this.columnOf(start) === this.unit.lines[this.line(start)]?.indent;
    const by = begins ? column + STEP - this.columnOf(start) : shift;
    const least = kindOf(this.unit.block, node) === 'scalar' ? column + STEP : 0;
    this.move(node, (old) => Math.max(least, old + by));
  }

  /** A text below `|` or `>`. Its first line tells how far it stands in, unless a digit does. */
  private textBelow(node: number, column: number, shift: number): void {
    const { block, lines, text } = this.unit;
    const { start, end } = outerSpan(block, node);
    const header = text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
    const first = lines.slice(this.line(start)).find((line) => !line.isBlank)?.indent ?? 0;
    const isFixed = /[|>][+-]?\d/.test(header);
    const by = isFixed ? shift : column + STEP - first;
    if (!scalar(block, node)?.trim()) return;
    this.move(node, (old) => Math.max(0, old + by));
    this.limits.set(this.line(end), column);
  }

  /** Sets the lines of a node that begin inside it. */
  private move(node: number, to: (old: number) => number): void {
    const { block, lines } = this.unit;
    const { start, end } = outerSpan(block, node);
    const first = this.line(start);
    const begins = (lines[first]?.start ?? 0) + (lines[first]?.indent ?? 0) >= start;
    for (let line = begins ? first : first + 1; line <= this.line(end); line++) {
      const old = lines[line];
      if (old && !old.isBlank) this.targets[line] = Math.max(0, to(old.indent));
    }
  }

  private line(offset: number): number {
    return lineAt(this.unit.lines, offset);
  }

  private columnOf(offset: number): number {
    return offset - (this.unit.lines[this.line(offset)]?.start ?? 0);
  }
}
