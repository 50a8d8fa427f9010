import { dirname } from 'node:path';
import { type AnswerChange, answerChanges, type Model, openDocument, readModel } from '../../core/index';
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
import { painterTo } from '../terminal';

/** A commit that changed what a model answers. */
export interface LoggedCommit extends Omit<Commit, 'text'> {
  /** The model's file as people at the working directory would write it. */
  readonly model: string;
  readonly changes: readonly AnswerChange[];
}

/** Says who answered what and when, from the history of the models. Throws a UsageError. */
export async function log(options: LogOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace } = await load(options, workingDirectory, progress).finally(progress.done);
  const models = analysisOf(workspace).models.map(({ uri }) => uri);
  if (models.length === 0) throw new UsageError('There is no threat model here.');
  const { historyOf } = await import('../git/history');
  const logged = models.flatMap((uri) => {
    const path = pathOf(uri);
    const root = repositoryOf(dirname(path));
    if (root === null) throw new UsageError(`log takes a git repository, and ${path} lies in none.`);
    const commits = historyOf(root, stableName(uri) ?? '');
    return changesIn(commits, uri).map((commit) => ({ ...commit, model: pathFrom(workingDirectory, path) }));
  });
  const newestFirst = logged.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
  const { logJson, logText } = await import('../formats/log');
  write(
    options.format === 'json' ? logJson(newestFirst) : logText(newestFirst, painterTo(options.output)),
    options.output,
  );
  return 0;
}

function changesIn(commits: readonly Commit[], uri: string): Omit<LoggedCommit, 'model'>[] {
  let before: Model | null = null;
  const logged: Omit<LoggedCommit, 'model'>[] = [];
  for (const { text, ...commit } of commits) {
    const now = text === null ? null : modelIn(text, uri);
    const changes = answerChanges(before, now);
    if (changes.length > 0) logged.push({ ...commit, changes });
    before = now;
  }
  return logged;
}

function modelIn(bytes: Buffer, uri: string): Model | null {
  const read = textOf(bytes);
  return 'reason' in read ? null : readModel(openDocument(uri, read.text, 'model'));
}
