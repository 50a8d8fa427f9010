import type { ModelWord, WordRole } from '../../model/words/word';
import { wordsOfModel } from '../../model/words/words-of';
import { type Range, rangeOf, type SourceDocument } from '../../text';

/** Types of tokens that every editor has colours for, in the order of their numbers. */
export const TOKEN_TYPES = [
  'namespace',
  'property',
  'variable',
  'enumMember',
  'function',
  'keyword',
  'string',
  'method',
  'type',
  'parameter',
  'operator',
  'number',
  'event',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ['declaration'] as const;

/** A word with the type that colours it. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  /** Whether an entry is named here. */
  readonly isDeclaration: boolean;
}

/** Texts have none: the grammar tells their quotes and escapes. */
const TYPES: Readonly<Partial<Record<WordRole, TokenType>>> = {
  section: 'namespace',
  id: 'variable',
  key: 'property',
  reference: 'variable',
  category: 'enumMember',
  rule: 'function',
  control: 'function',
  attack: 'function',
  owasp: 'enumMember',
  cwe: 'number',
  method: 'keyword',
  path: 'string',
  operation: 'method',
  tag: 'string',
  webhook: 'event',
  callback: 'event',
  schema: 'type',
  scheme: 'type',
  part: 'parameter',
  field: 'property',
  keyword: 'keyword',
  operator: 'operator',
  choice: 'enumMember',
  number: 'number',
  date: 'number',
  duration: 'number',
  percentage: 'number',
  file: 'string',
  url: 'string',
};

/** The words of a model by what they mean, in the order of the text; with `range` those on its lines. */
export function semanticTokens(document: SourceDocument, range?: Range): SemanticToken[] {
  const tokens = wordsOfModel(document).flatMap((word) => tokenOf(document, word));
  const asked =
    range === undefined ? tokens : tokens.filter(({ line }) => line >= range.start.line && line <= range.end.line);
  // What an alias stands for is read where it was written, once more.
  asked.sort((first, second) => first.line - second.line || first.character - second.character);
  return asked.filter((token, index) => isBehind(token, asked[index - 1]));
}

function tokenOf(document: SourceDocument, { role, at, isExact }: ModelWord): SemanticToken[] {
  const type = TYPES[role];
  const range = type === undefined || !isExact ? null : rangeOf(document, at);
  if (type === undefined || range === null || range.start.line !== range.end.line) return [];
  const { line, character } = range.start;
  const length = range.end.character - character;
  return length > 0 ? [{ line, character, length, type, isDeclaration: role === 'id' }] : [];
}

function isBehind(token: SemanticToken, last: SemanticToken | undefined): boolean {
  return last === undefined || last.line < token.line || last.character + last.length <= token.character;
}
