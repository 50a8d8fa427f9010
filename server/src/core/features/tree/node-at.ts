import { nameOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { blockAt, type Place, type Position } from '../../text';
import type { Workspace } from '../../workspace';
import { findingKey } from '../finding-key';
import { standingAt } from '../locate';
import { operationNear } from '../operation-near';
import { mitigationId, mitigationsOf } from './mitigation-nodes';
import type { TreeNode } from './tree-node';

/** Ids of the nodes that lead to what a place is about, from the top; empty where the tree has nothing of it. */
export function nodeAt(
  workspace: Workspace,
  analysis: Analysis,
  tree: readonly TreeNode[],
  uri: string,
  position: Position,
): readonly string[] {
  const document = workspace.get(uri);
  if (document === undefined) return [];
  const { block, offset } = blockAt(document, position);
  // An entry of a model is a block of its own; where it is not, its id is its place.
  const isIn = (at: Place) =>
    at.block === block && at.uri === uri && (block.depth > 0 || (at.start <= offset && offset <= at.end));
  const mitigation = mitigationsOf(analysis).find(({ at }) => isIn(at));
  if (mitigation !== undefined) return pathTo(tree, (id) => id === mitigationId(mitigation));
  const operation = operationNear(workspace, analysis, uri, position)?.operation ?? null;
  const named = operation === null ? '' : nameOf(operation);
  const stands = standingAt(document, position);
  const candidates = [
    ...keysOf(analysis, ({ at }) => at.uri === uri && stands(at)),
    ...keysOf(analysis, ({ threat }) => threat !== null && isIn(threat.at)),
    ...(operation === null ? [] : keysOf(analysis, ({ operations }) => operations.includes(operation))),
  ];
  for (const key of candidates) {
    const own = pathTo(tree, (id) => id.endsWith(` ${named}/${key}`));
    const path = own.length > 0 ? own : pathTo(tree, (id) => id.endsWith(`/${key}`));
    if (path.length > 0) return path;
  }
  return [];
}

/** Findings that a place is about: what is open comes first, of those what speaks of the fewest operations, then the riskiest. */
function keysOf({ apis }: Analysis, isMeant: (finding: Finding, api: ApiAnalysis) => boolean): string[] {
  const all = apis.flatMap((api) =>
    api.findings.filter((finding) => isMeant(finding, api)).map((finding) => ({ api, finding })),
  );
  const order = ({ severity, rule }: Finding) => (severity === 'hint' ? 2 : rule === 'unanswered' ? 1 : 0);
  all.sort(
    ({ finding: a }, { finding: b }) =>
      order(a) - order(b) || a.operations.length - b.operations.length || b.risk.rank - a.risk.rank,
  );
  return all.map(({ api, finding }) => findingKey(api, finding));
}

function pathTo(tree: readonly TreeNode[], isIt: (id: string) => boolean): readonly string[] {
  for (const group of tree) {
    const found = group.rows.find(({ id }) => isIt(id));
    if (found !== undefined) return [group.id, found.id];
  }
  return [];
}
