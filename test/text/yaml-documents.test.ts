import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, Workspace } from '../../server/src/core';
import { rootOf } from '../../server/src/core/coverage/apis';
import { describe as read } from '../../server/src/core/openapi';
import { changeDocument, openDocument, rangeOf, textOf } from '../../server/src/core/text';

const URI = 'file:///o.yaml';
const API = 'openapi: 3.0.3\ninfo: {title: x, version: "1"}\npaths:\n  /a:\n    get: {responses: {}}\n';

function reading(text: string) {
  const document = openDocument(URI, text);
  const description = read(Workspace.empty.with(document), URI);
  return {
    operations: description?.operations.length,
    problems: description?.problems.map(({ message, at }) => {
      return `${(rangeOf(document, at)?.start.line ?? -1) + 1} ${message}`;
    }),
  };
}

describe('a file of several documents', () => {
  const SECOND = 'A second document starts here; only the first one is read';
  it.each([
    [`${API}---\nfoo: [\n`, 6],
    [`${API}...\n---\nfoo: [\n`, 7],
    [`# A comment\n---\n${API}---\nfoo: 1\n`, 8],
    [`${API}...\n\n# x\nfoo: 1\n`, 9],
    [`${API}---\n"\n`, 6],
    [`${API}--- |\n  text\n---\n[\n`, 6],
  ])('keeps what the first one says: %j', (text, line) => {
    expect(reading(text)).toEqual({ operations: 1, problems: [`${line} ${SECOND}`] });
  });

  it('is one document where nothing follows the end of it', () => {
    expect(reading(`%YAML 1.2\n---\n${API}...\n\n# the end\n`)).toEqual({ operations: 1, problems: [] });
  });

  it('keeps an error where it stands', () => {
    const { operations, problems } = reading(`${API.replace('{title: x', '[title: x')}---\nfoo: 1\n`);
    expect(operations).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/^2 /), `6 ${SECOND}`]);
  });

  it('keeps what an error leaves, whichever document is read', () => {
    const broken = `${API}  /b:\n    get: {responses: [}\n  /c:\n    get: {responses: {}}\n`;
    for (const text of [
      broken,
      `${broken}...\n# the end\n`,
      `kind: x\n---\n${broken}`,
      `kind: x\n---\n${broken}---\ny: [\n`,
    ]) {
      expect(reading(text).operations).toBe(2);
    }
  });

  it('loses no other entry of a threat model', () => {
    const model = `stridewise: 1
apis: { store: ./openapi.yaml }
threats:
  first: { title: The first, affects: store, stride: denial }
  broken: { title: "No end, affects: store }
  third: { title: The third, affects: store, stride: denial }
---
kind: other
`;
    const document = openDocument('file:///m.threats.yaml', model, 'model');
    const { models } = analyse(Workspace.empty.with(document), { today: '2026-01-01', relative: (uri: string) => uri });
    expect(models[0]?.threats.map(({ id }) => id)).toEqual(['first', 'third']);
    const lines = models[0]?.problems.map(({ at }) => rangeOf(document, at)?.start.line);
    expect(lines).toEqual(expect.arrayContaining([4, 6]));
  });

  it('is cut after any edit as if it were opened anew', () => {
    const texts = ['', '-', '---\n', '...\n', 'openapi: 3.0.3\n', 'kind: x\n', '  /z: {}\n', '"', '# x\n'];
    const whole = `kind: x\n---\n${API}---\nfoo: 1\n...\n`;
    const lines = whole.split('\n').length;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(lines), fc.nat(2), fc.constantFrom(...texts)), { minLength: 1, maxLength: 6 }),
        (edits) => {
          let document = openDocument(URI, whole);
          for (const [line, more, text] of edits) {
            const range = { start: { line, character: 0 }, end: { line: line + more, character: 0 } };
            document = changeDocument(document, [{ range, text }]);
            const anew = openDocument(URI, textOf(document));
            const seen = ({ kind, depth, key, text: own, error }: (typeof anew.blocks)[number]) => [
              kind,
              depth,
              key,
              own,
              error,
            ];
            expect(document.blocks.map(seen)).toEqual(anew.blocks.map(seen));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [`---\nkind: x\n---\n${API}`, 3],
    [`kind: [\n---\n${API}---\nkind: ]\n`, 2],
    [`kind: x\n...\n${API}`, 2],
  ])('reads the one with the root key: %j', (text, line) => {
    expect(rootOf(openDocument(URI, text))).toBe('openapi');
    const message =
      'The description starts here, and the other documents of this file are not read: give it a file of its own';
    expect(reading(text)).toEqual({ operations: 1, problems: [`${line} ${message}`] });
  });

  it('tells so of a threat model', () => {
    const document = openDocument('file:///m.threats.yaml', 'kind: x\n---\nstridewise: 1\n', 'model');
    const { models } = analyse(Workspace.empty.with(document), { today: '2026-01-01', relative: (uri: string) => uri });
    expect(models[0]?.problems.map(({ message }) => message)).toContain(
      'The threat model starts here, and the other documents of this file are not read: give it a file of its own',
    );
  });

  it('is none of ours where no document has a root key', () => {
    expect(rootOf(openDocument(URI, 'kind: a\n---\nkind: b\nspec: {openapi: 3.0.3}\n---\nfoo: [\n'))).toBeNull();
  });
});

describe('a byte order mark in the middle', () => {
  it('is told', () => {
    const { operations, problems } = reading(API.replace('paths', '\uFEFFpaths'));
    expect(operations).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^3 An invisible byte order mark stands in front of this/)]);
  });

  it('is none in a text', () => {
    expect(reading(API.replace('title: x', 'title: "\uFEFFx"')).problems).toEqual([]);
  });
});
