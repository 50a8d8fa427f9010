import { bindingOf } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import type { Model, Statement } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { type Position, type Range, rangeOf, type SourceDocument } from '../../text';
import { isBefore } from '../locate';
import { statementsOf } from '../statements';
import { vectorHints } from './vector-hints';

/** A text that the editor shows behind a position as if it stood there. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** Score and level behind vectors, and behind patterns the number of operations that they reach. */
export function inlayHints(analysis: Analysis, document: SourceDocument, range: Range): InlayHint[] {
  return [...vectorHints(document), ...patternHints(analysis, document)].filter(
    ({ position }) => !isBefore(position, range.start) && !isBefore(range.end, position),
  );
}

function patternHints(analysis: Analysis, document: SourceDocument): InlayHint[] {
  // A place in a file that several models include reaches the operations of all of them.
  const reached = new Map<string, { readonly statement: Statement; readonly operations: Set<Operation> }>();
  for (const model of analysis.models) {
    const statements = placesOf(model).filter(({ at, where }) => at.uri === document.uri && isPattern(where));
    if (statements.length === 0) continue;
    const binding = bindingOf(model, analysis.apis);
    for (const statement of statements) {
      const position = behindQuote(document, statement);
      const key = `${position?.line} ${position?.character}`;
      const known = reached.get(key) ?? { statement, operations: new Set() };
      reached.set(key, known);
      for (const { operation } of binding.operationsOf(statement)) known.operations.add(operation);
    }
  }
  return [...reached.values()].flatMap(({ statement, operations: { size } }): InlayHint[] => {
    const position = behindQuote(document, statement);
    const label = `${size} operation${size === 1 ? '' : 's'}`;
    return position === null ? [] : [{ position, label, tooltip: 'How many operations it reaches' }];
  });
}

/** What may reach several operations: a path with a star, a group of methods, a tag, every API. */
function isPattern(where: Statement['where']): boolean {
  if (where.kind === 'api') return true;
  if (where.kind !== 'operations') return false;
  const isGroup = /^(?:ANY|READ|WRITE)$/.test(where.method);
  return where.by === 'tag' || where.api === 'every' || (where.by === 'path' && (isGroup || where.name.includes('*')));
}

function behindQuote(document: SourceDocument, { at }: Statement): Position | null {
  const end = rangeOf(document, at)?.end ?? null;
  const isQuoted = /["']/.test(at.block.text[at.end] ?? '');
  return end === null || !isQuoted ? end : { line: end.line, character: end.character + 1 };
}

/** The places that have a hint: all but those of goals. */
function placesOf(model: Model): Statement[] {
  return [
    ...statementsOf(model),
    ...model.actors.flatMap(({ calls }) => calls),
    ...model.businessFlows.flatMap(({ operations }) => operations),
  ];
}
