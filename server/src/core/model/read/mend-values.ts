const UNITS: Readonly<Record<string, string>> = { d: 'day', w: 'week', mo: 'month', y: 'year' };

/** A day as people write it elsewhere: `2027-5-1`, `2027/05/01`, `20270501`, `2027-05-01T00:00:00Z`; null where it could be another. */
export function mendDate(text: string): string | null {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (found === null) return null;
  const [year = '', month = '', day = ''] = found.slice(1);
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** `90d`, `90days`, `12 Weeks`, `P90D`. A lone `m` may be minutes. */
export function mendDuration(text: string): string | null {
  const found = /^P?0*([1-9]\d*)\s*(d|w|mo|y|day|week|month|year)s?$/i.exec(text);
  if (found === null) return null;
  const unit = (found[2] ?? '').toLowerCase();
  return `${found[1]} ${UNITS[unit] ?? unit}${found[1] === '1' ? '' : 's'}`;
}

/** `70`, `70 percent`, `0.7`; a lone 1 may be all or next to nothing. */
export function mendPercentage(text: string): string | null {
  const share = /^0?\.(\d{1,2})$/.exec(text)?.[1];
  if (share !== undefined) return `${Number(share.padEnd(2, '0'))}%`;
  const found = /^(\d{1,3})(\s*percent)?$/i.exec(text);
  if (found === null || (found[1] === '1' && found[2] === undefined)) return null;
  return Number(found[1]) <= 100 ? `${found[1]}%` : null;
}

/** `CWE-319`, `cwe 319`. */
export function mendWeakness(text: string): string | null {
  return /^CWE[-\s:_]?0*([1-9]\d*)$/i.exec(text)?.[1] ?? null;
}
