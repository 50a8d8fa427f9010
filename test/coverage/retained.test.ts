import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import {
  analyse,
  changeDocument,
  diagnosticsFor,
  missingReferences,
  openDocument,
  Workspace,
} from '../../server/src/core/index';
import { TODAY } from '../support/check';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const URI = 'file:///workspace/openapi.yaml';
/** Larger than all that an edit may leave behind. */
const PROSE = 'What the caller should know before asking for it. '.repeat(4000);
const HEAD = `
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
paths:
  /orders:
    description: >-
      ${PROSE}
    get:
`;
const TAIL = `
      responses: { "200": { description: fine } }
  /pets:
    get:
      responses: { "200": { description: fine } }
components: { schemas: { Order: { type: object } } }
`;
const LINE = HEAD.split('\n').length - 1;

/** Every name of the operation is another one after each edit. */
function namesOf(turn: number): string {
  const name = `anOperationOfManyNames${turn}`;
  return [
    `      operationId: ${name}`,
    `      tags: [tag_of_${name}]`,
    `      x-mark-of-${name}: true`,
    '      parameters:',
    `        - name: parameter_of_${name}`,
    '          in: query',
    `          schema: { type: type_of_${name}, format: format_of_${name} }`,
    `        - name: page_of_${name}`,
    '          in: query',
    '          schema:',
    `            $ref: "#/components/schemas/Order_of_${name}"`,
    '      requestBody:',
    '        content:',
    '          application/json:',
    '            schema:',
    '              type: object',
    '              properties:',
    `                owner_email_of_${name}:`,
    '                  type: string',
    `                items_of_${name}:`,
    '                  type: array',
    '                  items:',
    '                    $ref: "#/components/schemas/Order"',
  ].join('\n');
}

it('A text that an edit replaced is let go of, whatever names were read from it', () => {
  let document = openDocument(URI, `${HEAD}${namesOf(0)}${TAIL}`, 'spec', true);
  let workspace = Workspace.empty.with(document);
  const height = namesOf(0).split('\n').length;
  const look = () => {
    const analysis = analyse(workspace, { today: TODAY });
    missingReferences(workspace, URI);
    return diagnosticsFor(workspace, analysis, URI, { open: true }).length;
  };
  const edit = (turn: number) => {
    const range = { start: { line: LINE, character: 0 }, end: { line: LINE + height, character: 0 } };
    document = changeDocument(document, [{ range, text: `${namesOf(turn)}\n` }]);
    workspace = workspace.with(document);
    return look();
  };
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  for (let turn = 1; turn < 20; turn++) expect(edit(turn)).toBeGreaterThan(0);
  const before = heap();
  for (let turn = 20; turn < 120; turn++) edit(turn);
  expect(document.blocks.some(({ text }) => text.includes('anOperationOfManyNames119'))).toBe(true);
  // A hundred former texts would be 20 MB.
  expect(heap() - before).toBeLessThan(4_000_000);
});
