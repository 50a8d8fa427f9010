import type { Operation } from '../../openapi/types';
import { costlyInput } from './costly-input';
import { type Input, inputsOf } from './inputs';
import { perObject } from './per-object';
import { wordSet } from './words';

/** A match that a caller can keep busy. */
export interface CostlyMatch {
  readonly input: Input;
  /** The description's own pattern is costly; else the caller names the pattern. */
  readonly own: boolean;
  /** What is so of the input, as a sentence. */
  readonly said: string;
  /** The end of a sentence that begins with the operation, and with several of them. */
  readonly does: string;
  readonly together: string;
}

/** The first pattern of the description's own that takes exponential time, else the first that the caller may name. */
export const costlyMatchOf: (operation: Operation) => CostlyMatch | null = perObject((operation) => {
  const own = costlyInput(operation);
  if (own !== undefined) return describedIn(own);
  const named = callerPatternOf(operation);
  return named === undefined ? null : namedIn(named);
});

function describedIn(input: Input): CostlyMatch {
  const { name } = input;
  return {
    input,
    own: true,
    said: `The pattern of ${name} repeats a group that can be split in many ways.`,
    does: `checks ${name} against a pattern that a short text can keep busy for hours`,
    together: `check ${name} against a pattern that can take hours`,
  };
}

function namedIn(input: Input): CostlyMatch {
  const rest = `a pattern in ${input.name}, and some patterns keep a match busy for hours`;
  return { input, own: false, said: `It takes ${rest}.`, does: `takes ${rest}`, together: `take ${rest}` };
}

const PATTERNS = wordSet('regex regexp regexpattern regularexpression pattern');

function callerPatternOf(operation: Operation): Input | undefined {
  if (operation.kind !== 'operation') return undefined;
  return inputsOf(operation).find((one) => isText(one) && isPattern(one));
}

function isText({ in: where, depth, type, bounds }: Input): boolean {
  if ((where !== 'query' && where !== 'body') || depth > 2) return false;
  return (type === 'string' || type === '') && !bounds.hasEnum && !bounds.hasPattern;
}

function isPattern({ words: list, format }: Input): boolean {
  return format === 'regex' || (format === '' && (PATTERNS.has(list.at(-1) ?? '') || PATTERNS.has(list.join(''))));
}
