import { type ApiAnalysis, type CategoryState, STRIDE, type Stride } from '../../core/index';

/** How many operations of an API are in which state, by category; states that do not occur are left out. */
export function coverageOf(api: ApiAnalysis): Record<string, Record<string, number>> {
  const table: Partial<Record<Stride, Partial<Record<CategoryState, number>>>> = {};
  for (const states of api.coverage.values()) {
    for (const category of STRIDE) {
      const row = table[category] ?? {};
      const state = states[category];
      row[state] = (row[state] ?? 0) + 1;
      table[category] = row;
    }
  }
  return table as Record<string, Record<string, number>>;
}
