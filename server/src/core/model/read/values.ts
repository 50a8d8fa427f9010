import type { AnswerSite } from '../../openapi/types';
import { kindOf, type Place } from '../../text';
import { listed } from '../grammar/listed';
import { didYouMean, nearest } from '../grammar/nearest';
import type { Parsed } from '../grammar/scanner';
import { parseBeside, parseStatement } from '../grammar/statement';
import { parsePart, parseWhere } from '../grammar/where';
import { CATEGORY_WORDS, categoryOf } from '../grammar/words';
import type { ProblemCode } from '../problem-codes';
import type { Factor, KeyDefinition, ValueType } from '../schema/schema-types';
import type { Statement } from '../types';
import { type Cell, itemsOf, pairsOf, placeOf, textAt, wholePlaceOf } from './cells';
import { mendDate, mendDuration, mendPercentage, mendWeakness } from './mend-values';
import { MERGE_KEY, type Report, twice } from './report';
import { isTodo } from './todo';
import { checkComment, checkSplit, checkTag, reportAlias } from './traps';

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && !leap ? 28 : (LENGTHS[month - 1] ?? 0));
}

/** Says what is wrong with a value, if anything is. */
export function checkValue(cell: Cell, definition: KeyDefinition, report: Report): void {
  const kind = kindOf(cell.block, cell.node);
  const { name, type } = definition;
  // What is wrong with a matrix is told where it is read.
  if (type.kind === 'any' || type.kind === 'matrix') return;
  if (kind === 'sequence' && !definition.many) {
    report.error('wrong-type', `\`${name}\` takes one value, not a list`, wholePlaceOf(cell));
    return;
  }
  checkTag(cell, report);
  const torn = type.kind === 'statement' ? checkSplit(cell, report) : null;
  for (const item of itemsOf(cell)) {
    if (kind === 'sequence') checkTag(item, report);
    if (torn?.has(item.node) !== true) checkItem(item, name, type, report);
  }
}

function checkItem(cell: Cell, name: string, type: ValueType, report: Report): void {
  const kind = kindOf(cell.block, cell.node);
  const keys = kind === 'map' ? keysWithin(type) : null;
  if (keys === 'any') return;
  if (keys !== null) checkMap(cell, name, keys, report);
  else if (kind === 'alias') reportAlias(cell, report);
  else if (kind !== 'scalar') report.error('wrong-type', `\`${name}\` takes a text here`, wholePlaceOf(cell));
  else if (isTodo(textAt(cell))) report.warn('todo', `\`${name}\` is still to be filled in`, placeOf(cell));
  else checkText(cell, name, type, report);
}

/** The keys of a value that may be a map, or null where it may not. */
function keysWithin(type: ValueType): readonly KeyDefinition[] | 'any' | null {
  if (type.kind === 'numbers') return type.factors.map(keyOfFactor);
  if (type.kind !== 'map') return null;
  return type.open === true ? 'any' : type.keys;
}

/** A factor of a vector that is written as a map: one number. */
function keyOfFactor(factor: Factor): KeyDefinition {
  return { name: factor.name, type: { kind: 'numbers', factors: [factor] }, many: false, doc: factor.doc };
}

function checkMap(cell: Cell, name: string, keys: readonly KeyDefinition[], report: Report): void {
  const seen = new Set<string>();
  for (const { key, keyAt, value } of pairsOf(cell)) {
    const definition = keys.find((candidate) => candidate.name === key);
    if (seen.has(key)) report.error('duplicate-key', twice(key, 'key'), keyAt);
    else if (definition !== undefined) checkValue(value, definition, report);
    else if (key === '<<') report.error('merge-key', MERGE_KEY, keyAt);
    else if (!key.startsWith('x-')) {
      const names = keys.map((candidate) => candidate.name);
      const suggestion = nearest(key, names);
      report.warn('unknown-key', `\`${key}\` is no key of ${name}${didYouMean(suggestion)}`, keyAt, suggestion);
    }
    seen.add(key);
  }
}

/** Values that are over at a blank: a `#` behind them begins a comment that is meant as one. */
const SHORT: ReadonlySet<ValueType['kind']> = new Set([
  'date',
  'duration',
  'percentage',
  'number',
  'cwe',
  'word',
  'numbers',
  'id',
  'category',
  'any',
  'map',
  'owasp',
]);

function checkText(cell: Cell, name: string, type: ValueType, report: Report): void {
  const text = textAt(cell);
  if (!SHORT.has(type.kind)) checkComment(cell, report);
  const message = complaint(text, name, type);
  if (message !== null) report.error(message.code, message.message, placeOf(cell), message.newText);
  const parsed = type.kind === 'where' || type.kind === 'statement' ? parsePlaced(text, type.kind, report.site) : null;
  if (parsed !== null && 'error' in parsed) report.grammar(cell, parsed.error);
}

interface Complaint {
  readonly code: ProblemCode;
  readonly message: string;
  readonly newText?: string;
}

function complaint(text: string, name: string, type: ValueType): Complaint | null {
  switch (type.kind) {
    case 'word':
      return wordComplaint(
        text,
        type.choices.map((choice) => choice.name),
      );
    case 'category':
      return categoryOf(text) === undefined ? wordComplaint(text, Object.values(CATEGORY_WORDS)) : null;
    case 'numbers':
      return numbersOf(text, type.factors) === null
        ? { code: 'malformed-vector', message: vectorWords(name, text, type.factors) }
        : null;
    default:
      return shapeComplaint(text, name, type.kind);
  }
}

