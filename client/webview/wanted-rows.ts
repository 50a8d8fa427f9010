import type { CoverageRow, OverviewApi } from '../../server/src/protocol';
import type { PageState } from './page-state';

/** Which operations are wanted: by text, by the name of their API, only those where something is open. */
export type RowChoice = Pick<PageState, 'filter' | 'api' | 'onlyOpen'>;

/** Whether an operation is among those that are wanted; every word of the filter is in its name or its API's. */
export function isWanted(row: CoverageRow, api: string, { filter, api: only, onlyOpen }: RowChoice): boolean {
  if (only !== '' && only !== api) return false;
  if (onlyOpen && !isOpen(row)) return false;
  const text = `${api} ${row.name}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const isOpen = ({ levels, states }: CoverageRow) =>
  levels.some((level) => level !== null) || states.includes('unanswered');

/** The APIs with those of their operations that are wanted; without those that have none. */
export function wantedRows(apis: readonly OverviewApi[], choice: RowChoice): readonly OverviewApi[] {
  return apis
    .map((api) => ({ ...api, rows: api.rows.filter((row) => isWanted(row, api.name, choice)) }))
    .filter(({ rows }) => rows.length > 0);
}
