import picomatch from 'picomatch';

/** `files.exclude` as editors store it: a glob, and whether it counts. */
export type ExcludeSetting = Readonly<Record<string, unknown>>;

/** Whether the setting leaves out a path, given from the workspace folder's root with `/`. */
export function excludedBy(setting: ExcludeSetting): (path: string) => boolean {
  const globs = Object.keys(setting).filter((glob) => setting[glob] === true);
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}
