import { analyse, changeDocument, diagnosticsFor, openDocument, Workspace } from '../core';

const URI = 'untitled:warm-up.yaml';
const TEXT = `openapi: 3.1.0
info: { title: Warm-up, version: "1" }
paths:
  /things/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
`;

/** Runs the way of an edit once, so that the first keystroke does not pay for compiling it. */
export function warmUp(today: string): void {
  const start = { line: 4, character: 0 };
  let document = openDocument(URI, TEXT, 'spec');
  for (const text of ['', '      summary: x\n', '']) {
    document = changeDocument(document, [{ range: { start, end: start }, text }]);
    const workspace = Workspace.empty.with(document);
    diagnosticsFor(workspace, analyse(workspace, { today }), URI, { open: true });
  }
}
