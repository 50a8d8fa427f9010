import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalUri, type FirstModel, type FirstModels, firstModels } from '../../core/index';
import { type InitOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import { create } from '../output';
import { progressOn } from '../progress';
import { analysisOf } from '../report/analysed';
import { printable } from '../terminal';

const STANDARD_OUTPUT = '-';
const MOST_NAMED = 3;

/** Writes first models for what has none. 0 when each description has a model that was written now. Throws a UsageError. */
export async function init({ paths, output }: InitOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace, selected } = await load({ paths, models: [] }, workingDirectory, progress).finally(progress.done);
  const analysis = analysisOf(workspace);
  const file = output === STANDARD_OUTPUT ? 'api.threats.yaml' : output;
  const uri = file === null ? undefined : uriOf(resolve(workingDirectory, file));
  const found = firstModels(analysis, { specs: selected, ...(uri !== undefined && { uri }) });
  if (found.models.length + found.modelled.length === 0) {
    throw new UsageError('There is nothing to write a model of: no OpenAPI description was found.');
  }
  const name = (one: string) => printable(relative(workingDirectory, fileURLToPath(one)));
  tellModelled(found, name);
  if (output === STANDARD_OUTPUT) return print(found);
  const written = found.models.filter((model) => writeModel(model, name));
  return written.length > 0 && written.length === found.models.length ? 0 : 1;
}

function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

function tellModelled({ modelled }: FirstModels, name: (uri: string) => string): void {
  for (const { spec, model } of modelled) process.stderr.write(`${name(spec)} has a model: ${name(model)}\n`);
}

function print({ models: [model] }: FirstModels): number {
  if (model === undefined) return 1;
  process.stdout.write(model.text);
  return 0;
}

function writeModel({ uri, text, specs }: FirstModel, name: (uri: string) => string): boolean {
  if (!create(text, fileURLToPath(uri))) {
    process.stderr.write(`${name(uri)} exists and is left as it is; --output names another file\n`);
    return false;
  }
  const more = specs.length > MOST_NAMED ? `, and ${specs.length - MOST_NAMED} more` : '';
  process.stdout.write(`Wrote ${name(uri)} for ${specs.slice(0, MOST_NAMED).map(name).join(', ')}${more}\n`);
  const guesses = text.match(/^ {2}# guessed: /gm)?.length ?? 0;
  process.stdout.write(`  ${guesses} guesses, each under a comment that says what it was made from\n`);
  return true;
}
