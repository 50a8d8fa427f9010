import { firstModels } from '../first-model/first-models';
import { folderOf, lastSegment } from '../first-model/places';
import { newlineOf } from './accept';
import type { Cursor } from './cursor';
import type { CompletionItem } from './item';
import type { Source } from './source';

/** In a file that has nothing else: a first model of the descriptions in its folder and below, as "New Threat Model" writes it. */
export function wholeModelItems(cursor: Cursor, source: Source): CompletionItem[] {
  const { text, before, behind, line, lineStart, scalar } = cursor;
  const { analysis, uri } = source.input;
  if (text.trim() !== `${before}${behind}`.trim()) return [];
  const near = analysis.apis
    .map(({ description }) => description.uri)
    .filter((spec) => spec.startsWith(`${folderOf(uri)}/`));
  const [model] = near.length === 0 ? [] : firstModels(analysis, { specs: new Set(near), uri }).models;
  if (model === undefined) return [];
  const start = { line, character: scalar.start - lineStart };
  const newline = newlineOf(cursor);
  return [
    {
      label: 'first model',
      kind: 'section',
      detail: `Guessed from ${model.specs.map(lastSegment).join(', ')}`,
      filterText: 'first model stridewise threat model',
      edit: {
        range: { start, end: { line, character: start.character + before.length + behind.length } },
        newText: newline === '\n' ? model.text : model.text.replaceAll('\n', newline),
      },
      fields: [],
      asks: false,
      about: { role: 'section', name: 'stridewise' },
    },
  ];
}
