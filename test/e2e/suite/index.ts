import { workspace } from 'vscode';
import { aroundCases } from './cases/around';
import { besideCases } from './cases/beside';
import { calledCases } from './cases/called';
import { codeActionCases } from './cases/code-actions';
import { completionCases } from './cases/completion';
import { diagnosticCases } from './cases/diagnostics';
import { emptyCases } from './cases/empty';
import { explainCases } from './cases/explain';
import { guestCases } from './cases/guest';
import { modelEditingCases } from './cases/model-editing';
import { nameCases } from './cases/names';
import { newModelCases } from './cases/new-model';
import { overviewCases } from './cases/overview';
import { placeCases } from './cases/places';
import { previewCases } from './cases/preview';
import { reviewCases } from './cases/reviews';
import { specFixCases } from './cases/spec-fixes';
import { startCases } from './cases/start';
import { statusViewCases } from './cases/status-views';
import { toNoneCases } from './cases/to-none';
import { treeCases } from './cases/tree';
import { treeAnswerCases } from './cases/tree-answers';
import { treeChangeCases } from './cases/tree-changes';
import { treePageCases } from './cases/tree-page';
import { writeCases } from './cases/writes';
import { type Case, resultsIn, runCases } from './harness';
import { putBack } from './put-back';
import { until } from './wait';

/** What VS Code calls: runs every case, leaves the results in STRIDEWISE_RESULTS, and fails when one failed. */
export async function run(): Promise<void> {
  const file = process.env.STRIDEWISE_RESULTS;
  if (!file) throw new Error('STRIDEWISE_RESULTS names no file');
  // They may come later than the suite; the runner opens the window again where no result is left.
  if (!process.env.STRIDEWISE_EMPTY) {
    const areThere = () => (workspace.workspaceFolders?.length ?? 0) > 0;
    await until('the folders of the window', workspace.onDidChangeWorkspaceFolders, areThere, 10_000);
  }
  const results = resultsIn(file);
  const empty = process.env.STRIDEWISE_EMPTY;
  if (empty) await runCases(emptyCases(empty), results);
  else {
    // The first one waits until everything is known.
    await runCases(startCases, results);
    await runCases(exampleCases().filter(isWanted), results, await putBack());
  }
  results.add({ name: 'the suite ran to its end', outcome: 'passed' });
  const failed = results.all.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) throw new Error(failed.map(({ name }) => name).join('; '));
}

/** All, or those whose name has a match of STRIDEWISE_CASES. */
const isWanted = ({ name }: Case) => new RegExp(process.env.STRIDEWISE_CASES ?? '', 'i').test(name);

const exampleCases = () => [
  ...guestCases,
  ...diagnosticCases,
  ...codeActionCases,
  ...besideCases,
  ...specFixCases,
  ...toNoneCases,
  ...previewCases,
  ...treeCases,
  ...treeAnswerCases,
  ...treeChangeCases,
  ...treePageCases,
  ...explainCases,
  ...statusViewCases,
  ...aroundCases,
  ...completionCases,
  ...modelEditingCases,
  ...nameCases,
  ...newModelCases,
  ...overviewCases,
  ...calledCases,
  ...reviewCases,
  ...placeCases(),
  ...writeCases(),
];
