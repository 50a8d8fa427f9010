// Rows of a table that say what was measured, the bar, and whether it holds.

/** A row whose value may not fall below the bar. */
export const atLeast = (what, value, bar, digits = 2) => ({
  what,
  bar: `>= ${bar.toFixed(digits)}`,
  measured: value.toFixed(digits),
  holds: value >= bar,
});

/** A row whose value may not rise above the bar. */
export const atMost = (what, value, bar, digits = 2) => ({
  what,
  bar: `<= ${bar.toFixed(digits)}`,
  measured: value.toFixed(digits),
  holds: value <= bar,
});

/** A row whose values must fall, each below the one before. */
export const falling = (what, values, digits = 1) => ({
  what,
  bar: 'falls strictly',
  measured: values.map((value) => value.toFixed(digits)).join(' > '),
  holds: values.every((value, index) => index === 0 || value < values[index - 1]),
});

/** Lines of a table; the first row is its head, and columns are as wide as their widest cell. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

/** The table of the bars, as lines. */
export function barTable(rows) {
  const cells = rows.map(({ what, bar, measured, holds }) => [what, bar, measured, holds ? 'holds' : 'MISSED']);
  return aligned([['what', 'bar', 'measured', ''], ...cells]);
}

export const allHold = (rows) => rows.every(({ holds }) => holds);
