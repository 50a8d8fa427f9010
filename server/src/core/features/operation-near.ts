import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { type Position, rangeOf } from '../text';
import type { Workspace } from '../workspace';
import { contains, isBefore, locate } from './locate';

export interface PlacedOperation {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
}

/** The operation in which a position lies: the last that begins before it in its path item, else the path item's first. */
export function operationNear(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
): PlacedOperation | null {
  const around = analysis.apis.flatMap((api) =>
    api.description.operations
      .filter((operation) => operation.at.uri === uri && isInItem(workspace, operation, position))
      .map((operation) => ({ api, operation })),
  );
  const begun = around.filter(({ operation }) => {
    const start = locate(workspace, operation.at)?.range.start;
    return start !== undefined && !isBefore(position, start);
  });
  return begun.at(-1) ?? around[0] ?? null;
}

/** Whether the position lies in the path item that holds the operation. */
function isInItem(workspace: Workspace, { at }: Operation, position: Position): boolean {
  const document = workspace.get(at.uri);
  const whole = document && rangeOf(document, { ...at, start: 0, end: at.block.text.length });
  return whole !== undefined && whole !== null && contains(whole, position);
}
