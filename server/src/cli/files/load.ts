import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { missingFiles, type SourceDocument, Workspace } from '../../core/index';
import { foldersUpToRepository, repositoryOf } from '../../node/repository';
import { type CheckOptions, UsageError } from '../arguments';
import type { Progress } from '../progress';
import { Boundary } from './boundary';
import { discover, type Found, modelsIn, openAs, openNamed } from './discovery';
import { IgnoreRules } from './ignore-rules';
import { NotChecked } from './not-checked';
import { withReferences } from './references';
import { startsOf, type Targets, targetsOf } from './targets';
import { Walker } from './walk';

/** Standard input stands in the working directory under this name. */
const STANDARD_INPUT = '-';

export interface Loaded {
  readonly workspace: Workspace;
  /** Descriptions to report on: those that were given or found, and those that given models name. */
  readonly selected: ReadonlySet<string>;
  readonly notChecked: NotChecked;
  /** The repository of the first target, or the working directory. */
  readonly root: string;
}

/** Finds and reads what the options name. Throws a UsageError where nothing can be checked. */
export async function load(
  options: Pick<CheckOptions, 'paths' | 'models'>,
  workingDirectory: string,
  progress: Progress,
): Promise<Loaded> {
  const targets = await targetsOf(options.paths, workingDirectory);
  const starts = startsOf(targets, workingDirectory);
  const boundary = new Boundary([workingDirectory, ...starts]);
  const notChecked = new NotChecked();
  const found = [...openAll(targets, boundary, notChecked, progress, workingDirectory)];
  const descriptions = found.filter(({ kind }) => kind === 'openapi').map(({ document }) => document);
  const selected = new Set(descriptions.map(({ uri }) => uri));
  const models = modelsFor(options, found, selected, starts, workingDirectory);
  for (const model of models.whole) {
    for (const uri of missingFiles(Workspace.empty.with(model))) selected.add(uri);
  }
  if (selected.size === 0 && models.whole.length === 0) throw nothing(targets, notChecked);
  const documents = [...descriptions, ...models.whole, ...models.above];
  const workspace = withReferences(Workspace.empty.withAll(documents), boundary, notChecked);
  const root = repositoryOf(starts[0] ?? workingDirectory) ?? workingDirectory;
  return { workspace, selected, notChecked, root };
}

function* openAll(
  targets: Targets,
  boundary: Boundary,
  notChecked: NotChecked,
  progress: Progress,
  workingDirectory: string,
): Generator<Found> {
  for (const file of targets.files) {
    const found = openNamed(file, notChecked);
    if (found !== null) yield found;
  }
  if (targets.standardInput) {
    const found = openAs(join(workingDirectory, STANDARD_INPUT), readFileSync(0, 'utf8').replace(/^\ufeff/, ''));
    if (found !== null) yield found;
    else
      notChecked.add(join(workingDirectory, STANDARD_INPUT), 'has no openapi, swagger or stridewise key at its root');
  }
  yield* discover(targets, new Walker(boundary, new IgnoreRules(), notChecked), notChecked, progress);
}

interface Models {
  /** Given or found below a given folder: reported whole, with every description that they name. */
  readonly whole: readonly SourceDocument[];
  /** Found beside or above what was given: they count where they name one of the descriptions. */
  readonly above: readonly SourceDocument[];
}

function modelsFor(
  options: Pick<CheckOptions, 'models'>,
  found: readonly Found[],
  selected: ReadonlySet<string>,
  starts: readonly string[],
  workingDirectory: string,
): Models {
  if (options.models.length > 0) {
    return { whole: [], above: options.models.map((path) => openModel(resolve(workingDirectory, path))) };
  }
  const whole = found.filter(({ kind }) => kind === 'model').map(({ document }) => document);
  const known = new Set(whole.map(({ uri }) => uri));
  const folders = new Set(starts.flatMap(foldersUpToRepository));
  const above = [...modelsIn(folders, known)].filter((model) => names(model, selected));
  return { whole, above };
}

function openModel(path: string): SourceDocument {
  const found = openNamed(path, new NotChecked());
  if (found?.kind !== 'model')
    throw new UsageError(`--model ${path}: no threat model (no stridewise key at its root).`);
  return found.document;
}

function names(model: SourceDocument, selected: ReadonlySet<string>): boolean {
  return missingFiles(Workspace.empty.with(model)).some((uri) => selected.has(uri));
}

function nothing(targets: Targets, notChecked: NotChecked): UsageError {
  const reasons = [...notChecked].map(({ path, reason }) => `${path} ${reason}`);
  const where = [...targets.folders, ...targets.globs.map(({ pattern }) => pattern)].join(', ');
  const what =
    where === '' ? 'Nothing to check.' : `Nothing to check: no OpenAPI description or threat model in ${where}.`;
  return new UsageError([what, ...reasons].join('\n'));
}
