import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  detectRoot,
  diagnosticsFor,
  missingFiles,
  openDocument,
  riskTree,
  textOf,
  Workspace,
} from '../../server/src/core/index';
import { wantDifferentNames, wantInside } from './support/pipeline';

const folders = [process.env.STRIDEWISE_CORPUS, process.env.STRIDEWISE_TRUTH].filter((folder) => folder !== undefined);
const WHY = 'STRIDEWISE_CORPUS and STRIDEWISE_TRUTH name no folder';

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

const open = (uri: string, text: string) => openDocument(uri, text, detectRoot(text) === 'model' ? 'model' : 'spec');
const read = (uri: string) => readFileSync(fileURLToPath(uri), 'utf8');

/** The file and all that it refers to. */
function load(path: string): Workspace {
  const uri = pathToFileURL(path).href;
  let workspace = Workspace.empty.with(open(uri, readFileSync(path, 'utf8')));
  for (;;) {
    const missing = missingFiles(workspace).filter((one) => one.startsWith('file:') && existsSync(fileURLToPath(one)));
    if (missing.length === 0) return workspace;
    workspace = workspace.withAll(missing.map((one) => open(one, read(one))));
  }
}

function look(path: string): void {
  const workspace = load(path);
  const analysis = analyse(workspace, { today: '2026-11-24' });
  expect(analysis.apis.flatMap(({ notChecked }) => notChecked.map(({ reason }) => reason))).toEqual([]);
  for (const [uri, document] of workspace.documents) {
    const diagnostics = diagnosticsFor(workspace, analysis, uri, { open: true });
    const lines = diagnostics.length === 0 ? [] : textOf(document).split(/\r\n|\r|\n/);
    for (const { range } of diagnostics) wantInside(lines, range, uri);
  }
  wantDifferentNames(analysis);
  riskTree(analysis, { groupBy: 'risk', filter: '' });
}

describe('real files', () => {
  it.skipIf(folders.length > 0)(`skipped: ${WHY}`, ({ skip }) => skip(WHY));

  it.runIf(folders.length > 0)(
    'all of them are read, and every span lies inside its text',
    { timeout: 600_000 },
    () => {
      const failures: string[] = [];
      let count = 0;
      for (const path of folders.flatMap(filesIn)) {
        count += 1;
        try {
          const text = readFileSync(path, 'utf8');
          const isRoot = detectRoot(text) !== null;
          if (textOf(open('file:///a', text)) !== text) failures.push(`${path}: the text has changed`);
          if (isRoot) look(path);
        } catch (error) {
          failures.push(`${path}: ${(error as Error).stack}`);
        }
      }
      expect(failures).toEqual([]);
      expect(count).toBeGreaterThan(0);
    },
  );
});
