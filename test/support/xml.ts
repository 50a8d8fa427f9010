const TOKEN =
  /<!--|<([a-zA-Z][\w:-]*)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>|<\/([a-zA-Z][\w:-]*)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** What keeps a text from being XML of elements, attributes and texts; null for nothing. Characters that XML forbids count. */
export function xmlProblem(text: string): string | null {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) return `a character that is forbidden at ${forbidden.index}`;
  const open: string[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const problem = problemOf(token, open);
    if (problem !== null) return problem;
  }
  const last = open.at(-1);
  return last === undefined ? null : `<${last}> without an end`;
}

/** What is wrong with a tag within the elements that are open; it opens or closes one. */
function problemOf([token, start, attributes = '', closed, end]: RegExpExecArray, open: string[]): string | null {
  if (start === undefined) {
    if (end === undefined) return `a stray ${token}`;
    return open.pop() === end ? null : `${token} without a start`;
  }
  const names = namesIn(attributes);
  if (closed === '') open.push(start);
  return new Set(names).size < names.length ? `an attribute twice in ${token}` : null;
}

/** The names of all elements and attributes of a text of XML or HTML. */
export function markupNames(text: string): {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
} {
  const tags = [...text.matchAll(TOKEN)].filter(([, start]) => start !== undefined);
  return {
    elements: new Set(tags.map(([, start = '']) => start)),
    attributes: new Set(tags.flatMap(([, , words = '']) => namesIn(words))),
  };
}

function namesIn(attributes: string): string[] {
  return [...attributes.matchAll(/\s([\w:-]+)="[^"]*"/g)].map(([, name = '']) => name);
}
