import { dirname } from 'node:path';
import {
  type AnswerChange,
  answerChanges,
  type Model,
  openDocument,
  readModel,
  writtenModel,
  writtenSites,
} from '../../core/index';
import { textOf } from '../../node/read-text';
import { repositoryOf } from '../../node/repository';
import { stableName } from '../../node/stable-name';
import { type LogOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import type { Commit } from '../git/history';
import { write } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { pathFrom, pathOf } from '../report/paths';
import { painterTo, printable } from '../terminal';

/** A commit that changed what a model answers. */
export interface LoggedCommit extends Omit<Commit, 'text' | 'before'> {
  /** The file of the model, or of the description, as people at the working directory would write it. */
  readonly model: string;
  readonly changes: readonly AnswerChange[];
}

/** Says who answered what and when, from the history of the models. Throws a UsageError. */
export async function log(options: LogOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace } = await load(options, workingDirectory, progress).finally(progress.done);
  const models = analysisOf(workspace).models.map(({ uri }) => uri);
  const own = new Set(models);
  const beside = [...workspace.documents.values()].filter(({ uri }) => !own.has(uri));
  const files = [...models, ...beside.filter((one) => writtenSites(one).length > 0).map(({ uri }) => uri)];
  if (files.length === 0) throw new UsageError('There is no threat model here.');
  const { historyOf, isCutOff } = await import('../git/history');
  const cut = new Set<string>();
  const logged = files.flatMap((uri) => {
    const path = pathOf(uri);
    const root = repositoryOf(dirname(path));
    if (root === null) throw new UsageError(`log takes a git repository, and ${path} lies in none.`);
    const commits = historyOf(root, stableName(uri) ?? '');
    if (isCutOff(root)) cut.add(root);
    const read = own.has(uri) ? modelIn : answersIn;
    return changesIn(commits, uri, read).map((commit) => ({ ...commit, model: pathFrom(workingDirectory, path) }));
  });
  for (const root of cut)
    process.stderr.write(`${printable(root)} is a shallow clone: what its oldest commits have is told as theirs.\n`);
  const newestFirst = logged.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
  const { logJson, logText } = await import('../formats/log');
  write(
    options.format === 'json' ? logJson(newestFirst) : logText(newestFirst, painterTo(options.output)),
    options.output,
  );
  return 0;
}

type Reading = (bytes: Buffer | null, uri: string) => Model | null;

function changesIn(commits: readonly Commit[], uri: string, read: Reading): Omit<LoggedCommit, 'model'>[] {
  return commits.flatMap(({ text, before, ...commit }) => {
    const now = read(text, uri);
    const since = (before.length === 0 ? [null] : before).map((old) => answerChanges(read(old, uri), now));
    const changes = madeBy(since);
    return changes.length === 0 ? [] : [{ ...commit, changes }];
  });
}

/** What a commit changed; of a merge, what it changed of each parent. */
function madeBy([first = [], ...others]: readonly (readonly AnswerChange[])[]): readonly AnswerChange[] {
  return first.filter(({ id }) => others.every((changes) => changes.some((one) => one.id === id)));
}

function modelIn(bytes: Buffer | null, uri: string): Model | null {
  const read = bytes === null ? null : textOf(bytes);
  return read === null || 'reason' in read ? null : readModel(openDocument(uri, read.text, 'model'));
}

/** The answers in a description; most commits of one touch none, and those without any are not read. */
function answersIn(bytes: Buffer | null, uri: string): Model | null {
  const read = bytes?.includes('x-stridewise') === true ? textOf(bytes) : null;
  return read === null || 'reason' in read ? null : writtenModel(openDocument(uri, read.text));
}
