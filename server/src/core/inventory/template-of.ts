const NUMBER = /^\d+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEXADECIMAL = /^(?=.*\d)[0-9a-f]{12,}$/i;
/** Long, with digits and letters in turn, as tokens and encoded ids are. */
const TOKEN = /^(?=(?:.*\d){3})(?=(?:.*[A-Za-z]){3})[\w~.=-]{16,}$/;
const ADDRESS = /@/;
const LONGEST = 64;

/** A path in which what tells one object from another is `{id}`: `/orders/17/items` is `/orders/{id}/items`. */
export function templateOf(path: string): string {
  return `/${path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (isId(segment) ? '{id}' : segment))
    .join('/')}`;
}

function isId(segment: string): boolean {
  if (segment.length > LONGEST) return true;
  return (
    [NUMBER, UUID, HEXADECIMAL, TOKEN, ADDRESS].some((pattern) => pattern.test(segment)) || segment.includes('%40')
  );
}
