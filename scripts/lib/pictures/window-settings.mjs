import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Settings of a window while it is open: a function that sets some, `undefined` for the default. They go into the folder's
 * settings, since the served VS Code does not watch its user's, and into the user's for windows that are opened later.
 */
export function windowSettings({ dataFolder, workspace, settings }) {
  const now = { ...settings };
  const own = {};
  const [user, folder] = [join(dataFolder, 'data/User'), join(workspace, '.vscode')];
  const write = (path, values) => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'settings.json'), JSON.stringify(values, null, 2));
  };
  return (changes) => {
    write(user, Object.assign(now, changes));
    write(folder, Object.assign(own, changes));
  };
}
