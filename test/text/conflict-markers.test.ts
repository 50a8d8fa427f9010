import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { changeDocument, openDocument, textOf } from '../../server/src/core/text';

const URI = 'file:///openapi.yaml';
const ITEM = (path: string) => `  ${path}:\n    get: { responses: { "200": { description: Fine } } }\n`;
const HEAD = 'openapi: 3.0.3\ninfo: { title: Shop, version: "1" }\n';

function told(text: string) {
  return toldOf(openDocument(URI, text));
}

function toldOf(document: ReturnType<typeof openDocument>) {
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  return {
    paths: description?.operations.map(({ path }) => path),
    problems: description?.problems.map(
      ({ message, at }) => `${at.block.text.slice(at.start).split(/[ \n]/)[0]} ${message.slice(0, 9)}`,
    ),
  };
}

const MARKS = ['<<<<<<< Git could', '======= Git could', '>>>>>>> Git could'];

describe('Conflict markers', () => {
  it('between path items lose none of them', () => {
    const text = `${HEAD}paths:\n${ITEM('/a')}<<<<<<< HEAD\n${ITEM('/b')}=======\n${ITEM('/c')}>>>>>>> other\n${ITEM('/d')}`;
    expect(told(text)).toEqual({ paths: ['/a', '/b', '/c', '/d'], problems: MARKS });
  });

  it('right below a section leave it a section', () => {
    const text = `${HEAD}paths:\n<<<<<<< HEAD\n${ITEM('/b')}=======\n${ITEM('/c')}>>>>>>> other\n`;
    expect(told(text)).toEqual({ paths: ['/b', '/c'], problems: MARKS });
  });

  it('before the first key leave the file ours', () => {
    const text = `<<<<<<< HEAD\nopenapi: 3.0.3\n=======\nopenapi: 3.0.4\n>>>>>>> other\ninfo: { title: T, version: "1" }\npaths:\n${ITEM('/a')}`;
    expect(told(text).paths).toEqual(['/a']);
  });

  it('inside a path item keep what stands above and all other items', () => {
    const inside =
      '    get: { responses: { "200": { description: Fine } } }\n<<<<<<< HEAD\n    put: { responses: {} }\n=======\n>>>>>>> other\n';
    const text = `${HEAD}paths:\n${ITEM('/a')}  /b:\n${inside}${ITEM('/c')}`;
    expect(told(text).paths).toEqual(['/a', '/b', '/c']);
  });

  it('that are taken out by an edit leave what a fresh reading would', () => {
    const text = `${HEAD}paths:\n${ITEM('/a')}<<<<<<< HEAD\n${ITEM('/b')}=======\n${ITEM('/c')}>>>>>>> other\n${ITEM('/d')}`;
    let document = openDocument(URI, text);
    for (const mark of ['<<<<<<< HEAD\n', '=======\n', '>>>>>>> other\n']) {
      const lines = textOf(document).split('\n');
      const line = lines.indexOf(mark.trimEnd());
      const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
      document = changeDocument(document, [{ range, text: '' }]);
    }
    expect(toldOf(document)).toEqual({ paths: ['/a', '/b', '/c', '/d'], problems: [] });
  });
});
