import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Analysis,
  applyEdits,
  canonicalUri,
  changeDocument,
  insertMitigation,
  type Model,
  problemsOf,
  ruleById,
  type SourceDocument,
  textOf,
} from '../../core/index';
import { readText } from '../../node/read-text';
import { type AnswerOptions, UsageError } from '../arguments';
import { type Loaded, load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { printable } from '../terminal';

/** Writes an answer into a threat model. 0 when it counts there, without a new problem. Throws a UsageError, and writes nothing then. */
export async function answer(options: AnswerOptions): Promise<number> {
  for (const statement of options.stub.covers) refuseBare(statement);
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const models = options.model === null ? [] : [options.model];
  const loaded = await load({ paths: ['.'], models }, workingDirectory, progress).finally(progress.done);
  const before = analysisOf(loaded.workspace);
  const candidates = candidatesIn(before, options, workingDirectory);
  const tried = candidates.map((model) => attempt(loaded, before, model, options));
  const good = tried.filter(({ refused }) => refused === '');
  const name = ({ model }: Attempt) => printable(relative(workingDirectory, fileURLToPath(model.uri)));
  const [only] = good;
  if (only === undefined) {
    throw new UsageError(tried.map((one) => `${name(one)} is left as it is: ${one.refused}`).join('\n'));
  }
  if (good.length > 1) {
    throw new UsageError(
      `Several models take this answer: choose one with --model ${good.map(name).join(' or --model ')}`,
    );
  }
  save(only);
  process.stdout.write(`Wrote ${only.id} to ${name(only)}: ${changesIn(before, only.analysis)}\n`);
  return 0;
}

/** A rule alone is no answer: whoever means all APIs says so. */
function refuseBare(statement: string): void {
  if (ruleById(statement) === undefined) return;
  throw new UsageError(`Say where: "${statement} on every API", or an API, an operation or a pattern of paths.`);
}

function candidatesIn({ models }: Analysis, { model }: AnswerOptions, workingDirectory: string): readonly Model[] {
  const wanted = model === null ? null : canonicalUri(pathToFileURL(resolve(workingDirectory, model)).href);
  const found = models.filter(({ uri, shared }) => (wanted === null ? !shared : uri === wanted));
  if (found.length === 0) throw new UsageError('There is no threat model here: write one with stridewise init');
  return found;
}

/** A model with the answer in it, or why it does not go there. */
interface Attempt {
  readonly model: Model;
  readonly old: SourceDocument;
  readonly id: string;
  readonly text: string;
  readonly analysis: Analysis;
  /** Sentences; empty where nothing speaks against it. */
  readonly refused: string;
}

function attempt({ workspace, proving }: Loaded, before: Analysis, model: Model, options: AnswerOptions): Attempt {
  const old = workspace.get(model.uri);
  if (old === undefined) throw new UsageError(`${model.uri} is gone.`);
  const { edits, refused } = insertMitigation(old, options.stub);
  const attempted = { model, old, id: options.stub.id, text: textOf(old), analysis: before };
  if (refused !== undefined) return { ...attempted, refused };
  const document = changeDocument(
    old,
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
  const analysis = analysisOf(proving(workspace.with(document)));
  const added = analysis.models.find(({ uri }) => uri === model.uri)?.mitigations.at(-1);
  return {
    ...attempted,
    id: added?.id ?? options.stub.id,
    text: applyEdits(textOf(old), edits),
    analysis,
    refused: freshIn(before, analysis).join('. '),
  };
}

/** What problems say that were not there before; two that say the same are two. */
function freshIn(before: Analysis, after: Analysis): string[] {
  const left = problemsOf(before).map(({ code, message }) => `${code} ${message}`);
  return problemsOf(after).flatMap(({ code, message }) => {
    const at = left.indexOf(`${code} ${message}`);
    if (at < 0) return [message];
    left.splice(at, 1);
    return [];
  });
}

/** Throws a UsageError where the file is no longer what was read. */
function save({ model, old, text }: Attempt): void {
  const path = fileURLToPath(model.uri);
  const now = readText(path);
  if (!('text' in now) || now.text !== textOf(old)) {
    throw new UsageError(`${path} has changed meanwhile, and is left as it is. Try again.`);
  }
  write(text, path);
}

/** How much came to be answered. */
function changesIn(before: Analysis, after: Analysis): string {
  const open = (analysis: Analysis, wanted: (rule: string) => boolean) =>
    analysis.apis
      .flatMap(({ findings }) => findings)
      .filter(({ rule, severity }) => severity !== 'hint' && wanted(rule))
      .reduce((sum, { operations }) => sum + Math.max(1, operations.length), 0);
  const fewer = (wanted: (rule: string) => boolean) => open(before, wanted) - open(after, wanted);
  const threats = fewer((rule) => rule !== 'unanswered');
  const questions = fewer((rule) => rule === 'unanswered');
  const words = [
    counted(threats, 'threat'),
    counted(questions, 'operation with questions', 'operations with questions'),
  ];
  const told = words.filter((word) => word !== '');
  return told.length === 0 ? 'nothing is open less for it yet' : `${told.join(' and ')} fewer`;
}

function counted(count: number, word: string, several = `${word}s`): string {
  return count <= 0 ? '' : `${count} ${count === 1 ? word : several}`;
}
