import { readFileSync } from 'node:fs';

/** The version of the installed package: package.json lies one folder above the bundle. */
export function version(): string {
  try {
    const parsed: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  } catch {
    // A bundle that was copied away from its package has no version to tell.
  }
  return '0.0.0';
}
