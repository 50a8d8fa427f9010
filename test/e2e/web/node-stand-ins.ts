/** The little of Node's modules that the suite's shared parts import; a browser has none of them. */
export function ok(value: unknown, message = 'not as expected'): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  ok(Object.is(actual, expected), `${message}: ${String(actual)} instead of ${String(expected)}`);
}

export function match(actual: string, pattern: RegExp): void {
  ok(pattern.test(actual), `${pattern} does not match ${actual}`);
}

export function writeFileSync(): void {
  throw new Error('a browser has no disk');
}
