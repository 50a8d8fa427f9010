import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyse,
  detectRoot,
  firstModels,
  missingFiles,
  openDocument,
  Workspace,
} from '../../server/src/core/index';

const corpora = [process.env.STRIDEWISE_CORPUS, process.env.STRIDEWISE_TRUTH].filter((path) => path !== undefined);
const TODAY = '2026-11-24';
const MOST_LINES = 60;

/** The descriptions below a folder. */
function specsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && statSync(path).isFile())
    .filter((path) => detectRoot(readFileSync(path, 'utf8')) === 'openapi');
}

/** Descriptions with every file that they refer to. */
function workspaceOf(paths: readonly string[]): Workspace {
  let workspace = Workspace.empty;
  for (let missing = paths.map((path) => pathToFileURL(path).href); missing.length > 0; ) {
    workspace = workspace.withAll(
      missing.map((uri) => openDocument(uri, readFileSync(fileURLToPath(uri), 'utf8'), 'spec')),
    );
    missing = missingFiles(workspace).filter((uri) => existsSync(fileURLToPath(uri)));
  }
  return workspace;
}

function findingsOf({ apis }: Analysis): readonly string[] {
  return apis
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule !== 'unanswered')
    .map(({ fingerprint, state, severity, risk, message }) =>
      [fingerprint, state, severity, risk.residual, message].join(' '),
    )
    .sort();
}

function check(workspace: Workspace): number {
  const before = analyse(workspace, { today: TODAY });
  const { models } = firstModels(before);
  const documents = models.map(({ uri, text }) => openDocument(uri, text, 'model'));
  const after = analyse(workspace.withAll(documents), { today: TODAY });
  const problems = [...after.models.flatMap((model) => model.problems), ...after.problems];
  // An information asks for what only people know, such as a goal.
  expect(problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message)).toEqual([]);
  expect(after.apis.filter((api) => api.models.length === 0)).toEqual([]);
  expect(findingsOf(after)).toEqual(findingsOf(before));
  return Math.max(...models.map(({ text }) => text.split('\n').length));
}

describe('First models', () => {
  it('of the example are read without a problem and change nothing', () => {
    expect(
      check(
        workspaceOf(['examples/shop/openapi.yaml', 'examples/shop/v1.yaml'].map((path) => join(process.cwd(), path))),
      ),
    ).toBeLessThanOrEqual(MOST_LINES);
  });

  it.skipIf(corpora.length > 0)('skipped: STRIDEWISE_CORPUS and STRIDEWISE_TRUTH name no folder', ({ skip }) => {
    skip('STRIDEWISE_CORPUS and STRIDEWISE_TRUTH name no folder');
  });

  it.runIf(corpora.length > 0).each(corpora.flatMap(specsBelow))(
    'of %s too, and fit on a page',
    { timeout: 120_000 },
    (path) => {
      expect(check(workspaceOf([path]))).toBeLessThanOrEqual(MOST_LINES);
    },
  );

  it.runIf(corpora.length > 0).each(corpora)('of all that is below %s together', { timeout: 240_000 }, (folder) => {
    expect(check(workspaceOf(specsBelow(folder)))).toBeGreaterThan(0);
  });
});
