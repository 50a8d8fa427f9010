// The pictures of the readme: which of all they are, and what they are called there.
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { nameOf } from './take-pictures.mjs';

const NAMES = {
  'light-marks': 'shop',
  'dark-overview-risk': 'overview-risk',
  'light-overview-data-flow': 'overview-data-flow',
  'contrast-dark-overview-coverage': 'overview-coverage',
};

/** Whether a picture is in the readme. */
export const inReadme = (theme, scene) => nameOf(theme, scene) in NAMES;

/** Copies them from where they were taken. */
export function takeForReadme(folder) {
  for (const [name, known] of Object.entries(NAMES)) {
    const target = join(root, 'media/screenshots', `${known}.png`);
    copyFileSync(join(folder, `${name}.png`), target);
    say(`${target}: ${Math.round(statSync(target).size / 1000)} kB`);
  }
}
