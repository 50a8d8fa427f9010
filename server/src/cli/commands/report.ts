import { createHash } from 'node:crypto';
import { type Analysis, type ApiAnalysis, notCheckedIn, simulating } from '../../core/index';
import { simulationToProtocol } from '../../lsp/simulation-to-protocol';
import { htmlReport, markdownReport, type NotCheckedLine, reportOf } from '../../report';
import { type ReportOptions, UsageError } from '../arguments';
import { type Loaded, load } from '../files/load';
import { write } from '../output';
import { type Progress, progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { pathFrom, pathOf } from '../report/paths';
import { wholly } from '../report/simulated';

/** Writes a report of what was given as one file. Throws a UsageError. */
export async function report(options: ReportOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress).finally(progress.done);
  const analysis = analysisOf(loaded.workspace, options.date ?? undefined);
  const apis = analysis.apis.filter(({ description }) => loaded.selected.has(description.uri));
  if (apis.every(({ description }) => description.operations.length === 0)) {
    throw new UsageError('Nothing to report: no description that was found has an operation.');
  }
  const nameOf = (uri: string) => pathFrom(workingDirectory, pathOf(uri));
  const data = reportOf(analysis, {
    ...(apis.length === analysis.apis.length ? {} : { apis }),
    nameOf,
    simulation: simulated(analysis, apis, { options, loaded, progress }),
    notChecked: notCheckedLines(analysis, loaded, nameOf),
    date: options.date ?? '',
  });
  const text = options.format === 'html' ? htmlReport(data, sha256) : markdownReport(data, { mermaid: true });
  write(text, options.output);
  return 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

interface Around {
  readonly options: ReportOptions;
  readonly loaded: Loaded;
  readonly progress: Progress;
}

function simulated(analysis: Analysis, apis: readonly ApiAnalysis[], { options, loaded, progress }: Around) {
  const { runs, seed } = options;
  const simulation = wholly(simulating(analysis, { runs, seed }, apis), runs, progress);
  return simulationToProtocol(simulation, loaded.workspace, (uri) => uri);
}

function notCheckedLines(
  analysis: Analysis,
  { workspace, notChecked }: Loaded,
  nameOf: (uri: string) => string,
): NotCheckedLine[] {
  const parts = notCheckedIn(workspace, analysis).map(({ uri, range, reason }) => {
    return { file: range === null ? nameOf(uri) : `${nameOf(uri)}:${range.start.line + 1}`, reason };
  });
  return [...[...notChecked].map(({ path, reason }) => ({ file: pathFrom(process.cwd(), path), reason })), ...parts];
}
