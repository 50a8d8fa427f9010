import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import type { Position } from '../text';
import type { Workspace } from '../workspace';
import { explainBeside, explainFinding } from './explain-finding';
import {
  explainOperation,
  findingLinks,
  type Hover,
  type HoverLinks,
  type HoverOptions,
  isShown,
} from './explain-operation';
import { contains, locate } from './locate';
import { hoverOnModel } from './model-hover';
import { operationIdAt } from './names/name-at';
import { explainPathItem, pathItemAt } from './path-item';

export type { Hover, HoverLinks, HoverOptions } from './explain-operation';

/** What we know of the operation, the findings or the word of a model at a position, or null. */
export function hoverFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  options: HoverOptions = {},
): Hover | null {
  const explain = options.besideDiagnostics === true ? explainBeside : explainFinding;
  for (const api of analysis.apis) {
    const operation = operationAt(workspace, api, uri, position);
    if (operation !== null) {
      const markdown = explainOperation(analysis, api, operation.operation, options);
      return { range: operation.range, markdown };
    }
    const findings = findingsAt(workspace, api, uri, position).filter(({ finding }) => isShown(finding, options));
    const [first] = findings;
    if (first !== undefined) {
      const told = findings.map(({ finding }) => `${explain(finding)}${linksBelow(api, finding, options.links)}`);
      const path = pathItemAt(workspace, analysis, uri, position);
      const markdown = [...told, ...(path === null ? [] : [explainPathItem(path)])].join('\n\n---\n\n');
      return { range: first.range, markdown };
    }
  }
  return hoverOnName(workspace, analysis, uri, position, options);
}

/** Where no operation and no finding stands: a path, an `operationId`, a word of a model. */
function hoverOnName(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const path = pathItemAt(workspace, analysis, uri, position);
  const pathRange = path === null ? undefined : locate(workspace, path.at)?.range;
  if (path !== null && pathRange !== undefined) return { range: pathRange, markdown: explainPathItem(path) };
  const named = operationIdAt(workspace, analysis, uri, position);
  const range = named === null ? undefined : locate(workspace, named.at)?.range;
  if (named !== null && range !== undefined) {
    return { range, markdown: explainOperation(analysis, named.api, named.operation, options) };
  }
  return hoverOnModel(workspace, analysis, uri, position, options);
}

function linksBelow(api: ApiAnalysis, finding: Finding, links: HoverLinks | undefined): string {
  const told = finding.definition === null ? '' : findingLinks(links, api, finding);
  return told === '' ? '' : `\n\n${told}`;
}

/** The operation whose method stands at the position. */
export function operationAt(workspace: Workspace, api: ApiAnalysis, uri: string, position: Position) {
  for (const operation of api.description.operations) {
    if (operation.at.uri !== uri) continue;
    const range = locate(workspace, operation.at)?.range;
    if (range !== undefined && contains(range, position)) return { operation, range };
  }
  return null;
}

function findingsAt(workspace: Workspace, api: ApiAnalysis, uri: string, position: Position) {
  return api.findings.flatMap((finding) => {
    const range = finding.at.uri === uri ? locate(workspace, finding.at)?.range : undefined;
    return range !== undefined && contains(range, position) ? [{ finding, range }] : [];
  });
}