interface Shape {
  readonly code: ProblemCode;
  /** What such a value is, behind the name of its key. */
  readonly is: string;
  readonly fits: (text: string) => boolean;
  /** What is surely meant instead, or null. */
  readonly mend?: (text: string) => string | null;
}

const NUMBER: Shape = { code: 'wrong-type', is: 'a number', fits: (text) => /^\d+$/.test(text) };
const SHAPES: Partial<Record<ValueType['kind'], Shape>> = {
  date: { code: 'malformed-date', is: 'a day such as 2027-05-31', fits: isDate, mend: mendDate },
  duration: {
    code: 'malformed-duration',
    is: 'a time such as `90 days`',
    fits: (text) => /^[1-9]\d* (?:day|week|month|year)s?$/.test(text),
    mend: mendDuration,
  },
  percentage: {
    code: 'malformed-percentage',
    is: 'a percentage such as `70%`',
    fits: (text) => percentage(text) !== null,
    mend: mendPercentage,
  },
  number: NUMBER,
  cwe: { ...NUMBER, mend: mendWeakness },
};

function shapeComplaint(text: string, name: string, kind: ValueType['kind']): Complaint | null {
  const shape = SHAPES[kind];
  if (shape === undefined || shape.fits(text)) return null;
  const mended = shape.mend?.(text) ?? null;
  const newText = mended !== null && shape.fits(mended) ? { newText: mended } : {};
  return { code: shape.code, message: `\`${name}\` is ${shape.is}`, ...newText };
}

/** What is wrong with a vector: how many numbers there are, or the first that is none or out of its range. */
function vectorWords(name: string, text: string, factors: readonly Factor[]): string {
  const pieces = piecesOf(text);
  const range = (factor: Factor | undefined, piece: string | undefined) =>
    `a number from 0 to ${factor?.maximum ?? 0}, not \`${piece}\``;
  if (factors.length === 1) return `\`${name}\` is ${range(factors[0], text)}`;
  const usual = factors.map((factor) => factor.usual ?? '').join('/');
  const holds = factors.every((factor) => factor.usual !== undefined) ? usual : 'what is derived';
  if (pieces.length === factors.length) {
    const first = factors.findIndex((factor, index) => !isWithin(pieces[index], factor));
    return `${factors[first]?.name} in \`${name}\` is ${range(factors[first], pieces[first])}, so ${holds} holds`;
  }
  const names = listed(factors.map((factor) => factor.name));
  const here = pieces.length === 1 ? 'here is one' : `here are ${pieces.length}`;
  return `\`${name}\` takes ${factors.length} numbers between strokes (${names}), and ${here}, so ${holds} holds`;
}

function wordComplaint(text: string, allowed: readonly string[]): Complaint | null {
  if (allowed.includes(text)) return null;
  const suggestion = nearest(text, allowed);
  const message = `\`${text}\` is not one of ${allowed.join(', ')}${didYouMean(suggestion)}`;
  return suggestion === undefined
    ? { code: 'unknown-word', message }
    : { code: 'unknown-word', message, newText: suggestion };
}

/** 0-1, or null where the text is no percentage. */
export function percentage(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text);
  const value = found === null ? 101 : Number(found[1]);
  return value > 100 ? null : value / 100;
}

/** The numbers of `8/9/7/8/6`, or null where it is not that. */
export function numbersOf(text: string, factors: readonly Bound[]): number[] | null {
  const pieces = piecesOf(text);
  if (pieces.length !== factors.length) return null;
  return factors.every((factor, index) => isWithin(pieces[index], factor)) ? pieces.map(Number) : null;
}

interface Bound {
  readonly name: string;
  readonly maximum: number;
}

function piecesOf(text: string): string[] {
  return text.split('/').map((piece) => piece.trim());
}

function isWithin(piece: string | undefined, { maximum }: Bound): boolean {
  return piece !== undefined && /^\d+(?:\.\d+)?$/.test(piece) && Number(piece) <= maximum;
}

/** Reads a statement or a place of the answers of a description, or of a model. */
export function parsePlaced(text: string, kind: 'where' | 'statement', site?: AnswerSite): Parsed<Said> {
  if (kind === 'statement') return site === undefined ? parseStatement(text) : parseBeside(text);
  const parsed = (site === undefined ? null : parsePart(text)) ?? parseWhere(text);
  return 'error' in parsed ? parsed : { value: { what: null, where: parsed.value } };
}

type Said = Pick<Statement, 'what' | 'where'>;

/** Statements of a value that read; the others are problems already. */
export function statementsOf(cell: Cell | undefined, kind: 'where' | 'statement', site?: AnswerSite): Statement[] {
  if (cell === undefined) return [];
  return itemsOf(cell).flatMap((item): Statement[] => {
    const text = textAt(item);
    if (text === '' || isTodo(text)) return [];
    const parsed = parsePlaced(text, kind, site);
    return 'value' in parsed ? [statement(parsed.value, text, placeOf(item), site)] : [];
  });
}

export function statement({ what, where }: Said, text: string, at: Place, site?: AnswerSite): Statement {
  return { what, where, text, at, ...(site !== undefined && { site }) };
}

/** Numbers by factor, from a vector or a map of factors; null where neither. */
export function factorsOf(cell: Cell | undefined, factors: readonly Bound[]): (number | null)[] | null {
  if (cell === undefined) return null;
  if (kindOf(cell.block, cell.node) !== 'map') return numbersOf(textAt(cell), factors);
  const values = new Map(pairsOf(cell).map((pair) => [pair.key, textAt(pair.value)]));
  return factors.map((factor) => numbersOf(values.get(factor.name) ?? '', [factor])?.[0] ?? null);
}
