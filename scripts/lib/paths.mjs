// Where things lie: the checkout, the caller's folder, and the cache for what is downloaded.
import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** npm runs scripts in the package root and keeps the caller's folder in INIT_CWD. */
export const callerFolder = process.env.INIT_CWD || process.cwd();

/** A path as the caller meant it. */
export const fromCaller = (path) => resolve(callerFolder, path);

/** Downloads stay outside the checkout, in the user's cache. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME ||
    (platform() === 'darwin' ? join(homedir(), 'Library/Caches') : join(homedir(), '.cache')),
  'stridewise',
);
