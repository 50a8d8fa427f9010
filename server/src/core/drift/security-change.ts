import type { Direction } from './types';

type Alternative = ReadonlySet<string>;

/**
 * Whether the callers whom alternatives let in are more or fewer than before. An alternative lets in those who have all that it asks
 * for; no alternative at all lets in everybody.
 */
export function directionOf(before: readonly string[], now: readonly string[]): Direction {
  const [old, fresh] = [alternatives(before), alternatives(now)];
  const more = !fresh.every((one) => old.some((other) => holds(one, other)));
  const fewer = !old.every((one) => fresh.some((other) => holds(one, other)));
  return more === fewer ? 'other' : more ? 'more' : 'less';
}

function alternatives(texts: readonly string[]): readonly Alternative[] {
  return texts.length === 0 ? [new Set()] : texts.map(asked);
}

/** `account orders read + key` asks for `account`, `account orders`, `account read` and `key`. */
function asked(text: string): Alternative {
  const requirements = text.split(' + ').filter((part) => part !== '');
  return new Set(
    requirements.flatMap((part) => {
      const [scheme = '', ...scopes] = part.split(' ');
      return [scheme, ...scopes.map((scope) => `${scheme} ${scope}`)];
    }),
  );
}

function holds(whole: Alternative, part: Alternative): boolean {
  return [...part].every((one) => whole.has(one));
}

/** `account (orders, read) and key, or nobody`: alternatives for people. */
export function securityWords(texts: readonly string[]): string {
  return texts
    .map((text) => (text === '' ? 'no login' : text.split(' + ').map(requirementWords).join(' and ')))
    .join(', or ');
}

function requirementWords(text: string): string {
  const [scheme = '', ...scopes] = text.split(' ');
  return scopes.length === 0 ? scheme : `${scheme} (${scopes.join(', ')})`;
}
