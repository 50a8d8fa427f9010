import type { Block } from '../../text';
import type { ModelProblem } from '../types';

/** The syntax error of a block, with the reason where it is one of YAML's usual traps. */
export function syntaxProblem(uri: string, block: Block): ModelProblem {
  const offset = Math.min(block.error?.offset ?? 0, block.text.length);
  return (
    braceInFlow(uri, block) ?? {
      code: 'syntax',
      message: `This does not read as YAML: ${block.error?.message ?? ''}`,
      severity: 'error',
      at: {
        uri,
        block,
        start: Math.max(0, Math.min(offset, block.text.length - 1)),
        end: Math.max(offset, Math.min(offset + 1, block.text.length)),
      },
    }
  );
}

/** `[GET /orders/{id}]`: to YAML the brace opens a mapping. */
function braceInFlow(uri: string, block: Block): ModelProblem | null {
  const lines = /(?<=[[{,]\s*|:\s+)(?:[\w-]+ )*[A-Z]+ \/[^\s"',\]{}]*\{[\w-]+\}[^\s"',\]}]*/g;
  for (const found of block.text.matchAll(lines)) {
    const line = block.text.slice(block.text.lastIndexOf('\n', found.index) + 1, found.index);
    if (!/[[{]/.test(line)) continue;
    return {
      code: 'brace-in-flow',
      message: `Inside brackets YAML reads \`{\` as a mapping: put \`${found[0]}\` in quotes`,
      severity: 'error',
      at: { uri, block, start: found.index, end: found.index + found[0].length },
      fix: { title: 'Put it in quotes', newText: `"${found[0]}"` },
    };
  }
  return null;
}
