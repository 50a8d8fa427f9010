import {
  type Analysis,
  type ApiAnalysis,
  compareAnalyses,
  compareComponents,
  type Model,
  type ModelDrift,
  modelDrifts,
  risksOf,
} from '../../core/index';
import { type DriftOptions, UsageError } from '../arguments';
import { type Loaded, load } from '../files/load';
import { targetsOf } from '../files/targets';
import { write } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { driftExitCode, type ToldDrift } from '../report/drifted';
import { pathFrom, pathOf } from '../report/paths';
import { painterTo } from '../terminal';

/** Says what has changed since a review, or since a git revision. Throws a UsageError. */
export async function drift(options: DriftOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress).finally(progress.done);
  const analysis = analysisOf(loaded.workspace);
  const standpoint = { workspace: loaded.workspace, workingDirectory, notChecked: [...loaded.notChecked] };
  const told =
    options.since === null
      ? { ...standpoint, ...sinceReviews(analysis, loaded, workingDirectory) }
      : { ...standpoint, ...(await sinceRevision(options, options.since, { analysis, loaded, workingDirectory })) };
  write(await formatted(told, options), options.output);
  return driftExitCode(told);
}

async function formatted(told: ToldDrift, { format, output }: DriftOptions): Promise<string> {
  if (format === 'json') return (await import('../formats/drift-json')).driftJson(told);
  if (format === 'markdown') return (await import('../formats/drift-markdown')).driftMarkdown(told);
  return (await import('../formats/drift-text')).driftText(told, painterTo(output));
}

type Told = Pick<ToldDrift, 'since' | 'parts' | 'risks' | 'before'>;

function sinceReviews(analysis: Analysis, { selected }: Loaded, workingDirectory: string): Told {
  const own = modelDrifts(analysis).filter(({ model }) => speaksOf(analysis, model, selected));
  const locked = own.filter(({ reading }) => reading !== null);
  if (locked.length === 0) {
    throw new UsageError(
      'No threat model here has a lock: mark one as reviewed in the editor, or compare with a revision: --since main',
    );
  }
  const parts = locked.map(({ model, reading, drifts }) => {
    const day = reading?.lock.reviewed ?? '';
    return {
      model: pathFrom(workingDirectory, pathOf(model.uri)),
      since: day === '' ? 'its last review' : `its review of ${day}`,
      drifts,
    };
  });
  const told = locked.flatMap((drift) => {
    const risks = risksOf(analysis, drift);
    return risks === null ? [] : [risks];
  });
  return { since: 'the last review', parts, risks: told.length === 0 ? null : told.flat(), before: null };
}

function speaksOf(analysis: Analysis, model: ModelDrift['model'], selected: ReadonlySet<string>): boolean {
  return analysis.apis.some(({ description, models }) => {
    return selected.has(description.uri) && models.some((named) => named.model === model);
  });
}

interface Now {
  readonly analysis: Analysis;
  readonly loaded: Loaded;
  readonly workingDirectory: string;
}

async function sinceRevision(options: DriftOptions, since: string, now: Now): Promise<Told> {
  const { loaded, analysis, workingDirectory } = now;
  const [{ Revision }, { workspaceAt }, { repositoryOf }] = await Promise.all([
    import('../git/revision'),
    import('../git/load-revision'),
    import('../../node/repository'),
  ]);
  const [root = workingDirectory] = loaded.roots;
  if (repositoryOf(root) === null) throw new UsageError(`--since takes a git repository, and ${root} lies in none.`);
  const revision = Revision.at(root, since);
  const targets = await targetsOf(options.paths, workingDirectory);
  const before = workspaceAt(revision, { targets, now: loaded.workspace });
  const earlier = analysisOf(before);
  const old = earlier.apis.filter((api) => isAbout(api, analysis, loaded.selected));
  const fresh = analysis.apis.filter(({ description }) => loaded.selected.has(description.uri));
  const { drifts: ofApis, risks } = compareAnalyses(old, fresh);
  const isAsked = (model: Model) => speaksOf(analysis, model, loaded.selected);
  const drifts = [...compareComponents(earlier, analysis, isAsked), ...ofApis];
  const named = `${since} (${revision.commit.slice(0, 10)})`;
  return { since: named, parts: [{ model: '', since: named, drifts }], risks, before };
}

/** What is there no longer counts; what is there and was not asked for does not. */
function isAbout({ description }: ApiAnalysis, analysis: Analysis, selected: ReadonlySet<string>): boolean {
  return selected.has(description.uri) || analysis.apis.every((api) => api.description.uri !== description.uri);
}
