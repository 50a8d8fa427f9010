import * as assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Location,
  type TextDocument,
  type Uri,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { exampleFile, show } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf, ruleOf } from '../wait';

const spec = (title: string, path: string) => `openapi: 3.0.3
info: { title: ${title}, version: "1" }
servers: [{ url: http://${path}.example }]
paths:
  /${path}:
    post:
      operationId: make
      summary: Takes money
      responses: { "201": { description: made } }
`;
const MODEL = `stridewise: 1
apis: { sales: { spec: ./sales.yaml } }
components: { bank: { kind: external, spec: ./bank.yaml } }
flows: { sales -> bank: {} }
threats:
  fake: { title: A fake bank answers, affects: bank operation make, stride: spoofing }
`;

const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));

const ask = <T>(what: string, ...given: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`vscode.execute${what}`, ...given);

function behind(document: TextDocument, text: string) {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

/** A folder with an API, a description that it calls and their model, for as long as something runs. */
async function inFolder(run: (model: TextDocument, bank: Uri) => Promise<string>): Promise<string> {
  await ourExtension().exports.ready;
  const bank = exampleFile('called/bank.yaml');
  try {
    await write(exampleFile('called/sales.yaml'), spec('Sales', 'sales'));
    await write(bank, spec('Bank', 'charges'));
    await write(exampleFile('called/sales.threats.yaml'), MODEL);
    return await run(await show(exampleFile('called/sales.threats.yaml')), bank);
  } finally {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(exampleFile('called'), { recursive: true });
  }
}

export const calledCases: readonly Case[] = [
  {
    name: 'what a component serves is judged by no rule, and is completed, found and renamed like an API',
    run: () =>
      inFolder(async (model, bank) => {
        const isTold = (rule: string) => rule === 'written-threat';
        const found = await diagnosticsOf(bank, 'the threat at the bank', (all) => all.map(ruleOf).some(isTold));
        assert.deepEqual([...new Set(found.map(ruleOf))].sort(), ['unanswered', 'written-threat']);

        const here = behind(model, 'affects: bank ');
        const { items } = await ask<CompletionList>('CompletionItemProvider', model.uri, here);
        const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        assert.ok(labels.includes('POST /charges'), labels.join(', '));

        const there = await ask<Location[]>('DefinitionProvider', model.uri, behind(model, 'bank operation ma'));
        assert.deepEqual(
          there.map(({ uri }) => uri.toString()),
          [bank.toString()],
        );

        const edit = await ask<WorkspaceEdit>(
          'DocumentRenameProvider',
          model.uri,
          behind(model, 'operation ma'),
          'charge',
        );
        assert.deepEqual(
          edit
            .entries()
            .map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`)
            .sort(),
          ['bank.yaml 1', 'sales.threats.yaml 1'],
        );
        return `${items.length} items`;
      }),
  },
];
