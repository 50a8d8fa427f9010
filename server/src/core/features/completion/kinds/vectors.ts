import type { Factor } from '../../../model';
import { scaleOf } from '../../../risk/scales';
import { ruleById } from '../../../rules';
import type { Candidate } from '../item';
import { textIn, valueAt } from '../sketch/read-sketch';
import type { Around } from '../slot';

/** The numbers of the factor at the cursor, each with what it means; whole vectors where nothing is written. */
export function vectorItems(factors: readonly Factor[], written: string, at: number, around: Around): Candidate[] {
  const start = written.lastIndexOf('/', at - 1) + 1;
  const index = written.slice(0, start).split('/').length - 1;
  const factor = factors[index];
  if (factor === undefined) return [];
  const slash = written.indexOf('/', at);
  const end = slash < 0 ? written.length : slash;
  const closes = index === factors.length - 1 || slash >= 0;
  const digits = digitItems(factor, [start, end], closes);
  return written.trim() === '' && factors.length > 1 ? [...wholeItems(factors, around), ...digits] : digits;
}

function digitItems({ name, maximum }: Factor, span: readonly [number, number], closes: boolean): Candidate[] {
  const meanings = new Map(scaleOf(name, maximum));
  const step = maximum === 1 ? 0.1 : 1;
  return Array.from({ length: Math.round(maximum / step) + 1 }, (_, count) => {
    const value = Number((count * step).toFixed(1));
    const meaning = meanings.get(value);
    return {
      label: String(value),
      kind: 'number',
      text: closes ? String(value) : `${value}/`,
      span,
      detail: meaning === undefined ? name : `${name}: ${meaning}`,
      asks: !closes,
      isNumber: true,
    };
  });
}

/** Vectors to begin with: the rule's, where the threat has one, and one for each level. */
function wholeItems(factors: readonly Factor[], { entry }: Around): Candidate[] {
  const known = factors.flatMap(({ usual }) => usual ?? []);
  if (known.length === factors.length) return [whole(known, 'as it is where nothing is said')];
  const rule = ruleById(textIn(valueAt(entry, 'rule')));
  const isDread = factors[0]?.name === 'damage';
  const usual = rule !== undefined && isDread ? [whole(rule.dread, `as the rule ${rule.id} has it`)] : [];
  const level = (share: number) =>
    factors.map(({ maximum }) => Number((maximum * share).toFixed(maximum === 1 ? 1 : 0)));
  return [
    ...usual,
    whole(level(0.3), 'low'),
    whole(level(0.5), 'medium'),
    whole(level(0.8), 'high'),
    whole(level(0.9), 'critical'),
  ].map((item) => ({ ...item, filter: `${item.label} ${factors.map(({ name }) => name).join('/')}` }));
}

function whole(values: readonly number[], detail: string): Candidate {
  const text = values.join('/');
  return { label: text, kind: 'number', text, detail, isNumber: true };
}
