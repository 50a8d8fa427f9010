import { isTodo } from '../../model/read/todo';
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
  'macro',
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

/** Texts have none, the grammar tells their quotes and escapes; a path has several. */
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
  method: 'macro',
  operation: 'method',
  tag: 'string',
  webhook: 'event',
  callback: 'event',
  schema: 'type',
  scheme: 'type',
  part: 'parameter',
  field: 'parameter',
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

function tokenOf(document: SourceDocument, word: ModelWord): SemanticToken[] {
  const { role, text, at, isExact } = word;
  const pieces = role === 'path' ? piecesOf(text) : [{ start: 0, length: text.length, type: TYPES[role] }];
  const range = !isExact || isTodo(text) ? null : rangeOf(document, at);
  if (range === null || range.start.line !== range.end.line) return [];
  const { line, character } = range.start;
  return pieces.flatMap(({ start, length, type }) =>
    type === undefined ? [] : [{ line, character: character + start, length, type, isDeclaration: role === 'id' }],
  );
}

/** A path with its templates and stars. */
function piecesOf(path: string) {
  return [...path.matchAll(/\{[^}]*\}?|\*+|[^{*]+/g)].map(({ 0: piece, index }) => {
    const type: TokenType = piece.startsWith('{') ? 'parameter' : piece.startsWith('*') ? 'operator' : 'string';
    return { start: index, length: piece.length, type };
  });
}

function isBehind(token: SemanticToken, last: SemanticToken | undefined): boolean {
  return last === undefined || last.line < token.line || last.character + last.length <= token.character;
}
