import type { Request } from './tally';

/** The requests of one line of a log, or null where it is none. Nothing of the query is kept. */
export type ReadLine = (line: string) => Request | null;

/** The combined format of nginx and Apache: the words of the request stand in quotes, the status behind them. */
const COMBINED = /"([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?" (\d{3})(?: |$)/;
/** The virtual host that some servers write first. */
const HOST = /^([A-Za-z0-9.-]+\.[A-Za-z]{2,})(:\d+)? /;

export const readCombined: ReadLine = (line) => {
  const [, method, target, status] = COMBINED.exec(line) ?? [];
  if (method === undefined || target === undefined) return null;
  const [, host = ''] = HOST.exec(line) ?? [];
  return requestOf(method, target, Number(status), host.toLowerCase());
};

/** A JSON object a line with `method`, `url` (or `path`) and `status`. */
export const readJsonLine: ReadLine = (line) => {
  try {
    return requestIn(JSON.parse(line));
  } catch {
    return null;
  }
};

/** What an object says of a request: HAR's entries have it one step down. */
export function requestIn(value: unknown): Request | null {
  if (typeof value !== 'object' || value === null) return null;
  const { method, url, path, status, host } = value as Record<string, unknown>;
  const target = typeof url === 'string' ? url : path;
  if (typeof method !== 'string' || typeof target !== 'string') return null;
  const number = typeof status === 'number' ? status : typeof status === 'string' ? Number(status) : 0;
  return requestOf(
    method.toUpperCase(),
    target,
    Number.isFinite(number) ? number : 0,
    typeof host === 'string' ? host.toLowerCase() : '',
  );
}

/** One entry of a HAR file. */
export function harRequestIn(entry: unknown): Request | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { request, response } = entry as Record<string, unknown>;
  if (typeof request !== 'object' || request === null) return null;
  const { status } = typeof response === 'object' && response !== null ? (response as Record<string, unknown>) : {};
  return requestIn({ ...request, status });
}

const METHOD = /^[A-Z-]{1,24}$/;

function requestOf(method: string, target: string, status: number, host: string): Request | null {
  const [, own, path = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/([^/?#]*))?(\/?[^?#]*)/i.exec(target) ?? [];
  if (!METHOD.test(method)) return null;
  const named = (own ?? '').replace(/^[^@]*@/, '').toLowerCase();
  return { method, host: named || host, path: decoded(path), status };
}

/** Descriptions write paths as people read them. */
function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
