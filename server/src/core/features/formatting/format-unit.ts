import { type Indentation, indentationOf } from './indentation';
import { sameMeaning } from './same-meaning';
import { spacesOf } from './spaces';
import { type TextLines, textLinesOf } from './texts';
import { type Change, changed, type Unit, unitOf } from './unit';

/** What follows the unit: the old and the new column of the next line that is no comment. */
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

/** A comment stands as what it is above, else as what it is below. */
function setComments(unit: Unit, { inside }: TextLines, indentation: Indentation, behind: Behind | null): void {
  const { lines } = unit;
  const { targets, limits } = indentation;
  const isComment = lines.map((line, index) => isCommentLine(unit, index) && !inside.has(index) && !line.isBlank);
  const isContent = (index: number) => lines[index]?.isBlank === false && !isComment[index] && !inside.has(index);
  for (const [index, line] of lines.entries()) {
    if (!isComment[index]) continue;
    const next = lines.findIndex((_, at) => at > index && isContent(at));
    const below =
      next < 0 ? behind : { old: lines[next]?.indent ?? 0, column: targets[next] ?? lines[next]?.indent ?? 0 };
    const above = lines.findLastIndex((other, at) => at < index && isContent(at) && other.indent <= line.indent);
    const target = below?.old === line.indent ? below.column : columnBelow(above, line.indent, unit, indentation);
    targets[index] = Math.min(target, limitAt(index, lines, limits, isComment));
  }
}

function columnBelow(above: number, indent: number, { lines }: Unit, { targets }: Indentation): number {
  const line = lines[above];
  if (line === undefined) return indent;
  const column = targets[above] ?? line.indent;
  return line.indent === indent ? column : column + 2;
}

/** A comment that follows a text below `|` must not become a line of it. */
function limitAt(
  index: number,
  lines: Unit['lines'],
  limits: ReadonlyMap<number, number>,
  isComment: readonly boolean[],
): number {
  let above = index - 1;
  while (above >= 0 && (isComment[above] || lines[above]?.isBlank)) above--;
  return limits.get(above) ?? Number.POSITIVE_INFINITY;
}

function isCommentLine({ text, lines }: Unit, index: number): boolean {
  const line = lines[index];
  return line !== undefined && text[line.start + line.indent] === '#';
}
