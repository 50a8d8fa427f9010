import { nameOf } from '../coverage';
import { nearest } from '../model/grammar/nearest';
import type { Operation } from '../openapi/types';
import { RULES } from '../rules';

const MOST = 5;
const SHORTEST = 4;

/** Ids of rules that a mistyped or shortened one may mean, or of an item of the OWASP lists or CWE, the likeliest first. */
export function rulesLike(word: string): string[] {
  const ids = RULES.map(({ id }) => id);
  const wanted = word.toLowerCase();
  const catalogued = RULES.filter(({ owasp, cwe }) =>
    [...owasp, ...cwe.map((id) => `CWE-${id}`)].some((id) => id.toLowerCase() === wanted),
  );
  if (catalogued.length > 0) return catalogued.map(({ id }) => id).slice(0, MOST);
  const parts = wanted.split(/[^a-z0-9]+/).filter((part) => part.length >= SHORTEST);
  const close = nearest(wanted, ids);
  const sharing = ids
    .map((id) => ({ id, shared: parts.filter((part) => id.includes(part)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return [...new Set([...(close === undefined ? [] : [close]), ...sharing.map(({ id }) => id)])].slice(0, MOST);
}

/** Operations that people call so: `GET /orders/{id}` whatever the parameters' names, `webhook orderShipped`, an operationId. */
export function operationsNamed(operations: readonly Operation[], text: string): Operation[] {
  const wanted = bare(text);
  const exact = operations.filter((one) => nameOf(one) === wanted || one.operationId === wanted);
  return exact.length > 0 ? exact : operations.filter((one) => loose(nameOf(one)) === loose(wanted));
}

/** Names of operations that a mistyped one may mean. */
export function operationsLike(operations: readonly Operation[], text: string): string[] {
  const path = loose(text).replace(/^\S+ /, '');
  const names = [...new Set(operations.map(nameOf))];
  const same = names.filter((name) => loose(name).replace(/^\S+ /, '') === path);
  const close = nearest(text, names);
  const id = nearest(
    bare(text),
    operations.flatMap(({ operationId }) => (operationId === '' ? [] : [operationId])),
  );
  const likely = [...same, ...(close === undefined ? [] : [close]), ...(id === undefined ? [] : [`operation ${id}`])];
  return [...new Set(likely)].slice(0, MOST);
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^operation /i, '');
}

function loose(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\{[^{}/]*\}/g, '{}')
    .replace(/(?<=.)\/$/, '');
}
