import * as assert from 'node:assert/strict';
import { commands, languages, type Uri, window, workspace } from 'vscode';
import { exampleFile, onDisk } from '../example';
import type { Case } from '../harness';
import { diagnosticsOf, ours, until } from '../wait';

const SPEC = `openapi: 3.0.3
info: { title: Parcels, version: "1" }
servers: [{ url: https://parcels.example }]
paths:
  /parcels/{parcelId}:
    get:
      parameters: [{ name: parcelId, in: path, required: true, schema: { type: integer } }]
      responses: { "200": { description: The parcel } }
`;

const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));

/** The model of a description, once the command has shown it. */
async function written(spec: Uri, model: Uri): Promise<string> {
  await commands.executeCommand('stridewise.newModel', spec);
  const editor = window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), model.toString(), 'the new model is shown');
  return editor?.document.getText() ?? '';
}

export const newModelCases: readonly Case[] = [
  {
    name: 'a new threat model is written for a description without one, is sound, and is never written over a file',
    async run() {
      const spec = exampleFile('parcels/openapi.yaml');
      const model = exampleFile('parcels/openapi.threats.yaml');
      await write(spec, SPEC);
      await workspace.openTextDocument(spec);
      await diagnosticsOf(spec, 'diagnostics on the new description');
      const text = await written(spec, model);
      assert.match(text, /# guessed: its server https:\/\/parcels\.example is on the internet/);
      assert.match(text, /parcels: \{ spec: \.\/openapi\.yaml, exposure: internet, zone: backend \}/);
      const covered = () => !ours(spec).some(({ message }) => message.startsWith('No threat model covers'));
      await until('the model counts', languages.onDidChangeDiagnostics, covered);
      assert.deepEqual(ours(model), []);
      assert.equal(window.activeTextEditor?.document.languageId, 'threat-model');
      await commands.executeCommand('workbench.action.files.save');
      assert.equal(await onDisk(model), text);

      await write(exampleFile('parcels/other.yaml'), SPEC);
      await write(exampleFile('parcels/other.threats.yaml'), 'notes: mine\n');
      await workspace.openTextDocument(exampleFile('parcels/other.yaml'));
      await diagnosticsOf(exampleFile('parcels/other.yaml'), 'diagnostics on another description');
      await commands.executeCommand('stridewise.newModel', exampleFile('parcels/other.yaml'));
      assert.equal(await onDisk(exampleFile('parcels/other.threats.yaml')), 'notes: mine\n');
      await commands.executeCommand('notifications.clearAll');
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(exampleFile('parcels'), { recursive: true });
      return `${text.split('\n').length} lines`;
    },
  },
];
