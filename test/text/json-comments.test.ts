import { describe, expect, it } from 'vitest';
import { readModel } from '../../server/src/core/model';
import { describe as read } from '../../server/src/core/openapi';
import { changeDocument, openDocument, type SourceDocument, textOf } from '../../server/src/core/text';

const ITEM = '{"get":{"responses":{}}}';

function told(text: string, name = 'openapi.json', from?: SourceDocument) {
  const uri = `file:///${name}`;
  const document = from ?? openDocument(uri, text);
  expect(textOf(document)).toBe(text);
  const found = read({ get: (asked) => (asked === uri ? document : undefined) }, uri);
  return {
    paths: found?.operations.map(({ path }) => path) ?? [],
    problems: (found?.problems ?? []).map(
      ({ message, at }) => `${message.slice(0, 20)} | ${at.block.text.slice(at.start, at.end)}`,
    ),
  };
}

const here = (comment: string) => `JSON has no comments | ${comment}`;
const around = (before: string, between = '', inside = '', behind = '') =>
  `{${before}"openapi":"3.0.3",\n"paths":{"/a":${ITEM},${between}"/b":{"get":${inside}{"responses":{}}}}}${behind}`;

describe('comments in JSON are told where they stand and lose nothing', () => {
  it.each([
    ['before the first key', around(' // it\'s a "key": {\n'), '// it\'s a "key": {'],
    ['in front of all', `// it's {\n${around('')}`, "// it's {"],
    ['in front of all, closed', ` /* " */ ${around('')}`, '/* " */'],
    ['between paths', around('', '\n// "/c": {\n'), '// "/c": {'],
    ['between paths, over lines', around('', '/* } ] "\n" */'), '/* } ] "'],
    ['inside a path', around('', '', '/* ", { */'), '/* ", { */'],
    ['in front of a colon', around('').replace('"/a":', '"/a" /* : */ :'), '/* : */'],
    ['behind a section', around('').replace('"paths":{', '"paths": { // all of them\r\n'), '// all of them'],
    ['behind a value', around('').replace('{"responses":{}}', '{"responses":{} // none\n}'), '// none'],
    ['at the end', around('', '', '', '\n// the end'), '// the end'],
    ['at the end, closed', around('', '', '', '/**/\n'), '/**/'],
    ['in an empty object', around('').replace('"responses":{}', '"responses":{/* none */}'), '/* none */'],
  ])('%s', (_where, text, comment) => {
    expect(told(text)).toEqual({ paths: ['/a', '/b'], problems: [here(comment)] });
    expect(told(text, 'openapi.jsonc')).toEqual({ paths: ['/a', '/b'], problems: [] });
  });

  it('once for each block', () => {
    const { paths, problems } = told(around('// 1\n', '/* 2 *//* 3 */', '/* 4 */'));
    expect(paths).toEqual(['/a', '/b']);
    expect(problems).toEqual(['// 1', '/* 2 */', '/* 4 */'].map(here));
  });

  it('while what is worse is told first', () => {
    const text = around('', '', '/* x */').replace('{}}}}}', '{},}}}}');
    expect(told(text, 'openapi.jsonc').problems.map((one) => one.slice(0, 7))).toEqual(['A comma']);
  });

  it('and slashes in texts are none', () => {
    const text = around('').replace('"/a"', '"//a/*"').replace('"responses":{}', '"summary":"http://x /* y"');
    expect(told(text)).toEqual({ paths: ['//a/*', '/b'], problems: [] });
  });

  it('and one that does not end loses no more than it hides', () => {
    const { paths, problems } = told(
      `{\n  "openapi": "3.0.3",\n  "paths": {\n    "/a": ${ITEM},\n    /* "/b": ${ITEM},\n    "/c": ${ITEM}\n  }\n}\n`,
    );
    expect(paths).toContain('/c');
    expect(problems.join()).toContain('The comment that beg | /* "/b"');
  });

  it('also when they are typed and deleted', () => {
    const text = around('', '\n').replace('"/b"', '\n"/b"');
    let document = openDocument('file:///openapi.json', text);
    const edit = (from: number, to: number, added: string) => {
      const range = { start: { line: 2, character: from }, end: { line: 2, character: to } };
      document = changeDocument(document, [{ range, text: added }]);
      return told(textOf(document), 'openapi.json', document);
    };
    expect(edit(0, 0, '/').paths).toEqual(['/b']);
    expect(edit(1, 1, '/ done')).toEqual({ paths: ['/a', '/b'], problems: [here('// done')] });
    expect(edit(0, 7, '')).toEqual({ paths: ['/a', '/b'], problems: [] });
  });
});

it('a model in JSON keeps its entries beside comments', () => {
  const text = `{ // mine\n"stridewise": 1, // title\n"mitigations": {"a": {"title": "x"} /* it's */, "b": {"title": "y"}}}`;
  const told = (name: string) => {
    const { mitigations, problems } = readModel(openDocument(`file:///${name}`, text, 'model'));
    return [
      mitigations.map(({ id }) => id),
      problems.filter(({ code }) => code === 'syntax').map(({ at }) => at.end - at.start),
    ];
  };
  expect(told('x.json')).toEqual([['a', 'b'], ['// mine', '// title', "/* it's */"].map(({ length }) => length)]);
  expect(told('x.jsonc')).toEqual([['a', 'b'], []]);
});
