import * as assert from 'node:assert/strict';
import { commands, languages, type Uri, workspace } from 'vscode';
import { chooseFirst, exampleFile, onDisk } from '../example';
import { ourExtension } from '../extension';
import type { Case } from '../harness';
import { diagnosticsOf, ours, until } from '../wait';

const SPEC = `openapi: 3.0.3
info: { title: Depots, version: "1" }
servers: [{ url: https://depots.example }]
paths:
  /depots:
    get: { operationId: listDepots, responses: { "200": { description: All depots } } }
`;

const MODEL = `stridewise: 1
title: Depots
apis: { depots: ./openapi.yaml }
`;

const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const changes = (uri: Uri) => ours(uri).filter(({ code }) => JSON.stringify(code)?.includes('changed-since-review'));

export const reviewCases: readonly Case[] = [
  {
    name: 'a model is marked as reviewed, and what changes then is told in both files until it is signed',
    async run() {
      const spec = exampleFile('depots/openapi.yaml');
      const model = exampleFile('depots/depots.threats.yaml');
      const lock = exampleFile('depots/depots.threats.lock.json');
      await write(spec, SPEC);
      await write(model, MODEL);
      const document = await workspace.openTextDocument(model);
      await workspace.openTextDocument(spec);
      await diagnosticsOf(spec, 'diagnostics on the new description');

      const first = commands.executeCommand('stridewise.markReviewed', model);
      await chooseFirst(() => document.getText() !== MODEL);
      await first;
      assert.match(document.getText(), /^stridewise: 1\nreviewed: \d{4}-\d\d-\d\d\n/);
      assert.match(await onDisk(lock), /"depots GET \/depots": \{"id": "listDepots", "open": \[.*\]\},/);
      await document.save();

      await write(
        spec,
        `${SPEC}  /debug: { get: { operationId: debug, responses: { "200": { description: All } } } }\n`,
      );
      const told = () => changes(spec).length === 1 && changes(model).length === 1;
      await until('the change is told', languages.onDidChangeDiagnostics, told);
      const [change] = changes(spec);
      const { inventory, threats } = ourExtension().exports;
      const day = /^reviewed: (\S+)$/m.exec(document.getText())?.[1];
      await until('the tree has its trend', threats.onDidDescribe, () => /\d+ new/.test(threats.description));
      assert.match(threats.description, new RegExp(`^\\d+ new since ${day}$`));
      const groups = await threats.rows();
      const rows = (await Promise.all(groups.map(({ node }) => threats.rows(node)))).flat();
      const fresh = rows.find(({ item }) => `${item.label} ${item.description}`.match(/GET \/debug.* · new/));
      assert.ok(fresh, 'the row of the new operation says so');
      assert.match((await threats.details(fresh.node))?.tooltip ?? '', /New since the review of .*GET \/debug is new/);
      const depots = (await inventory.rows()).find(({ item }) => item.label === 'Depots');
      const below = await inventory.rows(depots?.node);
      assert.ok(below.some(({ item }) => item.label === 'depots GET /debug is new'));
      assert.match(change?.message ?? '', /depots GET \/debug is new/);

      const second = commands.executeCommand('stridewise.markReviewed', model);
      await chooseFirst(async () => (await onDisk(lock)).includes('/debug'));
      await second;
      const settled = () => changes(spec).length === 0 && changes(model).length === 0;
      await until('nothing has changed since', languages.onDidChangeDiagnostics, settled);
      await until('the trend begins anew', threats.onDidDescribe, () => threats.description === '');
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(exampleFile('depots'), { recursive: true });
    },
  },
];
