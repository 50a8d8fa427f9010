import { describe, expect, test } from 'vitest';
import {
  type Analysis,
  analyse,
  applyEdits,
  completionsFor,
  definitionFor,
  diagnosticsFor,
  documentHighlights,
  documentLinks,
  documentSymbols,
  fixesFor,
  foldingRanges,
  formatDocument,
  hoverFor,
  inlayHints,
  lensesOf,
  openDocument,
  type Position,
  prepareRename,
  referencesFor,
  renameFor,
  type SourceDocument,
  selectionRanges,
  semanticTokens,
  type TextEdit,
  Workspace,
} from '../../server/src/core';
import { insertMitigation, insertNotApplicable } from '../../server/src/core/model';
import { TODAY } from '../support/check';
import { readMarkedText } from '../support/marked-text';
import { BAD_MODELS, type BadModel, markedText } from './support/bad-models';
import { meaningOf, SHOP_SPEC, shopModel } from './support/sound-model';

const URI = 'file:///workspace/shop.threats.yaml';

interface Opened {
  readonly text: string;
  readonly document: SourceDocument;
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  /** The starts of what is told, and a place in the sound part. */
  readonly places: readonly Position[];
}

function opened(bad: BadModel): Opened {
  const { files } = readMarkedText(markedText(bad));
  const text = (bad.as ?? String)(files[0]?.text ?? '');
  const document = openDocument(URI, text, 'model', true);
  const workspace = Workspace.empty.withAll([openDocument('file:///workspace/openapi.yaml', SHOP_SPEC), document]);
  const analysis = analyse(workspace, { today: TODAY });
  const told = diagnosticsFor(workspace, analysis, URI, { open: true });
  const places = told.filter(({ severity }) => severity !== 'hint').map(({ range }) => range.start);
  return {
    text,
    document,
    workspace,
    analysis,
    places: [...places.slice(0, 3), ...placesOf(text, ['customer:', '8/9/7'])],
  };
}

function placesOf(text: string, words: readonly string[]): Position[] {
  return words.map((word) => {
    const before = text.slice(0, text.indexOf(word)).split(/\r\n|\r|\n/);
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  });
}

/** What the text says, told apart from what is wrong with it. */
const kept = (before: Record<string, string>, after: Record<string, string>) => expect(after).toMatchObject(before);

const sound = new Set(Object.keys(meaningOf(shopModel())));
function ofTheSound(said: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).filter(([name]) => sound.has(name)));
}

/** Only blanks and values of nothing go; all else is added. */
function wantNothingLost(document: SourceDocument, text: string, edits: readonly TextEdit[]): string {
  const after = applyEdits(text, edits);
  const without = applyEdits(
    text,
    edits.map(({ range }) => ({ range, newText: '' })),
  );
  expect(text.replaceAll(/\s/g, '')).toBe(without.replaceAll(/\s/g, ''));
  expect(document.uri).toBe(URI);
  return after;
}

describe.each(Object.entries(BAD_MODELS))('with %s', (_name, bad) => {
  const all = opened(bad);
  const { text, document, workspace, analysis, places } = all;
  const before = meaningOf(text);

  test('an answer is added beside, or refused with the reason', () => {
    const stub = { id: 'added', title: 'It', strategy: 'reduce', covers: ['denial on GET /orders/{id}'] } as const;
    const one = insertMitigation(document, stub);
    const two = insertNotApplicable(document, 'spoofing on GET /orders');
    for (const [name, { edits, refused }] of Object.entries({
      'mitigations added': one,
      'notApplicable spoofing on GET /orders': two,
    })) {
      if (refused !== undefined) {
        expect(edits).toEqual([]);
        expect(refused).toMatch(/^Nothing can be added|would not read/);
        continue;
      }
      const after = meaningOf(wantNothingLost(document, text, edits));
      kept(before, after);
      expect(Object.keys(after)).toContain(name);
    }
  });

  test('a fix leaves all other entries as they are, or says why it cannot be made', () => {
    const fixes = places.flatMap((at) => fixesFor(workspace, analysis, URI, { start: at, end: at }, { open: true }));
    for (const { edits } of fixes.filter(({ refused }) => refused !== undefined)) expect(edits).toEqual([]);
    const own = fixes.flatMap(({ edits }) => edits.filter(({ uri }) => uri === URI));
    for (const { edits } of own) kept(ofTheSound(before), meaningOf(applyEdits(text, edits)));
  });

  test('an id gets its new name everywhere or nowhere', () => {
    const [at = { line: 0, character: 0 }] = placesOf(text, ['customer:']);
    const files = renameFor(workspace, analysis, URI, at, 'renamed');
    if ('refused' in files) {
      expect(files.refused).not.toBe('');
      return;
    }
    const edits = files.find(({ uri }) => uri === URI)?.edits ?? [];
    expect(edits.length).toBeGreaterThan(2);
    expect(applyEdits(text, edits).replaceAll('renamed', 'customer')).toBe(text);
  });

  test('the layout changes blanks alone', () => {
    const after = applyEdits(text, formatDocument(document));
    expect(after.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    expect(meaningOf(after)).toEqual(before);
  });

  test('what completion offers leaves the entries above it as they are', () => {
    for (const position of places) {
      const { items } = completionsFor(document, position, { workspace, analysis, uri: URI, today: TODAY });
      for (const { edit } of items.slice(0, 3)) {
        const after = meaningOf(applyEdits(text, [edit]));
        expect(after).toMatchObject({ 'environments production': before['environments production'] });
      }
    }
  });

  test('everything that is shown is shown', () => {
    const ranges = [
      foldingRanges(document),
      documentSymbols(document),
      documentLinks(document),
      semanticTokens(document),
      lensesOf(document),
      inlayHints(analysis, document, { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }),
    ];
    expect(ranges.every(Array.isArray)).toBe(true);
    for (const position of places) {
      hoverFor(workspace, analysis, URI, position);
      definitionFor(workspace, analysis, URI, position);
      referencesFor(workspace, analysis, URI, position, true);
      prepareRename(workspace, analysis, URI, position);
      documentHighlights(document, position);
      selectionRanges(document, position);
    }
  });
});
