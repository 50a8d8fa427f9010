import { describe, expect, test } from 'vitest';
import {
  analyse,
  applyEdits,
  definitionFor,
  hoverFor,
  openDocument,
  renameFor,
  semanticTokens,
  textOf,
  Workspace,
} from '../../server/src/core/index';
import { changeDocument } from '../../server/src/core/text';
import { TODAY } from '../support/check';

const SPEC = openDocument(
  'file:///openapi.yaml',
  `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /orders: { post: { operationId: placeOrder, responses: { "201": { description: ok } } } }
`,
  'spec',
);
const MODEL = `stridewise: 1
apis: { store: { spec: ./openapi.yaml } }
threats:
  guess: { affects: store operation placeOrder, stride: disclosure }
mitigations:
  own:
    covers: [guess, denial on store operation placeOrder]
    status: planned
  other: { covers: guess, status: planned }
`;
const URI = 'file:///a.threats.yaml';

/** The model after a text was taken away by an edit, with what stands in its place. */
function edited(text: string, newText: string) {
  const model = openDocument(URI, MODEL, 'model', true);
  const offset = MODEL.indexOf(text);
  expect(offset).toBeGreaterThan(0);
  const place = (at: number) => {
    const before = MODEL.slice(0, at).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const range = { start: place(offset), end: place(offset + text.length) };
  const document = changeDocument(model, [{ range, text: newText }]);
  const workspace = Workspace.empty.withAll([SPEC, document]);
  const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri });
  const at = (word: string, nth = 0) => {
    const whole = textOf(document);
    let found = -1;
    for (let count = 0; count <= nth; count++) found = whole.indexOf(word, found + 1);
    const before = whole.slice(0, found + 1).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  return { document, workspace, analysis, at };
}

describe('An entry that an edit broke', () => {
  test('has its hovers, definitions and colours in front of the edit and behind it', () => {
    const { document, workspace, analysis, at } = edited('placeOrder]', 'placeO');
    expect(document.blocks.some(({ error }) => error !== null)).toBe(true);
    const hover = (word: string, nth = 0) =>
      hoverFor(workspace, analysis, URI, at(word, nth), { today: TODAY })?.markdown ?? '';
    expect(hover('guess', 1)).toContain('**Threat** `guess`');
    expect(hover('denial')).toContain('**denial of service**');
    expect(hover('planned')).toContain('**planned**');
    expect(definitionFor(workspace, analysis, URI, at('guess', 1))).toMatchObject([{ uri: URI }]);
    const lines = semanticTokens(document).map(({ line }) => line);
    expect(lines).toContain(6);
    expect(lines).toContain(7);
  });

  test('says nothing of a word that is being changed', () => {
    const { workspace, analysis, at } = edited('guess, denial', 'guesses, denial: ');
    expect(hoverFor(workspace, analysis, URI, at('guesses'), { today: TODAY })).toBeNull();
  });

  test.each([
    ['planned\n  other', '"planned\n  other'],
    ['[guess, denial', '[guess: [guess, denial'],
  ])('refuses a rename of what it may name: %j', (text, newText) => {
    const { workspace, analysis, at } = edited(text, newText);
    expect(renameFor(workspace, analysis, URI, at('guess'), 'guess-orders')).toEqual({
      refused: 'What stands at line 7 of a.threats.yaml does not read, and may name it: mend that first',
    });
  });

  test('lets anything else be renamed', () => {
    const { document, workspace, analysis, at } = edited('status: planned }', 'status: "planned }');
    const edits = renameFor(workspace, analysis, URI, at('store'), 'shop');
    if ('refused' in edits) throw new Error(edits.refused);
    expect(applyEdits(textOf(document), edits[0]?.edits ?? [])).toBe(textOf(document).replaceAll('store', 'shop'));
  });
});
