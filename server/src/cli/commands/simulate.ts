import { simulating } from '../../core/index';
import { type SimulateOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { wholly } from '../report/simulated';
import { painterTo } from '../terminal';

/** Simulates attacks on what was given, and says what is lost how often and what helps most. Throws a UsageError. */
export async function simulate(options: SimulateOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace, selected, notChecked } = await load(options, workingDirectory, progress).finally(progress.done);
  const analysis = analysisOf(workspace);
  const apis = analysis.apis.filter(({ called, description }) => called === null && selected.has(description.uri));
  if (apis.every(({ description }) => description.operations.length === 0)) {
    throw new UsageError('Nothing to simulate: no description that was found has an operation.');
  }
  const { runs, seed, format, output } = options;
  const simulation = wholly(simulating(analysis, { runs, seed }, apis), runs, progress);
  const paint = painterTo(output);
  const told = { simulation, workspace, workingDirectory, apis: apis.map(({ id }) => id), notChecked: [...notChecked] };
  const text =
    format === 'json'
      ? (await import('../formats/simulation-json')).simulationJson(told)
      : (await import('../formats/simulation-text')).simulationText(told, paint);
  write(text, output);
  return 0;
}
