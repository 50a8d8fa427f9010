import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectionRanges } from '../../../server/src/core/features/editing';
import { openDocument, type Range, textOf } from '../../../server/src/core/text';
import { readMarkedText } from '../../support/marked-text';

function sliced(text: string, { start, end }: Range): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.character) ?? '';
  return lines.map((line, index) => (index === 0 ? line.slice(start.character) : line)).join('\n');
}

/** The selections that grow from `$0`, one after the other. */
function grown(marked: string): string[] {
  const { files, cursor } = readMarkedText(`//- shop.threats.yaml\n${marked}`);
  const document = openDocument('file:///workspace/shop.threats.yaml', files[0]?.text ?? '', 'model');
  if (cursor === null) throw new Error('no $0');
  return selectionRanges(document, cursor).map((range) => sliced(textOf(document), range));
}

const MODEL = `stridewise: 1
mitigations:
  payer:
    covers:
      - "tampering and elevation on operation pay$0Order"
      - spoofing on GET /a
    status: planned
`;

test('word, place, statement, quotes, list, key and value, entry, section, file', () => {
  const text = MODEL.replace('$0', '');
  const entry =
    'payer:\n    covers:\n      - "tampering and elevation on operation payOrder"\n      - spoofing on GET /a\n    status: planned';
  expect(grown(MODEL)).toEqual([
    'payOrder',
    'operation payOrder',
    'tampering and elevation on operation payOrder',
    '"tampering and elevation on operation payOrder"',
    '- "tampering and elevation on operation payOrder"\n      - spoofing on GET /a',
    'covers:\n      - "tampering and elevation on operation payOrder"\n      - spoofing on GET /a',
    entry.slice('payer:\n    '.length),
    entry,
    `mitigations:\n  ${entry}`,
    text,
  ]);
});

test('a category, then what is said', () => {
  expect(grown(MODEL.replace('$0', '').replace('tampering', 'tamp$0ering')).slice(0, 3)).toEqual([
    'tampering',
    'tampering and elevation',
    'tampering and elevation on operation payOrder',
  ]);
});

test('in what does not read: the entry, the section, the file', () => {
  const text = 'threats:\n  a:\n    title: "x$0\n  b: { title: y }\n';
  const read = text.replace('$0', '');
  expect(grown(text)).toEqual(['a:\n    title: "x', read.trimEnd(), read]);
});

test('on a comment and an empty line: what is around it', () => {
  expect(grown('threats:\n  a:\n    # no$0te\n    title: x\n')).toEqual([
    'a:\n    # note\n    title: x',
    'threats:\n  a:\n    # note\n    title: x',
    'threats:\n  a:\n    # note\n    title: x\n',
  ]);
});

test('each selection holds the one before it, wherever the cursor is', () => {
  const text = MODEL.replace('$0', '');
  const document = openDocument('file:///a.yaml', text, 'model');
  fc.assert(
    fc.property(fc.nat(text.split('\n').length), fc.nat(60), (line, character) => {
      const ranges = selectionRanges(document, { line, character });
      for (const [index, { start, end }] of ranges.entries()) {
        const inner = ranges[index - 1];
        if (inner === undefined) continue;
        expect(start.line).toBeLessThanOrEqual(inner.start.line);
        expect(end.line).toBeGreaterThanOrEqual(inner.end.line);
        expect(sliced(text, { start, end })).toContain(sliced(text, inner));
      }
    }),
  );
});
