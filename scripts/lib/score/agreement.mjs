// How far a description and its copy without give-away words get the same findings, their operations paired in order.
import { extname } from 'node:path';
import { load } from 'js-yaml';
import { claims } from './rows.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** `GET /orders` of every operation, in the order of the text. */
export function operationsOf(text, file) {
  const { paths = {} } = extname(file) === '.json' ? JSON.parse(text) : load(text);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => METHODS.includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** The rules that claim something of each operation, with their certainty. */
function claimed(report) {
  const byOperation = new Map();
  for (const { rule, certainty, operations } of claims(report)) {
    for (const { method, path } of operations) {
      const key = `${method.toUpperCase()} ${path}`;
      byOperation.set(key, new Set([...(byOperation.get(key) ?? []), `${rule} (${certainty})`]));
    }
  }
  return byOperation;
}

const without = (set, other) => [...set].filter((one) => !other.has(one));

/**
 * Compares a description and its copy, each `{operations, report}`.
 * @returns findings that both have, findings that one or both have, and a line for each operation that differs.
 */
export function agreement(original, copy) {
  const [ours, theirs] = [claimed(original.report), claimed(copy.report)];
  const result = { same: 0, all: 0, differing: [] };
  for (const [index, operation] of original.operations.entries()) {
    const a = ours.get(operation) ?? new Set();
    const b = theirs.get(copy.operations[index]) ?? new Set();
    const [onlyA, onlyB] = [without(a, b), without(b, a)];
    result.same += a.size - onlyA.length;
    result.all += a.size + onlyB.length;
    if (onlyA.length + onlyB.length > 0) {
      result.differing.push(`${operation}: original alone [${onlyA.join(', ')}], copy alone [${onlyB.join(', ')}]`);
    }
  }
  return result;
}
