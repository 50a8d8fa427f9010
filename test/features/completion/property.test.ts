import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import {
  analyse,
  applyEdits,
  type CompletionItem,
  changeDocument,
  completionsFor,
  hoverFor,
  openDocument,
  type Position,
  type SourceDocument,
  Workspace,
} from '../../../server/src/core/index';
import { rootPairs } from '../../../server/src/core/model/read/cells';
import { entries, items, kindOf, scalar } from '../../../server/src/core/text';

const TODAY = '2026-11-24';
const FOLDER = new URL('../../../examples/shop/', import.meta.url);
const URI = 'file:///workspace/shop.threats.yaml';
const MODEL = readFileSync(new URL('shop.threats.yaml', FOLDER), 'utf8');

const SPECS = ['openapi.yaml', 'v1.yaml'].map((name) =>
  openDocument(`file:///workspace/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')),
);

function at(text: string) {
  const document = openDocument(URI, text, 'model');
  const workspace = Workspace.empty.withAll([...SPECS, document]);
  const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri });
  const complete = (position: Position) =>
    completionsFor(document, position, { workspace, analysis, uri: URI, today: TODAY });
  const hover = (position: Position) => hoverFor(workspace, analysis, URI, position, { today: TODAY });
  return { document, complete, hover };
}

/** What every entry says, by its root key and name: the text of its values, without blanks and comments. */
function meaning(document: SourceDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const root of rootPairs(document)) {
    const pairs = root.children ?? [];
    if (pairs.length === 0) found.set(root.key, said(root.value.block, root.value.node));
    for (const { key, value } of pairs) found.set(`${root.key} ${key}`, said(value.block, value.node));
  }
  return found;
}

function said(block: SourceDocument['blocks'][number], node: number): string {
  const kind = kindOf(block, node);
  if (kind === 'map')
    return [...entries(block, node)].map(([key, value]) => `${said(block, key)}: ${said(block, value)}`).join('; ');
  if (kind === 'sequence') return `[${[...items(block, node)].map((item) => said(block, item)).join(', ')}]`;
  return scalar(block, node) ?? kind;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The root key and the entry that a line of the example stands in. */
function entryAround(text: string, line: number): string[] {
  const lines = text.split('\n');
  const section = lines.slice(0, line + 1).findLast((one) => /^\S[^#]*:/.test(one)) ?? '';
  const entry =
    lines.slice(0, line + 1).findLast((one) => /^(?: {2}\S.*:|\S)/.test(one) && !one.trim().startsWith('#')) ?? '';
  const name = (one: string) => one.trim().replace(/:(?:\s.*)?$/, '');
  return [name(section), `${name(section)} ${name(entry)}`];
}

function checkItem(text: string, item: CompletionItem, before: Map<string, string>, position: Position): void {
  const after = applyEdits(text, [item.edit]);
  const now = meaning(openDocument(URI, after, 'model'));
  const own = new Set(entryAround(text, position.line));
  const isRoot = /^\S/.test(text.split('\n')[position.line] ?? '');
  for (const [key, value] of before) {
    // A root key that gets another name takes its entries along.
    if (own.has(key) || (isRoot && own.has(key.split(' ')[0] ?? ''))) continue;
    if (now.get(key) !== value)
      throw new Error(
        `“${item.label}” at ${position.line + 1}:${position.character} changes ${key}\n${now.get(key)}\n${value}`,
      );
  }
  for (const [start, end] of item.fields) expect(start <= end && end <= item.edit.newText.length).toBe(true);
}

describe('At every offset of the example', () => {
  test('completion and hover answer, and what is accepted leaves other entries as they were', () => {
    const { document, complete, hover } = at(MODEL);
    const before = meaning(document);
    let offered = 0;
    for (let offset = 0; offset <= MODEL.length; offset++) {
      const position = positionOf(MODEL, offset);
      hover(position);
      const { items } = complete(position);
      offered += items.length;
      // One of each kind: those of a kind are inserted alike.
      const kinds = new Map(items.map((item) => [`${item.kind} ${item.edit.range.start.character}`, item]));
      for (const item of kinds.values()) checkItem(MODEL, item, before, position);
    }
    expect(offered).toBeGreaterThan(MODEL.length);
  }, 120_000);

  test('and so it is on lines that are begun anew, at any column', () => {
    const lines = MODEL.split('\n');
    const begun = fc.constantFrom('', 's', 'title', '- ', '- s', 'status: ', 'covers: [', 'x: {', '"');
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.integer({ min: 0, max: 8 }),
        begun,
        fc.nat(),
        (line, column, word, pick) => {
          const text = lines.toSpliced(line, 0, `${' '.repeat(column)}${word}`).join('\n');
          const position = { line, character: column + word.length };
          const { complete, hover } = at(text);
          hover(position);
          const { items } = complete(position);
          const item = items[pick % Math.max(1, items.length)];
          if (item === undefined) return;
          const around = [
            ...entryAround(text, line),
            ...entryAround(text, Math.max(0, line - 1)),
            ...entryAround(text, line + 1),
          ];
          const kept = new Map(
            [...meaning(openDocument(URI, MODEL, 'model'))].filter(([key]) => !around.includes(key)),
          );
          const broken = meaning(openDocument(URI, text, 'model'));
          for (const [key, value] of kept) if (broken.get(key) !== value) kept.delete(key);
          checkItem(text, item, kept, position);
        },
      ),
      { numRuns: 80 },
    );
  }, 120_000);
});

test('A text typed key by key: nothing throws, and the ranges hold the cursor', () => {
  fc.assert(
    fc.property(fc.nat(MODEL.length), fc.nat(20), fc.string({ maxLength: 6 }), (offset, more, junk) => {
      const text = MODEL.slice(0, offset) + junk + MODEL.slice(offset + more);
      const { complete, hover } = at(text);
      const position = positionOf(text.replaceAll('\r', ' '), offset + junk.length);
      hover(position);
      for (const { edit } of complete(position).items.slice(0, 20)) {
        expect(edit.range.start.line).toBe(position.line);
        expect(edit.range.end.line).toBe(position.line);
        expect(edit.range.start.character).toBeLessThanOrEqual(position.character);
        expect(edit.range.end.character).toBeGreaterThanOrEqual(position.character);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('A model that ends at the cursor: what is accepted leaves the entries before it as they were', () => {
  fc.assert(
    fc.property(fc.nat(MODEL.length), fc.nat(), (length, pick) => {
      const text = MODEL.slice(0, length);
      const { document, complete, hover } = at(text);
      const position = positionOf(text, length);
      hover(position);
      const { items } = complete(position);
      const item = items[pick % Math.max(1, items.length)];
      if (item === undefined) return;
      const last = [...meaning(document)].at(-1)?.[0];
      const before = new Map([...meaning(document)].filter(([key]) => key !== last));
      checkItem(text, item, before, position);
    }),
    { numRuns: 80 },
  );
}, 120_000);

test('An edit and a fresh read complete alike', () => {
  const { document } = at(MODEL);
  fc.assert(
    fc.property(fc.nat(MODEL.length), (offset) => {
      const position = positionOf(MODEL, offset);
      const edited = changeDocument(document, [{ range: { start: position, end: position }, text: 's' }]);
      const text = applyEdits(MODEL, [{ range: { start: position, end: position }, newText: 's' }]);
      const behind = { line: position.line, character: position.character + 1 };
      const workspace = Workspace.empty.withAll([...SPECS, document]);
      const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri });
      const input = { workspace, analysis, uri: URI, today: TODAY };
      expect(completionsFor(edited, behind, input)).toEqual(
        completionsFor(openDocument(URI, text, 'model'), behind, input),
      );
    }),
    { numRuns: 20 },
  );
}, 60_000);

/** The example in other styles that YAML has. */
const VARIANTS = [
  ['lines that end in CR LF', MODEL.replaceAll('\n', '\r\n')],
  ['JSON', `${JSON.stringify(load(MODEL), null, 2)}\n`],
  ['entries in brackets', `stridewise: 1\n${bracketed(load(MODEL))}`],
] as const;

/** Each entry on one line, in brackets. */
function bracketed(value: unknown): string {
  return Object.entries(value as object)
    .filter(([key]) => key !== 'stridewise')
    .map(([key, inner]) => {
      if (typeof inner !== 'object') return `${key}: ${JSON.stringify(inner)}\n`;
      const lines = Object.entries(inner as object).map(
        ([id, one]) => `  ${JSON.stringify(id)}: ${JSON.stringify(one)}\n`,
      );
      return `${key}:\n${lines.join('')}`;
    })
    .join('');
}

test.each(VARIANTS)(
  '%s: what is accepted changes one entry at most',
  (_, text) => {
    const { document, complete, hover } = at(text);
    const before = meaning(document);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const position = positionOf(text, offset);
      hover(position);
      const { items } = complete(position);
      const kinds = new Map(items.map((item) => [`${item.kind} ${item.edit.range.start.character}`, item]));
      for (const item of kinds.values()) {
        const now = meaning(openDocument(URI, applyEdits(text, [item.edit]), 'model'));
        const changed = [...before].filter(([key, value]) => now.get(key) !== value).map(([key]) => key);
        const sections = new Set(changed.map((key) => key.split(' ')[0]));
        // A root key that gets another name takes its entries along.
        const isFine = changed.length <= 1 || (item.kind === 'section' && sections.size === 1);
        if (!isFine)
          throw new Error(
            `“${item.label}” at ${position.line + 1}:${position.character} changes ${changed.join(', ')}`,
          );
      }
    }
  },
  120_000,
);
