import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingModels, type SourceDocument, specsNamed, specsOf, Workspace, withEvidence } from '../../core/index';
import { foldersUpToRepository, repositoryOf } from '../../node/repository';
import { type CheckOptions, UsageError } from '../arguments';
import type { Progress } from '../progress';
import { Boundary } from './boundary';
import { discover, type Found, modelsIn, openNamed } from './discovery';
import { NotChecked } from './not-checked';
import { withPatterns } from './patterns';
import { textOrReason, withReferences } from './references';
import { openStandardInput, STANDARD_INPUT } from './standard-input';
import { type Targets, targetsOf } from './targets';
import { Walker } from './walk';

export interface Loaded {
  readonly workspace: Workspace;
  /** Descriptions to report on: those that were given or found, and those that given models name. */
  readonly selected: ReadonlySet<string>;
  readonly notChecked: NotChecked;
  /** The repository of the first target, or the working directory; then the repositories of the others. */
  readonly roots: readonly string[];
  /** A later state of the workspace with what is known of the evidence that it names. */
  readonly proving: (workspace: Workspace) => Workspace;
}

/** Finds and reads what the options name. Throws a UsageError where nothing can be checked. */
export async function load(
  options: Pick<CheckOptions, 'paths' | 'models'>,
  workingDirectory: string,
  progress: Progress,
): Promise<Loaded> {
  const targets = await targetsOf(options.paths, workingDirectory);
  const boundary = new Boundary([workingDirectory, ...targets.starts]);
  const notChecked = new NotChecked();
  const given = options.models.map((path) => openModel(resolve(workingDirectory, path)));
  const input = targets.standardInput
    ? await openStandardInput(namedBy(given, boundary), targets.files, workingDirectory, notChecked)
    : null;
  const found = [...(input === null ? [] : [input]), ...openAll(targets, boundary, notChecked, progress)];
  const descriptions = found.filter(({ kind }) => kind === 'openapi').map(({ document }) => document);
  const selected = new Set(descriptions.map(({ uri }) => uri));
  const models =
    given.length > 0 ? { whole: [], above: given } : modelsFor(found, selected, targets, boundary, notChecked);
  if (selected.size === 0 && models.whole.length === 0) throw nothing(targets, notChecked);
  const documents = [...descriptions, ...models.whole, ...models.above];
  const whole = new Set(models.whole.map(({ uri }) => uri));
  const read = withReferences(Workspace.empty.withAll(documents), boundary, notChecked);
  const referred = withReferences(withPatterns(read, boundary), boundary, notChecked);
  const proving = (unproved: Workspace) => withEvidence(unproved, (uri) => textOrReason(uri, boundary));
  const workspace = proving(referred);
  for (const uri of whole) for (const spec of specsOf(workspace, uri)) selected.add(spec);
  for (const { uri } of given) {
    if (!specsOf(workspace, uri).some((spec) => selected.has(spec)))
      notChecked.add(fileURLToPath(uri), 'names none of the descriptions that were given');
  }
  return { workspace, selected, notChecked, roots: rootsOf(targets.starts, workingDirectory), proving };
}

function* openAll(targets: Targets, boundary: Boundary, notChecked: NotChecked, progress: Progress): Generator<Found> {
  for (const file of targets.files) {
    const found = openNamed(file, notChecked);
    if (found !== null) yield found;
  }
  yield* discover(targets, new Walker(boundary, notChecked), notChecked, progress);
}

interface Models {
  /** Given or found below a given folder: reported whole, with every description that they name. */
  readonly whole: readonly SourceDocument[];
  /** Found beside or above what was given: they count where they name one of the descriptions. */
  readonly above: readonly SourceDocument[];
}

function modelsFor(
  found: readonly Found[],
  selected: ReadonlySet<string>,
  { starts }: Targets,
  boundary: Boundary,
  notChecked: NotChecked,
): Models {
  const whole = found.filter(({ kind }) => kind === 'model').map(({ document }) => document);
  const known = new Set(whole.map(({ uri }) => uri));
  const folders = new Set(starts.flatMap(foldersUpToRepository));
  const above = [...modelsIn(folders, known, boundary, notChecked)].filter((model) => names(model, selected, boundary));
  return { whole, above };
}

function openModel(path: string): SourceDocument {
  const found = openNamed(path, new NotChecked());
  if (found?.kind !== 'model')
    throw new UsageError(`--model ${path}: no threat model (no stridewise key at its root).`);
  return found.document;
}

/** Whether a model, or one that it includes, names one of the descriptions. */
function names(model: SourceDocument, selected: ReadonlySet<string>, boundary: Boundary): boolean {
  return specsOf(withIncluded([model], boundary), model.uri, selected).length > 0;
}

/** The descriptions that models name by their paths. */
function namedBy(models: readonly SourceDocument[], boundary: Boundary): string[] {
  return specsNamed(withIncluded(models, boundary));
}

function withIncluded(models: readonly SourceDocument[], boundary: Boundary): Workspace {
  return withReferences(Workspace.empty.withAll(models), boundary, new NotChecked(), missingModels);
}

function nothing(targets: Targets, notChecked: NotChecked): UsageError {
  const reasons = [...notChecked].map(({ path, reason }) => `${nameOf(path)} ${reason}`);
  const where = [...targets.folders, ...targets.globs.map(({ pattern }) => pattern)].join(', ');
  const what =
    where === '' ? 'Nothing to check.' : `Nothing to check: no OpenAPI description or threat model in ${where}.`;
  return new UsageError([what, ...reasons].join('\n'));
}

function nameOf(path: string): string {
  return basename(path) === STANDARD_INPUT ? 'Standard input' : path;
}

function rootsOf(starts: readonly string[], workingDirectory: string): string[] {
  const [first = workingDirectory, ...others] = starts;
  const repositories = others.map(repositoryOf).filter((root) => root !== null);
  return [...new Set([repositoryOf(first) ?? workingDirectory, ...repositories])];
}
