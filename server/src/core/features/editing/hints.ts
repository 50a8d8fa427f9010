import { bindingOf } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import type { Model, Statement } from '../../model/types';
import { type Position, type Range, rangeOf, type SourceDocument } from '../../text';
import { isBefore } from '../locate';
import { vectorHints } from './vector-hints';

/** A text that the editor shows behind a position as if it stood there. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** Score and level behind vectors, and behind patterns the number of operations that they reach. */
export function inlayHints(analysis: Analysis, document: SourceDocument, range: Range): InlayHint[] {
  const patterns = analysis.models.flatMap((model) => patternHints(analysis, document, model));
  const all = [...vectorHints(document), ...patterns].filter(
    ({ position }) => !isBefore(position, range.start) && !isBefore(range.end, position),
  );
  const byPlace = new Map(all.map((hint) => [`${hint.position.line} ${hint.position.character} ${hint.label}`, hint]));
  return [...byPlace.values()];
}

function patternHints(analysis: Analysis, document: SourceDocument, model: Model): InlayHint[] {
  const places = statementsOf(model).filter(({ at, where }) => at.uri === document.uri && isPattern(where));
  if (places.length === 0) return [];
  const binding = bindingOf(model, analysis.apis);
  return places.flatMap((statement): InlayHint[] => {
    const position = rangeOf(document, statement.at)?.end;
    if (position === undefined) return [];
    const count = new Set(binding.operationsOf(statement).map(({ operation }) => operation)).size;
    const label = `${count} operation${count === 1 ? '' : 's'}`;
    return [{ position: behindQuote(statement, position), label, tooltip: 'How many operations it reaches' }];
  });
}

/** What may reach several operations: a path with a star, a group of methods, a tag, every API. */
function isPattern(where: Statement['where']): boolean {
  if (where.kind === 'api') return true;
  if (where.kind !== 'operations') return false;
  const isGroup = /^(?:ANY|READ|WRITE)$/.test(where.method);
  return where.by === 'tag' || where.api === 'every' || (where.by === 'path' && (isGroup || where.name.includes('*')));
}

function behindQuote({ at }: Statement, { line, character }: Position): Position {
  return { line, character: /["']/.test(at.block.text[at.end] ?? '') ? character + 1 : character };
}

function statementsOf(model: Model): Statement[] {
  return [
    ...model.threats.flatMap(({ affects }) => affects),
    ...model.mitigations.flatMap(({ covers, except, removes }) => [...covers, ...except, ...removes]),
    ...model.notApplicable.map(({ statement }) => statement),
    ...model.actors.flatMap(({ calls }) => calls),
    ...model.businessFlows.flatMap(({ operations }) => operations),
  ];
}
