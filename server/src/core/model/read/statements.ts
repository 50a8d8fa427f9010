import { parseStatement } from '../grammar/statement';
import type { Statement } from '../types';
import type { Node, Reader } from './reader';

/** Statements of a list or of one value; a malformed one is a problem at the words that are wrong. */
export function readStatements(reader: Reader, node: Node | undefined, what: string): readonly Statement[] {
  const out: Statement[] = [];
  for (const item of reader.list(node)) {
    const text = reader.text(item, what);
    const statement = text === '' ? null : readStatement(reader, text, item);
    if (statement) out.push(statement);
  }
  return out;
}

export function readStatement(reader: Reader, text: string, item: Node): Statement | null {
  const at = reader.place(item);
  const parsed = parseStatement(text);
  if ('value' in parsed) return { what: parsed.value.what, where: parsed.value.where, text, at };
  const { code, message, start, end } = parsed.error;
  const plain = item.block.text.slice(at.start, at.end) === text;
  reader.problem(
    code,
    message,
    plain ? { ...at, start: at.start + start, end: at.start + Math.max(end, start + 1) } : at,
  );
  return null;
}
