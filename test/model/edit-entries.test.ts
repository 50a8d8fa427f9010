import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core';
import { insertMitigation, insertNotApplicable, readModel } from '../../server/src/core/model';
import { openDocument, textOf } from '../../server/src/core/text';

const URI = 'file:///m.threats.yaml';
const STUB = { id: 'new', title: 'It', strategy: 'reduce', covers: ['denial on GET /b'] } as const;
const OLD = 'covers: denial on GET /a';

/** The text with a mitigation, or why it has none; what was read before is read still. */
function withAnswer(text: string, uri = URI): string {
  const document = openDocument(uri, text, 'model');
  const before = readModel(document);
  const { edits, fields, refused } = insertMitigation(document, STUB);
  if (refused !== undefined) {
    expect(edits).toEqual([]);
    return refused;
  }
  const after = applyEdits(textOf(document), edits);
  const model = readModel(openDocument(uri, after, 'model'));
  const told = before.problems.filter(({ code }) => code !== 'wrong-type').map(({ message }) => message);
  expect(
    model.problems.map(({ message }) => message),
    after,
  ).toEqual(told);
  expect(model.mitigations.map(({ id }) => id).sort(), after).toEqual(
    [...before.mitigations.map(({ id }) => id), 'new'].sort(),
  );
  expect(model.mitigations.find(({ id }) => id === 'new')).toMatchObject({ title: 'It', status: 'planned' });
  const [field] = fields;
  const line = after.split(/\r?\n/)[field?.start.line ?? 0] ?? '';
  expect(line.slice(field?.start.character, field?.end.character)).toBe('planned');
  return after;
}

const entry = (column = 2, step = 2) => {
  const [pad, inner] = [' '.repeat(column), ' '.repeat(column + step)];
  return `${pad}new:\n${inner}title: It\n${inner}covers: denial on GET /b\n${inner}status: planned\n`;
};
const HEAD = 'stridewise: 1\n';

test.each(['~', 'null', '""', "''", '[]', '[  ]', '[\n  ]', ' ~'])('an entry takes the place of %j', (value) => {
  expect(withAnswer(`${HEAD}mitigations: ${value}\ntitle: x\n`)).toBe(`${HEAD}mitigations:\n${entry()}title: x\n`);
  expect(withAnswer(`${HEAD}mitigations:\n  ${value}\ntitle: x\n`)).toBe(`${HEAD}mitigations:\n${entry()}title: x\n`);
  expect(withAnswer(`${HEAD}mitigations: ${value}`)).toBe(`${HEAD}mitigations:\n${entry().trimEnd()}`);
});

test('a comment behind an empty value stays', () => {
  expect(withAnswer(`${HEAD}mitigations: ~ # none yet\r\n`)).toBe(
    `${HEAD}mitigations: # none yet\r\n${entry().replaceAll('\n', '\r\n')}`,
  );
  expect(withAnswer(`${HEAD}mitigations: &m [] # none\n`)).toBe(`${HEAD}mitigations: &m # none\n${entry()}`);
  expect(withAnswer(`${HEAD}mitigations:\n  # none\n`)).toBe(`${HEAD}mitigations:\n  # none\n${entry()}`);
});

test.each(['{}', '{ }', '{   }', '{\n  }'])('an entry stands inside %j', (braces) => {
  expect(withAnswer(`${HEAD}mitigations: ${braces}\ntitle: x\n`)).toContain('mitigations: { new: {');
});

