/** What a row of a tree shows, and what a screen reader says of it. */
export interface RowWords {
  readonly description: string;
  readonly name: string;
}

/**
 * A name begins with what the row shows, so that people who speak to their computer can say what they see; behind it stands
 * what the row shows by an icon or by its place. The space before a description keeps it apart from the label for whatever
 * reads a row as one text: the editor keeps them apart by a margin alone.
 */
export function rowWords(label: string, description: string, others: readonly string[]): RowWords {
  const shown = description === '' ? label : `${label} ${description}`;
  const rest = others.filter((part) => part !== '' && !shown.includes(part));
  return { description: description === '' ? '' : ` ${description}`, name: [shown, ...rest].join(', ') };
}
