import { readdirSync, readFileSync } from 'node:fs';
import { type Analysis, analyse, openDocument, Workspace } from '../../server/src/core/index';
import { TODAY } from './check';

const FOLDER = new URL('../../examples/shop/', import.meta.url);

/** The model of the example, as text, and where it stands. */
export const EXAMPLE_URI = 'file:///shop/shop.threats.yaml';
export const EXAMPLE_MODEL = readFileSync(new URL('shop.threats.yaml', FOLDER), 'utf8');

/** The descriptions of the example, without its model. */
export const exampleDescriptions = Workspace.empty.withAll(
  readdirSync(FOLDER)
    .filter((name) => /^[\w-]+\.yaml$/.test(name))
    .map((name) => openDocument(`file:///shop/${name}`, readFileSync(new URL(name, FOLDER), 'utf8'))),
);

/** Files of the example, analysed as on the day of the tests. */
export function analyseExample(workspace: Workspace): Analysis {
  return analyse(workspace, { today: TODAY, relative: (uri) => uri.replace('file:///shop/', '') });
}
