import type { Factor } from '../../model';
import { placeStart } from '../../model/grammar/where';
import { meaningOf } from '../../risk/scales';
import type { Position, SourceDocument } from '../../text';
import { cursorAt } from '../completion/cursor';
import { type Slot, slotAt } from '../completion/slot';
import { escapeMarkdown } from '../markdown';

/** What a value consists of, and which part of it is being typed. */
export interface Signature {
  readonly label: string;
  readonly parameters: readonly SignatureParameter[];
  readonly active: number;
}

export interface SignatureParameter {
  /** Offsets in the label. */
  readonly start: number;
  readonly end: number;
  /** Markdown. */
  readonly doc: string;
}

type Part = readonly [name: string, doc: string];

const WHAT: Part = ['what', '`all`, categories or rules, joined by `and` or commas\\.'];
const WHERE: Part = [
  'where',
  'A place: `store GET /orders/{orderId}`, `operation placeOrder`, `gateway`, `shopper -> store`\\.',
];
const PLACE: readonly Part[] = [
  ['[api]', 'The id of an API, or `every`; may be left out where there is one\\.'],
  ['METHOD', 'A method, `ANY`, `READ` or `WRITE`; or `operation`, `tag`, `webhook`, `callback`, `schema`, `scheme`\\.'],
  ['path', 'A path, or a pattern: `*` within a segment, `**` over several; or the name\\.'],
  ['[part]', 'A part of it: `query.limit`, `body.role`\\.'],
];
const FLOW: readonly Part[] = [
  ['caller', 'Who calls: an actor, a component, an API\\.'],
  ['callee', 'Who is called; a chain may go on with another `->`\\.'],
];

/** What the statement, place, flow or vector at a position consists of, or null where none is typed. */
export function signatureFor(document: SourceDocument, position: Position): Signature | null {
  const cursor = cursorAt(document, position);
  const slot = cursor === null ? null : slotAt(cursor);
  if (cursor === null || slot === null) return null;
  return signatureOf(slot, cursor.before);
}

function signatureOf(slot: Slot, before: string): Signature | null {
  if (slot.kind === 'entry') {
    if (slot.section?.entries === 'flow') return signature(FLOW, ' -> ', Math.min(1, before.split('->').length - 1));
    return slot.section?.entries === 'statement' ? statement(before) : null;
  }
  if (slot.kind !== 'value') return null;
  const { type } = slot.key;
  if (type.kind === 'numbers') return type.factors.length > 1 ? vector(type.factors, before) : null;
  if (before.includes('->')) return null;
  if (type.kind === 'statement') return statement(before);
  return type.kind === 'where' ? place(before) : null;
}

/** The values of a vector, with what is written so far. */
function vector(factors: readonly Factor[], before: string): Signature | null {
  const written = before.split('/');
  const active = written.length - 1;
  if (active >= factors.length) return null;
  const parts = factors.map(({ name, maximum, doc }, index): Part => {
    const value = written[index]?.trim() ?? '';
    const meaning = value === '' ? '' : meaningOf(name, maximum, Number(value));
    return [
      name,
      `${escapeMarkdown(`${doc} 0 to ${maximum}.`)}${meaning === '' ? '' : ` ${escapeMarkdown(`${value}: ${meaning}`)}`}`,
    ];
  });
  return signature(parts, ' / ', active);
}

function statement(before: string): Signature {
  const on = /(?:^|\s)on\s/.exec(before);
  const isWhere = on !== null || placeStart(before) !== 'no';
  return signature([WHAT, WHERE], ' on ', isWhere ? 1 : 0);
}

function place(before: string): Signature {
  const words = before.trimStart().split(/\s+/);
  const begin = placeStart(before) === 'here' ? 1 : 0;
  return signature(PLACE, ' ', Math.min(PLACE.length - 1, words.length - 1 + begin));
}

function signature(parts: readonly Part[], join: string, active: number): Signature {
  let start = 0;
  const parameters = parts.map(([name, doc]) => {
    const parameter = { start, end: start + name.length, doc };
    start += name.length + join.length;
    return parameter;
  });
  return { label: parts.map(([name]) => name).join(join), parameters, active };
}
