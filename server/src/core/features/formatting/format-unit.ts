import { type Indentation, indentationOf } from './indentation';
import { sameMeaning } from './same-meaning';
import { spacesOf } from './spaces';
import { type TextLines, textLinesOf } from './texts';
import { type Change, changed, type Unit, unitOf } from './unit';

/** The old and the new column of a line that is no comment. */
export interface Behind {
  readonly old: number;
  readonly column: number;
}

/**
 * The changes that lay a unit out, whose root comes to stand at `column`. None where they would change what it says: that is
 * read again, so that no text that we did not think of can be hurt.
 */
export function formatUnit(unit: Unit, column: number, behind: Behind | null): Change[] {
  const texts = textLinesOf(unit);
  const indentation = indentationOf(unit, column);
  setComments(unit, texts, indentation, behind);
  const changes = [
    ...spacesOf(unit),
    ...unit.lines.flatMap((line, index): Change[] => {
      const target = indentation.targets[index];
      if (line.isBlank || target === undefined || target === line.indent) return [];
      return [{ start: line.start, end: line.start + line.indent, newText: ' '.repeat(target) }];
    }),
    ...blankChanges(unit, texts),
  ];
  if (changes.length === 0) return [];
  const after = unitOf(changed(unit.text, changes));
  return after !== null && sameMeaning(unit.block, after.block) ? changes : [];
}

/** Blanks at the end of lines go, and of several blank lines all but one. */
export function blankChanges({ text, lines }: Pick<Unit, 'text' | 'lines'>, { openEnd, inside }: TextLines): Change[] {
  return lines.flatMap((line, index): Change[] => {
    if (openEnd.has(index) || (line.isBlank && inside.has(index))) return [];
    const above = lines[index - 1];
    const next = lines[index + 1];
    const isFurther = line.isBlank && above?.isBlank === true && next !== undefined && !openEnd.has(index - 1);
    if (isFurther) return [{ start: line.start, end: next.start, newText: '' }];
    const said = text.slice(line.start, line.end).trimEnd().length;
    return line.start + said < line.end ? [{ start: line.start + said, end: line.end, newText: '' }] : [];
  });
}

/** Where the walk from the last line up has found what stands below a comment. */
type Below = (Behind | null)[];

/** A comment stands as what it is above, else as what it is below. */
function setComments(unit: Unit, { inside }: TextLines, indentation: Indentation, behind: Behind | null): void {
  const { lines } = unit;
  const { targets, limits } = indentation;
  const isComment = (index: number) => isCommentLine(unit, index) && !inside.has(index);
  const below = belowOf(unit, targets, behind, (index) => isComment(index) || inside.has(index));
  // The lines above, as far as the next one further out.
  const above: Behind[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (line.isBlank) continue;
    if (isComment(index)) {
      const next = below[index];
      const column = next?.old === line.indent ? next.column : columnBelow(above, line.indent);
      targets[index] = Math.min(column, limit);
      continue;
    }
    // A comment that follows a text below `|` must not become a line of it.
    limit = limits.get(index) ?? Number.POSITIVE_INFINITY;
    if (!inside.has(index)) push(above, { old: line.indent, column: targets[index] ?? line.indent });
  }
}

/** By line the next one that is neither blank nor passed over. */
function belowOf(
  { lines }: Unit,
  targets: Indentation['targets'],
  behind: Behind | null,
  isPassed: (index: number) => boolean,
): Below {
  const below: Below = [];
  let next = behind;
  for (let index = lines.length - 1; index >= 0; index--) {
    below[index] = next;
    const line = lines[index];
    if (line && !line.isBlank && !isPassed(index)) next = { old: line.indent, column: targets[index] ?? line.indent };
  }
  return below;
}

/** Keeps the lines in the order of their columns: what stands further in is no longer around what follows. */
function push(above: Behind[], line: Behind): void {
  while ((above.at(-1)?.old ?? -1) >= line.old) above.pop();
  above.push(line);
}

function columnBelow(above: readonly Behind[], indent: number): number {
  const line = above.findLast(({ old }) => old <= indent);
  if (line === undefined) return indent;
  return line.old === indent ? line.column : line.column + 2;
}

function isCommentLine({ text, lines }: Unit, index: number): boolean {
  const line = lines[index];
  return line !== undefined && text[line.start + line.indent] === '#';
}
