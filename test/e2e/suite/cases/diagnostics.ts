import * as assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, TabInputText, window, workspace } from 'vscode';
import { exampleFile, onDisk, restore, setText, show } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, ours, ruleOf } from '../wait';

export const diagnosticCases: readonly Case[] = [
  {
    name: 'the specification shows what can go wrong',
    async run() {
      const spec = await show(exampleFile('openapi.yaml'));
      const found = await diagnosticsOf(spec.uri, 'a warning on the specification', (all) =>
        all.some(({ severity }) => severity <= DiagnosticSeverity.Warning),
      );
      for (const diagnostic of found) {
        assert.ok(ruleOf(diagnostic), 'every diagnostic has a code');
        assert.ok(spec.validateRange(diagnostic.range).isEqual(diagnostic.range), 'every range lies in the text');
      }
      return `${found.length} diagnostics`;
    },
  },
  {
    name: 'diagnostics are given once, not pulled and pushed',
    async run() {
      const uri = exampleFile('openapi.yaml');
      await diagnosticsOf(uri, 'diagnostics on the specification');
      const keys = ours(uri).map((d) => `${ruleOf(d)} ${d.range.start.line}:${d.range.start.character} ${d.message}`);
      assert.deepEqual(keys, [...new Set(keys)]);
    },
  },
  {
    name: 'diagnostics follow the unsaved text',
    async run() {
      const uri = exampleFile('openapi.yaml');
      const spec = await show(uri);
      await diagnosticsOf(uri, 'diagnostics on the specification');
      await setText(spec, 'title: no description any more\n');
      await diagnosticsOf(uri, 'an emptied specification without diagnostics', (all) => all.length === 0);
      assert.notEqual(await onDisk(uri), spec.getText());
      await restore(spec);
      await diagnosticsOf(uri, 'the diagnostics again');
    },
  },
  {
    name: 'a problem in a model stands at its place',
    async run() {
      const uri = exampleFile('shop.threats.yaml');
      const model = await show(uri);
      const line = model.lineCount - (model.lineAt(model.lineCount - 1).isEmptyOrWhitespace ? 1 : 0);
      await setText(model, `${model.getText().trimEnd()}\nbogus-key: 1\n`);
      const found = await diagnosticsOf(uri, 'a problem about the unknown key', (all) =>
        all.some(({ range }) => range.start.line === line),
      );
      await restore(model);
      return found.find(({ range }) => range.start.line === line)?.message;
    },
  },
  {
    name: 'a specification follows its model also where its tab is closed',
    async run() {
      const { uri } = await show(exampleFile('openapi.yaml'));
      const written = (all: readonly Diagnostic[]) => all.some((each) => ruleOf(each) === 'written-threat');
      await diagnosticsOf(uri, "the model's own threat", written);
      const model = await show(exampleFile('shop.threats.yaml'));
      const isSpec = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
      await window.tabGroups.close(
        window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => isSpec(input)),
      );
      await setText(model, 'stridewise: 1\napis: {store: {spec: openapi.yaml}}\n');
      const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
      await diagnosticsOf(uri, 'the threat is gone with its line', (all) => all.length > 0 && !written(all));
      await restore(model);
      await diagnosticsOf(uri, 'the threat is back', written);
      return `its document ${open ? 'stayed open' : 'was closed'}`;
    },
  },
  {
    name: 'other files stay silent',
    async run() {
      const uri = exampleFile('deployment.yaml');
      await workspace.fs.writeFile(uri, new TextEncoder().encode('apiVersion: apps/v1\nkind: Deployment\n'));
      await show(uri);
      await diagnosticsOf(exampleFile('openapi.yaml'), 'diagnostics on the specification');
      assert.deepEqual(ours(uri), []);
      await workspace.fs.delete(uri);
    },
  },
];