test.each(['[]', 'null', '{}', '[ ]', '""'])('an entry takes the place of %s in JSON', (value) => {
  const uri = 'file:///m.threats.json';
  const wanted = /"mitigations":\s*\{ "new": \{/;
  expect(withAnswer(`{"stridewise": 1, "mitigations": ${value}}`, uri)).toMatch(wanted);
  expect(withAnswer(`{\n  "stridewise": 1,\n  "mitigations": ${value},\n  "title": "x"\n}\n`, uri)).toMatch(wanted);
  expect(withAnswer(`{ stridewise: 1, mitigations: ${value} }\n`)).toMatch(/mitigations: \{ "new": \{/);
});

test('the entries of an anchor, and those between document markers, stay together', () => {
  const anchored = `${HEAD}mitigations: &m\n  a:\n    ${OLD}\n    status: planned\n`;
  const document = openDocument(URI, `${anchored}title: x\n`, 'model');
  expect(applyEdits(textOf(document), insertMitigation(document, STUB).edits)).toBe(`${anchored}${entry()}title: x\n`);
  for (const [before, after] of [
    ['---\n', ''],
    ['# c\n---\n', '...\n'],
    ['%YAML 1.2\n---\n', ''],
    ['', '...\n'],
    ['', '\n...\n# behind\n'],
  ] as const) {
    const start = `${before}${HEAD}mitigations:\n  a:\n    ${OLD}\n    status: planned\n`;
    expect(withAnswer(`${start}${after}`)).toBe(`${start}${entry()}${after}`);
    expect(withAnswer(`${start}title: x\n${after}`)).toBe(`${start}${entry()}title: x\n${after}`);
    expect(withAnswer(`${before}${HEAD}mitigations: ~\ntitle: x\n${after}`)).toBe(
      `${before}${HEAD}mitigations:\n${entry()}title: x\n${after}`,
    );
    expect(withAnswer(`${before}${HEAD}mitigations:\ntitle: x\n${after}`)).toBe(
      `${before}${HEAD}mitigations:\n${entry()}title: x\n${after}`,
    );
    expect(withAnswer(`${before}${HEAD}title: x\n${after}`)).toContain(
      `\nmitigations:\n${entry()}${after.trimStart()}`,
    );
  }
});

test.each([
  ['mitigations:\n  - a\n', 'holds a list'],
  ['mitigations:\n- a\n', 'holds a list'],
  ['mitigations: [ # none\n  ]\n', 'holds a list'],
  ['mitigations:\n  a\n', 'holds a text'],
  ['mitigations: {\n  a: { covers: x }\n}\n', 'does not read (line 2'],
  ['mitigations: {\n}\ntitle: x\n', 'does not read (line 2'],
  ['mitigations:\n\ta:\n\t\tcovers: x\n', 'a tab stands where YAML wants blanks'],
  ['mitigations: !!null ~\n', 'holds a tag'],
  ['mitigations: !x\n  a: { covers: x }\n', 'holds a tag'],
  ['x-m: &m {}\nmitigations: *m\n', 'holds an alias'],
])('nothing is added to %j, and it is said why', (text, reason) => {
  expect(withAnswer(`${HEAD}${text}`)).toContain(reason);
});

test('a statement that stands there already is not written twice', () => {
  const text = `${HEAD}notApplicable:\n  denial on GET /a: TODO\n`;
  expect(insertNotApplicable(openDocument(URI, text, 'model'), 'denial on GET /a').refused).toContain('already stands');
});

test('an entry has the indentation of the model', () => {
  const four = `${HEAD}apis:\n    a:\n        spec: ./a.yaml\n`;
  expect(withAnswer(`${four}mitigations:\n    a:\n        ${OLD}\n        status: planned\n`)).toContain(entry(4, 4));
  expect(withAnswer(four)).toBe(`${four}\nmitigations:\n${entry(4, 4)}`);
  expect(withAnswer(`${four}mitigations: ~\n`)).toBe(`${four}mitigations:\n${entry(4, 4)}`);
  expect(withAnswer(`${four}mitigations:\n    a: { ${OLD}, status: planned }\n`)).toContain(entry(4, 4));
  expect(withAnswer('  stridewise: 1\n  mitigations: ~\n')).toBe(`  stridewise: 1\n  mitigations:\n${entry(4, 2)}`);
  expect(withAnswer('  stridewise: 1\n')).toBe(`  stridewise: 1\n\n  mitigations:\n${entry(4, 2)}`);
});

test.each(['|+', '>+', '|2+', '|+ # c'])('blank lines that belong to a text %s stay in it', (style) => {
  const notes = `${HEAD}mitigations:\n  a:\n    ${OLD}\n    status: planned\n    notes: ${style}\n      x: y\n\n\n`;
  expect(withAnswer(notes)).toBe(`${notes}${entry()}`);
  expect(withAnswer(`${notes}# c\ntitle: x\n`)).toBe(`${notes}${entry()}# c\ntitle: x\n`);
  expect(withAnswer(`${HEAD}title: ${style}\n  x\n\n`)).toBe(`${HEAD}title: ${style}\n  x\n\nmitigations:\n${entry()}`);
});
