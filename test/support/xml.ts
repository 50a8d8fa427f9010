const TOKEN =
  /<!--|<([a-zA-Z][\w:-]*)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>|<\/([a-zA-Z][\w:-]*)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** What keeps a text from being XML of elements, attributes and texts; null for nothing. Characters that XML forbids count. */
export function xmlProblem(text: string): string | null {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) return `a character that is forbidden at ${forbidden.index}`;
  const open: string[] = [];
  for (const [token, start, attributes = '', closed, end] of text.matchAll(TOKEN)) {
    if (start === undefined && end === undefined) return `a stray ${token}`;
    const names = namesIn(attributes);
    if (new Set(names).size < names.length) return `an attribute twice in ${token}`;
    if (end !== undefined && open.pop() !== end) return `${token} without a start`;
    if (start !== undefined && closed === '') open.push(start);
  }
  return open.length === 0 ? null : `<${open.at(-1)}> without an end`;
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
