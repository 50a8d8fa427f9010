// Judgements of docs/evaluation.md: a table for each description, a finding a row, known by its rule and its first operation.

/** `| 1 | rule | `GET /x` +4 | verdict | why |` */
const ROW = /^\| *\d+ *\| *([a-z-]+) *\| *`([A-Z]+ [^`]+)`[^|]*\| *([a-z ]+?) *\| *(.+?) *\|$/;

/** By the heading's name in lower case: what was judged, in its order. */
export function judgedIn(text) {
  const judged = new Map();
  let name = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) name = line.replace(/^#+ */, '').toLowerCase();
    const [, rule, operation, verdict, why] = ROW.exec(line) ?? [];
    if (rule === undefined) continue;
    judged.set(name, [...(judged.get(name) ?? []), { rule, operation, verdict, why }]);
  }
  return judged;
}

const key = ({ rule, operation }) => `${rule} ${operation}`;

/** What stands at the top and is not judged, and what is judged and no longer stands there. */
export function compared(judged, top) {
  const [known, now] = [judged, top].map((list) => new Set(list.map(key)));
  return {
    unjudged: top.map(key).filter((one) => !known.has(one)),
    gone: judged.map(key).filter((one) => !now.has(one)),
  };
}
