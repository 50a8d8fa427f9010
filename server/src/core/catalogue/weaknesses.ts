import type { Mapping, Weakness } from './types';
import { unmappableNumbers, weaknessRows } from './weakness-rows';

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  A: 'allowed',
  R: 'review',
  D: 'discouraged',
  P: 'prohibited',
};

/**
 * The weakness with this number, or undefined where the table does not have it. The table holds those that meet web
 * applications and APIs and all whose mapping CWE discourages; source: CWE through `cwe-sdk`. It is read when first asked.
 */
export function weaknessOf(cwe: number): Weakness | undefined {
  return table().get(cwe);
}

/** Every weakness of the table, by number. */
export function allWeaknesses(): Iterable<Weakness> {
  return table().values();
}

function table(): ReadonlyMap<number, Weakness> {
  weaknesses ??= new Map(
    weaknessRows()
      .split('\n')
      .map((row) => read(row.split('|'))),
  );
  return weaknesses;
}

/** Whether the number is one of a category, a view or a deprecated entry, which no finding could have as its weakness. */
export function isUnmappable(cwe: number): boolean {
  unmappable ??= new Set(numbers(unmappableNumbers()));
  return unmappable.has(cwe);
}

/** CWE counts its entries without gaps (1426 of them in 2024), and beyond them only has the view 2000. */
const LAST = 2000;

/** Whether CWE has given the number to nothing, and will not soon. */
export function isUnused(cwe: number): boolean {
  return cwe < 1 || cwe > LAST;
}

/** Attack patterns (CAPEC numbers) that CWE links to any of these weaknesses, ascending. */
export function capecOf(cwe: readonly number[]): number[] {
  return [...new Set(cwe.flatMap((id) => weaknessOf(id)?.capec ?? []))].sort((a, b) => a - b);
}

let weaknesses: ReadonlyMap<number, Weakness> | undefined;
let unmappable: ReadonlySet<number> | undefined;

function read([id = '', mapping = '', title = '', better = '', capec = '']: string[]): [number, Weakness] {
  return [
    Number(id),
    { id: Number(id), title, mapping: MAPPINGS[mapping] ?? 'review', better: numbers(better), capec: numbers(capec) },
  ];
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}
