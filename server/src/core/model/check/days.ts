const DAY = 86_400_000;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7 };
const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, year: 12 };

/** The day that lies a time such as `90 days` behind another, `YYYY-MM-DD` both, or null where the time does not read. */
export function dayAfter(date: string, time: string): string | null {
  const found = /^(\d+) (day|week|month|year)s?$/.exec(time);
  const [year, month, day] = date.split('-').map(Number);
  if (found === null || year === undefined || month === undefined || day === undefined) return null;
  const count = Number(found[1]);
  const unit = found[2] ?? '';
  const months = month - 1 + count * (MONTHS_OF[unit] ?? 0);
  // The last day of a month stays one: 31 January and a month is 28 February.
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const time0 = Date.UTC(year, months, Math.min(day, last)) + count * (DAYS_OF[unit] ?? 0) * DAY;
  const result = new Date(time0);
  return Number.isNaN(result.getTime()) ? null : result.toISOString().slice(0, 10);
}
