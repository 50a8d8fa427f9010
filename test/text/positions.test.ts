import { expect, it } from 'vitest';
import { openDocument, positionOf } from '../../server/src/core/text';

/** Where an offset of a text lies, by counting. */
function counted(text: string, offset: number) {
  const before = text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

it.each([
  ['few lines', 40, '\n'],
  ['many lines', 2000, '\n'],
  ['many lines of Windows', 2000, '\r\n'],
])('positions in a block of %s are those that counting gives', (_name, count, end) => {
  const lines = Array.from({ length: count }, (_, at) => `  k${at}:${' '.repeat(at % 7)} ${at}`);
  const text = `openapi: 3.0.0${end}x-long:${end}${lines.map((line) => `  ${line}${end}`).join('')}info: {}${end}`;
  const document = openDocument('file:///a.yaml', text);
  let start = 0;
  for (const block of document.blocks) {
    const step = Math.max(1, Math.floor(block.text.length / 300));
    for (let offset = 0; offset <= block.text.length; offset += step) {
      const isInside = !(end === '\r\n' && text[start + offset - 1] === '\r');
      if (isInside) expect(positionOf(document, block, offset)).toEqual(counted(text, start + offset));
    }
    start += block.text.length;
  }
  expect(start).toBe(text.length);
});

it('many lines behind others on the same line count from where they begin', () => {
  const members = Array.from({ length: 800 }, (_, at) => `{"k": ${at}}`).join(',\n');
  const text = `{"openapi": "3.0.0", "x-long": [${members}], "info": {}}`;
  const document = openDocument('file:///a.json', text);
  let start = 0;
  for (const block of document.blocks) {
    for (const offset of [0, 1, 5, block.text.length - 1])
      expect(positionOf(document, block, offset)).toEqual(counted(text, start + offset));
    start += block.text.length;
  }
  expect(document.blocks.some(({ newlines }) => newlines > 700)).toBe(true);
});
