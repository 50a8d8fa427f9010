import * as assert from 'node:assert/strict';
import { commands, type TextDocument, workspace } from 'vscode';
import { exampleFile, show } from '../example';
import type { Case } from '../harness';
import { offered, run } from '../offered';
import { noPage, pageIn, shoot } from '../page';
import { diagnosticsOf, ruleOf } from '../wait';

const PLACES = 2;

/** Operations that move an amount of money: half of them lie in another file. */
const operation = (name: string) => `post:
      operationId: ${name}
      security: [{ login: [] }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: number, maximum: 9 } } } } } }
      responses: { "201": { description: Done } }
`;
const numbers = Array.from({ length: PLACES }, (_, index) => index);
const SPEC = `openapi: 3.0.3
info: { title: Transfers, version: "1" }
servers: [{ url: https://transfers.example }]
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
paths:
${numbers.map((index) => `  /in${index}/transfers:\n    ${operation(`in${index}`)}`).join('')}${numbers
  .map((index) => `  /out${index}/transfers: { $ref: "./more.yaml#/out${index}" }\n`)
  .join('')}`;
const MORE = numbers.map((index) => `out${index}:\n    ${operation(`out${index}`)}`).join('');

const RULE = 'negative-amount';
const editor = pageIn('editor');

/** The description and the other file, once the finding that both share is told. */
async function transfers(): Promise<readonly TextDocument[]> {
  const files = { 'transfers/openapi.yaml': SPEC, 'transfers/more.yaml': MORE };
  for (const [name, text] of Object.entries(files))
    await workspace.fs.writeFile(exampleFile(name), new TextEncoder().encode(text));
  const more = await show(exampleFile('transfers/more.yaml'));
  const spec = await show(exampleFile('transfers/openapi.yaml'));
  await diagnosticsOf(spec.uri, 'the finding', (all) => all.some((one) => ruleOf(one) === RULE));
  return [spec, more];
}

const ROW = '.bulk-edit-panel .monaco-list-row';
const APPLY = 'refactorPreview.apply';

export const previewCases: readonly Case[] = [
  {
    name: 'a fix of two files is shown before it is made, place by place, and only what is ticked is made',
    skip: noPage,
    async run() {
      const [spec, more] = await transfers();
      assert.ok(spec && more);
      const action = await offered(spec.uri, /^Give amount a minimum/, RULE);
      const unticked = run(action);
      await editor.wait(ROW);
      await shoot('preview');
      const rows = await editor.texts(ROW);
      assert.equal(rows.filter((row) => row.includes('minimum: 0')).length, 2 * PLACES, rows.join(' | '));
      await commands.executeCommand(APPLY);
      assert.equal(await unticked, null);
      assert.deepEqual([spec.isDirty, more.isDirty], [false, false]);

      const ticked = run(action);
      await editor.wait(ROW);
      for (const index of [0, 1]) await editor.click(`${ROW}[aria-level="1"] .edit-checkbox >> nth=${index}`);
      await shoot('preview-ticked');
      await commands.executeCommand(APPLY);
      assert.equal(await ticked, null);
      for (const document of [spec, more])
        assert.equal(document.getText().match(/minimum: 0/g)?.length, PLACES, document.fileName);
      await diagnosticsOf(spec.uri, 'the finding is gone', (all) => all.every((one) => ruleOf(one) !== RULE));
      return `${rows.length} rows`;
    },
  },
];
