import type { Change, Json, JsonObject } from './types';

/** A copy with the change made; throws where a place is not there, so that a patch that misses cannot pass for a flaw. */
export function applyChange(spec: JsonObject, { set = {}, drop = [] }: Change): JsonObject {
  let result: Json = spec;
  for (const place of drop) result = changed(result, place.split(' '), place, undefined);
  for (const [place, value] of Object.entries(set)) result = changed(result, place.split(' '), place, value);
  return result as JsonObject;
}

function changed(node: Json, [key, ...rest]: readonly string[], place: string, value: Json | undefined): Json {
  if (key === undefined) throw new Error(`No place: ${place}`);
  if (isList(node)) return changedList(node, key, rest, place, value);
  if (node === null || typeof node !== 'object') throw new Error(`Nothing at ${key} of: ${place}`);
  return changedObject(node as JsonObject, key, rest, place, value);
}

function changedObject(
  node: JsonObject,
  key: string,
  rest: readonly string[],
  place: string,
  value?: Json,
): JsonObject {
  const old = node[key];
  if (old === undefined && value === undefined) throw new Error(`Nothing to drop: ${place}`);
  if (rest.length > 0) return { ...node, [key]: changed(old ?? {}, rest, place, value) };
  if (value !== undefined) return { ...node, [key]: value };
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
}

function changedList(node: readonly Json[], key: string, rest: readonly string[], place: string, value?: Json): Json {
  if (key === '-' && value !== undefined && rest.length === 0) return [...node, value];
  const index = Number(key);
  const old = node[index];
  if (old === undefined) throw new Error(`Nothing at ${key} of: ${place}`);
  if (rest.length > 0) return node.with(index, changed(old, rest, place, value));
  return value === undefined ? node.toSpliced(index, 1) : node.with(index, value);
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}
