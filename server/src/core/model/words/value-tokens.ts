import type { Factor, ValueType } from '../schema/schema-types';
import { tokensOfRule } from './tokens';
import type { Token, WordRole } from './word';

const ROLES: Partial<Record<ValueType['kind'], WordRole>> = {
  category: 'category',
  control: 'control',
  attack: 'attack',
  owasp: 'owasp',
  cwe: 'cwe',
  date: 'date',
  duration: 'duration',
  percentage: 'percentage',
  number: 'number',
  word: 'choice',
  spec: 'file',
  model: 'file',
  file: 'file',
  field: 'field',
};

/** The words of a value that is in neither of the small grammars. */
export function tokensOfValue(text: string, type: ValueType): Token[] {
  if (type.kind === 'id') return [{ ...whole(text, 'reference'), of: type.of }];
  if (type.kind === 'rule') return tokensOfRule(text);
  if (type.kind === 'numbers') return tokensOfVector(text, type.factors);
  if (type.kind === 'evidence') return tokensOfEvidence(text);
  if (type.kind === 'schema') return tokensOfSchema(text);
  if (/^https?:\/\//.test(text)) return [whole(text, 'url')];
  return [whole(text, ROLES[type.kind] ?? 'text')];
}

function whole(text: string, role: WordRole): Token {
  return { role, text, start: 0, end: text.length };
}

/** `8/9/7/8/6`: numbers and the strokes between them. */
function tokensOfVector(text: string, factors: readonly Factor[]): Token[] {
  let index = 0;
  return [...text.matchAll(/\/|[^/\s]+/g)].map((found) => {
    const span = { text: found[0], start: found.index, end: found.index + found[0].length };
    if (found[0] === '/') {
      index += 1;
      return { role: 'operator', ...span };
    }
    const factor = factors[index];
    return { role: 'number', ...span, ...(factor === undefined ? {} : { factor }) };
  });
}

/** A file, `file#text` in it, or an address. */
function tokensOfEvidence(text: string): Token[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return [whole(text, 'url')];
  const mark = text.indexOf('#');
  if (mark < 0) return [whole(text, 'file')];
  return [
    { role: 'file', text: text.slice(0, mark), start: 0, end: mark },
    { role: 'operator', text: '#', start: mark, end: mark + 1 },
    { role: 'text', text: text.slice(mark + 1), start: mark + 1, end: text.length },
  ];
}

/** `Customer`, or `store Customer`. */
function tokensOfSchema(text: string): Token[] {
  const blank = text.indexOf(' ');
  if (blank < 0) return [whole(text, 'schema')];
  const name = text.slice(blank + 1).trimStart();
  return [
    { role: 'reference', text: text.slice(0, blank), start: 0, end: blank, of: ['apis'] },
    { role: 'schema', text: name, start: text.length - name.length, end: text.length },
  ];
}
