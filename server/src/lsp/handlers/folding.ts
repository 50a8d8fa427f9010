import { FoldingRangeKind, type SelectionRange } from 'vscode-languageserver';
import { foldingRanges, selectionRanges } from '../../core';
import type { Registration } from '../context';
import { modelAt } from './model-document';
import { given } from './request';

/** What of a model can be folded, and how a selection grows. */
export const registerFolding: Registration = (context) => {
  const { connection } = context;
  connection.onFoldingRanges(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      return foldingRanges(document).map(({ startLine, endLine, kind }) => ({
        startLine,
        endLine,
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      }));
    }),
  );
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      return positions.map((position): SelectionRange => {
        const cursor = { range: { start: position, end: position } };
        return chained(selectionRanges(document, position)) ?? cursor;
      });
    }),
  );
};

/** Each range with the one around it as its parent. */
function chained(ranges: readonly SelectionRange['range'][]): SelectionRange | undefined {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
}
