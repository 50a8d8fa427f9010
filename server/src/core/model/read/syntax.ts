import type { Block, SyntaxProblem } from '../../text';
import { blockScalar } from '../../text/edit/scalars';
import type { ProblemCode } from '../problem-codes';
import type { ModelProblem } from '../types';

/** The syntax error of a block, with the reason where it is one of YAML's usual traps. */
export function syntaxProblem(uri: string, block: Block): ModelProblem {
  const offset = Math.min(block.error?.offset ?? 0, block.text.length);
  const reason = block.error?.message ?? '';
  if (block.text.startsWith('---', offset) || reason.startsWith('a second document'))
    return secondDocument(uri, block, offset);
  // Nobody means a character that cannot be seen, and quotes do not help.
  const hidden = /^(?:a tab|a NUL|a control|an invisible) /.test(reason);
  return (
    (hidden
      ? null
      : (braceInFlow(uri, block) ?? commentInFlow(uri, block, offset) ?? unquoted(uri, block, offset))) ?? {
      code: 'syntax',
      message: messageOf(block.error),
      severity: 'error',
      at: {
        uri,
        block,
        start: Math.max(0, Math.min(offset, block.text.length - 1)),
        end: Math.max(offset, Math.min(block.error?.end ?? offset + 1, block.text.length)),
      },
    }
  );
}

function messageOf(error: SyntaxProblem | null): string {
  if (error?.isComment) return error.message;
  return `This does not read as YAML: ${error?.message ?? ''}`;
}

function secondDocument(uri: string, block: Block, offset: number): ModelProblem {
  const isMarked = block.text.startsWith('---', offset);
  const marker = isMarked ? 'the `---`' : 'the `...` above it';
  return {
    code: 'second-document',
    message: block.error?.message.startsWith('the threat model')
      ? `T${block.error.message.slice(1)}`
      : `A second document begins here, and only the first one is read: give it a file of its own, or delete ${marker}`,
    severity: 'error',
    at: {
      uri,
      block,
      start: offset,
      end: offset + (/^(?:---|[^\r\n]*)/.exec(block.text.slice(offset))?.[0].length ?? 0),
    },
  };
}

/** `[GET /orders/{id}]`: to YAML the brace opens a mapping. */
function braceInFlow(uri: string, block: Block): ModelProblem | null {
  const lines = /(?<=[[{,]\s*|:\s+)(?:[\w-]+ )*[A-Z]+ \/[^\s"',\]{}]*\{[\w-]+\}[^\s"',\]}]*/g;
  for (const found of block.text.matchAll(lines)) {
    const line = block.text.slice(block.text.lastIndexOf('\n', found.index) + 1, found.index);
    if (!/[[{]/.test(line)) continue;
    // The colon behind a key is none of it.
    const text = found[0].replace(/:$/, '');
    return {
      code: 'brace-in-flow',
      message: `Inside brackets YAML reads \`{\` as a mapping: put \`${text}\` in quotes`,
      severity: 'error',
      at: { uri, block, start: found.index, end: found.index + text.length },
      fix: { title: 'Put it in quotes', newText: `"${text}"` },
    };
  }
  return null;
}

/** `{ title: Order #1, ... }`: the bracket that closes stands behind what YAML takes for a comment. */
function commentInFlow(uri: string, block: Block, offset: number): ModelProblem | null {
  const line = /^[^\r\n]*/.exec(block.text.slice(offset))?.[0] ?? '';
  const found = /(?<=[[{,]\s*|:\s+)[^\s"'[\]{},:#][^"'[\]{},:#]*\s#[^\s,[\]{}][^,[\]{}"']*(?=[,\]}])/.exec(line);
  if (!/^[[{]/.test(line) || found === null) return null;
  const text = found[0].trimEnd();
  const start = offset + found.index;
  return {
    code: 'comment-in-text',
    message: 'YAML reads a blank and `#` as the start of a comment: put the text in quotes',
    severity: 'error',
    at: { uri, block, start, end: start + text.length },
    fix: { title: 'Put it in quotes', newText: JSON.stringify(text) },
  };
}

/** A text on the line of the error that YAML takes for something else, because it is not in quotes. */
function unquoted(uri: string, block: Block, offset: number): ModelProblem | null {
  const lineStart = block.text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(block.text.slice(lineStart))?.[0] ?? '';
  const head = /^\s*(?:- +)?/.exec(line)?.[0].length ?? 0;
  const colon = line.slice(head).search(/:[ \t]/);
  const from = colon < 0 ? head : head + colon + 1;
  const value = line
    .slice(from)
    .replace(/\s+#.*$/, '')
    .trim();
  const trap = trapOf(value);
  if (trap === null) return null;
  const start = lineStart + line.indexOf(trap.text, from);
  return {
    code: trap.code,
    message: trap.message,
    severity: 'error',
    at: { uri, block, start, end: start + trap.text.length },
    fix: { title: 'Put it in quotes', newText: blockScalar(trap.text) },
  };
}

function trapOf(value: string): { code: ProblemCode; message: string; text: string } | null {
  const isFlow = /^[[{]/.test(value);
  const sign = isFlow ? /(?<=[[{,:]\s*)(?:[@%`]|[*&!]\S+ )[^,\]}"']*/.exec(value) : /^[*&!@%`].*/.exec(value);
  if (sign !== null) {
    const text = sign[0].trim();
    const name = text.startsWith('`') ? 'backtick' : `\`${text[0]}\``;
    const message = `YAML gives a leading ${name} a meaning of its own: put the text in quotes`;
    return { code: 'leading-sign', message, text };
  }
  if (isFlow || /^["'|>]/.test(value) || !/:(?:\s|$)/.test(value)) return null;
  return {
    code: 'colon-in-text',
    message: 'YAML reads a colon and a blank as a key: put the text in quotes',
    text: value,
  };
}
