import { list, oneOf, outputOf, parsed, text, UsageError } from './values';

export interface ExplainOptions {
  readonly rule: string;
  /** `GET /x`, `webhook x` or an operationId, behind the id of an API where it is one of several; null for all operations. */
  readonly operation: string | null;
  readonly paths: readonly string[];
  readonly models: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | null;
}

/** The second word is an operation where it looks like one: `GET /x`, `store GET /x`. An operationId is told from a path by `operation`. */
const OPERATION = /^(?:[a-z][\w-]*\s+)?(?:operation|webhook|callback|[a-z]+(?=\s+\/))\s+\S/i;

export function explainOptions(words: readonly string[]): ExplainOptions {
  const { values, positionals } = parsed(words, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    model: { type: 'string', multiple: true },
  });
  const [rule, second = '', ...rest] = positionals;
  if (rule === undefined)
    throw new UsageError('explain takes the id of a rule or of a written threat: stridewise explain missing-audit');
  const operation = OPERATION.test(second) ? second : null;
  const paths = operation === null ? positionals.slice(1) : rest;
  return {
    rule,
    operation,
    paths: paths.length > 0 ? paths : ['.'],
    models: list(values.model),
    format: oneOf('--format', text(values.format) ?? 'text', ['text', 'json']),
    output: outputOf(values.output),
  };
}
