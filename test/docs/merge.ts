interface Piece {
  /** The key in whose lines it stands. */
  readonly key: string;
  readonly lines: string[];
}

/** Lines cut before each key of this indentation; what stands before the first belongs to none. Comments go with what follows. */
function cut(lines: readonly string[], indent: number): Piece[] {
  const key = new RegExp(`^ {${indent}}([^\\s#].*?):(?:\\s|$)`);
  const pieces: Piece[] = [];
  let waiting: string[] = [];
  for (const line of lines) {
    const name = key.exec(line)?.[1];
    if (name !== undefined) {
      pieces.push({ key: name, lines: [...waiting, line] });
      waiting = [];
    } else if (line.trim() === '' || line.startsWith(`${' '.repeat(indent)}#`)) waiting.push(line);
    else {
      pieces.at(-1)?.lines.push(...waiting, line);
      waiting = [];
    }
  }
  return waiting.length === 0 ? pieces : [...pieces, { key: '', lines: waiting }];
}

/** A model with what a block adds: entries come to their section, in place of those of the same name; or whole sections are replaced. */
export function merged(model: string, block: string, replaces: boolean): string {
  const sections = cut(model.trimEnd().split('\n'), 0);
  for (const added of cut(block.trimEnd().split('\n'), 0)) {
    const at = sections.findIndex(({ key }) => key !== '' && key === added.key);
    const old = sections[at];
    if (old === undefined) sections.splice(sections.at(-1)?.key === '' ? -1 : sections.length, 0, added);
    else sections[at] = replaces ? added : { key: old.key, lines: withEntries(old.lines, added.lines) };
  }
  return `${sections.flatMap(({ lines }) => lines).join('\n')}\n`;
}

function withEntries(old: readonly string[], added: readonly string[]): string[] {
  const head = old.findIndex((line) => /^\S+:/.test(line)) + 1;
  const start = added.findIndex((line) => /^\S+:/.test(line)) + 1;
  const entries = cut(old.slice(head), 2);
  for (const entry of cut(added.slice(start), 2)) {
    const at = entries.findIndex(({ key }) => key === entry.key);
    if (at < 0) entries.push(entry);
    else entries[at] = entry;
  }
  return [...old.slice(0, head), ...entries.flatMap(({ lines }) => lines)];
}
