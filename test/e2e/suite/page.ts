import { handsAt } from './hands';

/** Where the script that drives the browser can be asked; under the desktop VS Code there is no such browser. */
const address = process.env.STRIDEWISE_PAGE ?? '';

/** Why a case that looks at the page is left out; undefined where there is one. */
export const noPage = address === '' ? 'no browser shows this VS Code' : undefined;

export const { pageIn, press, shoot } = handsAt(address);
