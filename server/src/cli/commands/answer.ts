import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Analysis,
  applyEdits,
  canonicalUri,
  changeDocument,
  countedIfAny,
  insertBeside,
  insertMitigation,
  type Model,
  problemsOf,
  ruleById,
  type SourceDocument,
  type TextEdit,
  textOf,
} from '../../core/index';
import { type AnswerOptions, UsageError } from '../arguments';
import { type Loaded, load } from '../files/load';
import { change } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { printable } from '../terminal';

/**
 * Writes an answer into a threat model, or into the description that it is about. 0 when it counts there, without a new problem. Throws
 * a UsageError, and writes nothing then.
 */
export async function answer(options: AnswerOptions): Promise<number> {
  for (const statement of options.stub.covers) refuseBare(statement);
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const models = options.model === null ? [] : [options.model];
  const loaded = await load({ paths: ['.'], models }, workingDirectory, progress).finally(progress.done);
  const before = analysisOf(loaded.workspace);
  const tried =
    options.place === 'description'
      ? attemptsBeside(loaded, before, options)
      : candidatesIn(before, options, workingDirectory).map((model) => attempt(loaded, before, model, options));
  const good = tried.filter(({ refused }) => refused === '');
  const name = ({ uri }: Attempt) => printable(relative(workingDirectory, fileURLToPath(uri)));
  const [only] = good;
  if (only === undefined) {
    throw new UsageError(tried.map((one) => `${name(one)} is left as it is: ${one.refused}`).join('\n'));
  }
  if (good.length > 1) {
    throw new UsageError(
      options.place === 'description'
        ? `Several descriptions have this: write the name of the API before the place, or run it beside one of ${good.map(name).join(', ')}`
        : `Several models take this answer: choose one with --model ${good.map(name).join(' or --model ')}`,
    );
  }
  change(fileURLToPath(only.uri), textOf(only.old), only.text);
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

/** A file with the answer in it, or why it does not go there. */
interface Attempt {
  readonly uri: string;
  readonly old: SourceDocument;
  readonly id: string;
  readonly text: string;
  readonly analysis: Analysis;
  /** Sentences; empty where nothing speaks against it. */
  readonly refused: string;
}

function attempt(loaded: Loaded, before: Analysis, { uri }: Model, options: AnswerOptions): Attempt {
  const { workspace } = loaded;
  const old = workspace.get(uri);
  if (old === undefined) throw new UsageError(`${uri} is gone.`);
  const { edits, refused } = insertMitigation(old, options.stub);
  if (refused !== undefined) return { uri, old, id: options.stub.id, text: textOf(old), analysis: before, refused };
  const made = judged(loaded, before, old, edits);
  const added = made.analysis.models
    .find((model) => model.uri === uri)
    ?.mitigations.findLast(({ at }) => at.uri === uri);
  return { uri, old, id: added?.id ?? options.stub.id, ...made };
}

/** An attempt for each description. */
function attemptsBeside(loaded: Loaded, before: Analysis, { stub }: AnswerOptions): Attempt[] {
  const { workspace } = loaded;
  const apis = before.apis.filter(({ called }) => called === null);
  if (apis.length === 0) throw new UsageError('There is no API description here.');
  return apis.map((api): Attempt => {
    const inserted = insertBeside(workspace, api, stub);
    const edit = 'edits' in inserted ? inserted.edits[0] : undefined;
    const uri = edit?.uri ?? api.description.uri;
    const old = workspace.get(uri);
    if (old === undefined) throw new UsageError(`${uri} is gone.`);
    if ('refused' in inserted || edit === undefined) {
      const refused = 'refused' in inserted ? inserted.refused : 'there is nothing to write';
      return { uri, old, id: stub.id, text: textOf(old), analysis: before, refused };
    }
    return { uri, old, id: inserted.id, ...judged(loaded, before, old, edit.edits) };
  });
}

/** What a file says after an edit, and whether that is all right. */
function judged(
  { workspace, proving }: Loaded,
  before: Analysis,
  old: SourceDocument,
  edits: readonly TextEdit[],
): Pick<Attempt, 'text' | 'analysis' | 'refused'> {
  const text = applyEdits(textOf(old), edits);
  const analysis = analysisOf(proving(workspace.with(changeDocument(old, [{ text }]))));
  return { text, analysis, refused: freshIn(before, analysis).join('. ') };
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
    countedIfAny(threats, 'threat'),
    countedIfAny(questions, 'operation with questions', 'operations with questions'),
  ];
  const told = words.filter((word) => word !== '');
  return told.length === 0 ? 'nothing is open less for it yet' : `${told.join(' and ')} fewer`;
}
