import { parseArgs } from 'node:util';

/** What was typed cannot be carried out; the message says why. The process ends with 2. */
export class UsageError extends Error {}

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export type Values = Readonly<Record<string, unknown>>;

export function parsed(words: readonly string[], options: Options): { values: Values; positionals: string[] } {
  try {
    const result = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values: result.values, positionals: result.positionals };
  } catch (error) {
    throw new UsageError(plain(error));
  }
}

/** Node's own messages advise on `--`; the first sentence says what is wrong. */
export function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '([^']+)'/.exec(message);
  if (unknown) return `Unknown option ${unknown[1]}.`;
  const sentence = message.split('\n')[0] ?? message;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Null is standard output, which `-` means too. */
export function outputOf(value: unknown): string | null {
  if (value === '') throw new UsageError('--output takes a file.');
  return value === '-' ? null : text(value);
}

export function fileOption(option: string, value: unknown): string | null {
  if (value === '') throw new UsageError(`${option} takes a file.`);
  return text(value);
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}; not "${value}".`);
  return found;
}

export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}; not "${value}".`);
}
