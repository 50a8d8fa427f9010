import * as assert from 'node:assert/strict';
import { DiagnosticSeverity, languages, type Uri, workspace } from 'vscode';
import { exampleFile, onDisk, show } from '../example';
import type { Case } from '../harness';
import { findingsIn, fixEverything, type Taken } from '../quick-fixes';
import { countsIn, type Outcome, record, rowOf } from '../record';
import { ours, ruleOf, until } from '../wait';

interface Start {
  /** Of the copy, and of the record. */
  readonly folder: string;
  readonly specs: readonly string[];
  /** A model that is there from the start, or that the first answer makes. */
  readonly model: string;
  readonly findings: number;
}

const ALONE: Start = { folder: 'alone', specs: ['openapi.yaml'], model: 'openapi.threats.yaml', findings: 20 };
const WHOLE: Start = {
  folder: 'whole',
  specs: ['openapi.yaml', 'v1.yaml'],
  model: 'shop.threats.yaml',
  findings: 30,
};

const byRule = (uris: readonly Uri[]) => countsIn(uris.flatMap(findingsIn).map(ruleOf));

/** Texts of files on disk, by name. */
async function textsOf(uris: readonly Uri[]): Promise<Record<string, string>> {
  const texts = uris.map(async (uri) => [uri.path.slice(uri.path.lastIndexOf('/') + 1), await onDisk(uri)]);
  return Object.fromEntries(await Promise.all(texts));
}

/** Opens copies of files of the example, and takes quick fixes at what is found in the descriptions until nothing is. */
async function goToNone({ folder, specs, model, findings }: Start, names: readonly string[]): Promise<Outcome> {
  const uriOf = (name: string) => exampleFile(`${folder}/${name}`);
  for (const name of names) await workspace.fs.copy(exampleFile(name), uriOf(name));
  for (const name of [...names].reverse()) await show(uriOf(name));
  const uris = specs.map(uriOf);
  const all = () => uris.flatMap(findingsIn).length === findings;
  await until(`${findings} findings`, languages.onDidChangeDiagnostics, all);
  const [before, texts] = [byRule(uris), await textsOf(names.map(uriOf))];
  const taken: Taken[] = [];
  for (const uri of uris) taken.push(...(await fixEverything(uri)));
  await workspace.saveAll();
  const outcome = { before, after: byRule(uris), taken };
  record(folder, outcome, texts, await textsOf([...uris, uriOf(model)]));
  const loud = uris.flatMap(ours).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
  assert.deepEqual([loud, outcome.after], [[], {}]);
  return outcome;
}

export const toNoneCases: readonly Case[] = [
  {
    name: 'the description of the example comes from twenty findings to none by quick fixes alone',
    async run() {
      const outcome = await goToNone(ALONE, ALONE.specs);
      assert.deepEqual(ours(exampleFile('alone/openapi.threats.yaml')), [], 'the model that came of it has no problem');
      return rowOf('`openapi.yaml` without a model', outcome);
    },
  },
  {
    name: 'the whole example comes from its findings to none by quick fixes alone',
    async run() {
      const problems = (file: string) => ours(exampleFile(file)).map(({ message }) => message);
      const known = problems('shop.threats.yaml');
      const outcome = await goToNone(WHOLE, [...WHOLE.specs, WHOLE.model]);
      const fresh = problems('whole/shop.threats.yaml').filter((one) => !known.includes(one));
      assert.deepEqual(fresh, [], 'no answer is a problem in the model');
      return rowOf('both descriptions and the half-finished model', outcome);
    },
  },
];
