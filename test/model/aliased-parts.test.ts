import { describe, expect, test } from 'vitest';
import { applyEdits, fixesFor, prepareRename, renameFor } from '../../server/src/core';
import { insertMitigation, readModel } from '../../server/src/core/model';
import { openDocument } from '../../server/src/core/text';
import { fixesAt, load } from '../support/check';

const URI = 'file:///workspace/shop.threats.yaml';
const model = (text: string) => `//- shop.threats.yaml\nstridewise: 1\n${text}`;
const STUB = { id: 'new', title: 'It', strategy: 'reduce', covers: ['denial on GET /b'] } as const;

const SAYS = 'This is marked `&s`, and `*s` repeats it elsewhere: change both by hand.';

describe('What an alias repeats', () => {
  test.each([
    ['in the same entry', 'mitigations:\n  a:\n    x-s: &s plannd$0\n    status: *s\n    covers: all\n'],
    ['in braces', 'mitigations:\n  a: { x-s: &s plannd$0, status: *s, covers: all }\n'],
    ['in another entry', 'mitigations:\n  a: { status: &s plannd$0, covers: all }\n  b: { status: *s, covers: all }\n'],
    ['as part of more', 'mitigations:\n  a: &s { status: plannd$0, covers: all }\n  b: *s\n'],
    ['as a section', 'mitigations: &s\n  a: { status: plannd$0, covers: all }\nx-b: *s\n'],
  ])('%s is changed by no fix, and it is said why', (_name, text) => {
    const loaded = load(model(text));
    const fix = fixesAt(loaded).find(({ title }) => title === 'Write `planned`');
    expect(fix).toMatchObject({ edits: [], refused: SAYS, preferred: false });
  });

  test('is not what an anchor alone marks', () => {
    const loaded = load(model('mitigations:\n  a: &s { status: plannd$0, covers: all }\n'));
    const fix = fixesAt(loaded).find(({ title }) => title === 'Write `planned`');
    expect(fix?.refused).toBeUndefined();
    expect(fix?.edits).toHaveLength(1);
  });

  test.each([
    'mitigations: &m\n  a: { covers: all }\nx-b: *m\n',
    'mitigations: &m { a: { covers: all } }\nx-b: *m\n',
    'mitigations: &m\nx-b: *m\n',
  ])('gets no new entry in %j', (text) => {
    const { edits, refused } = insertMitigation(openDocument(URI, `stridewise: 1\n${text}`, 'model'), STUB);
    expect(edits).toEqual([]);
    expect(refused).toBe(
      'Nothing can be added to `mitigations`, which `*m` repeats elsewhere: it would come there too',
    );
  });

  test('keeps its ids', () => {
    const { workspace, analysis, cursor } = load(
      model('data: &d\n  card$0: { class: payment }\ngoals:\n  g: { protects: card }\nx-b: *d\n'),
    );
    const at = cursor ?? { line: 0, character: 0 };
    expect(prepareRename(workspace, analysis, URI, at)).toHaveProperty('placeholder', 'card');
    expect(renameFor(workspace, analysis, URI, at, 'cards')).toEqual({
      refused: expect.stringContaining('stands in an anchored part in line 3 of shop.threats.yaml'),
    });
  });

  test('is told once, however often it is repeated', () => {
    const text = 'stridewise: 1\nthreats:\n  a:\n    x-a: &a [nowhere at all]\n    affects: *a\n    by: *a\n';
    const told = readModel(openDocument(URI, text, 'model')).problems.map(({ code, at }) => `${code} ${at.start}`);
    expect(new Set(told).size).toBe(told.length);
  });
});

const JSON_URI = 'file:///workspace/shop.threats.json';
const shown = (text: string) =>
  readModel(openDocument(JSON_URI, text, 'model')).problems.map(({ code, message, at }) => {
    return `${code} "${at.block.text.slice(at.start, at.end)}" ${message}`;
  });

describe('A model in JSON', () => {
  const data = (more: string) => `{"stridewise": 1, "data": {"a": {"class": "public"}${more}}, "title": "T"}`;

  test.each([
    [
      'a key twice',
      ', "a": {}',
      ['duplicate-key "a" `a` stands here twice; the first counts: give this one another name, or delete it'],
    ],
    [
      'a merge key',
      ', "<<": {}',
      ['merge-key "<<" The merge key `<<` is not read: write out the keys that it would copy'],
    ],
    [
      'a number as an id',
      ', "1": {}',
      ['malformed-id "1" `1` is no id: an id begins with a letter, then come letters, digits and hyphens'],
    ],
    [
      'a truth value as an id',
      ', "yes": {}',
      ['reserved-id "yes" Some YAML tools read `yes` as something else than a text: choose another id'],
    ],
    ['a list as an entry', ', "b": []', ['wrong-type "[]" `b` takes keys and values']],
    ['a star', ', "b": { "class": "*.yaml" }', [expect.stringMatching(/^unknown-word "\*\.yaml"/)]],
  ])('with %s says so, and keeps the rest', (_name, more, wanted) => {
    for (const text of [data(more), `\ufeff${data(more)}`, data(more).replaceAll(', ', ',\r\n  ')]) {
      expect(shown(text)).toEqual(wanted);
      const { title, data: read } = readModel(openDocument(JSON_URI, text, 'model'));
      expect(title).toBe('T');
      expect(read[0]).toMatchObject({ id: 'a', class: 'public' });
    }
  });
});

test('a fix of a text that is very long says so in few words', () => {
  const loaded = load(model(`mitigations:\n  a:\n    title: x\n    covers: ${'/a'.repeat(50_000)}$0\n`));
  const { uri, line, character } = loaded.cursor ?? { uri: '', line: 0, character: 0 };
  const at = { line, character };
  const titles = fixesFor(loaded.workspace, loaded.analysis, uri, { start: at, end: at }, { open: true });
  expect(titles.every(({ title }) => title.length < 300)).toBe(true);
  expect(
    applyEdits('a\rb', [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, newText: 'c' }]),
  ).toBe('a\rc');
});
