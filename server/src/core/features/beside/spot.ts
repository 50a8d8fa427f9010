import type { ApiAnalysis } from '../../coverage/types';
import { operationText, parseStatement } from '../../model';
import type { AnswerSite, Operation } from '../../openapi/types';
import { sameList } from '../../text';
import { type Path, pathOf } from '../../text/edit';
import type { Workspace } from '../../workspace';
import { samePlace } from '../names/model-words';

/** Where an answer comes to stand in a description: what it is written on. */
export interface Spot {
  readonly reach: AnswerSite['reach'];
  readonly uri: string;
  /** The keys that lead to what it is written on. */
  readonly path: Path;
  /** Places that need no name there, as a model writes them. */
  readonly places: ReadonlySet<string>;
  /** What a model calls the API. */
  readonly apiId: string;
}

/**
 * The nearest that operations have in common: the only one of them, the path item whose operations they all are, or the API.
 * `reached`: the operations, or the whole API. `isPath`: of an operation that is the only one of its path, the path is meant.
 * Null where they cannot be found in the text.
 */
export function spotFor(
  workspace: Workspace,
  { description }: Pick<ApiAnalysis, 'description'>,
  apiId: string,
  reached: readonly Operation[] | string,
  isPath = false,
): Spot | null {
  const whole: Spot = { reach: 'api', uri: description.uri, path: [], places: new Set([apiId, '']), apiId };
  const [first, ...others] = typeof reached === 'string' ? [] : reached;
  if (first === undefined) return whole;
  const document = workspace.get(first.at.uri);
  const path = document === undefined ? null : pathOf(document, first.at);
  if (document === undefined || path === null) return null;
  const at = (operation: Operation) => operationText(operation, apiId);
  if (others.length === 0 && !isPath)
    return { reach: 'operation', uri: first.at.uri, path, places: new Set([at(first)]), apiId };
  const item = pathOf(document, first.pathAt) ?? [];
  const siblings = description.operations.filter(({ pathAt }) => samePlace(pathAt, first.pathAt));
  const isWhole = siblings.length === others.length + 1 && siblings.every((one) => [first, ...others].includes(one));
  const isOwn = siblings.every((one) => sameList((pathOf(document, one.at) ?? []).slice(0, -1), item));
  if (!isWhole || !isOwn || first.pathAt.uri !== first.at.uri) return whole;
  return { reach: 'path', uri: first.at.uri, path: item, places: new Set(siblings.map(at)), apiId };
}

/** A statement of a model as it is written at a spot, without the place where that is meant anyway. */
export function besideText(statement: string, spot: Spot): string {
  const parsed = parseStatement(statement);
  if ('error' in parsed) return statement;
  const { what, whereStart } = parsed.value;
  const place = besidePlace(statement.slice(whereStart), spot);
  if (what === null) return place;
  return place === ''
    ? statement.slice(0, whereStart).replace(/\s+on\s+$/, '')
    : statement.slice(0, whereStart) + place;
}

/** The same of a place; empty where it is what the answer stands on, a part alone where it lies in it. */
export function besidePlace(place: string, { places, apiId }: Spot): string {
  if (places.has(place)) return '';
  const around = [...places].find((one) => one !== '' && place.startsWith(`${one} `)) ?? '';
  return around === '' || around === apiId ? withoutApi(place, apiId) : place.slice(around.length + 1);
}

function withoutApi(place: string, apiId: string): string {
  return place.startsWith(`${apiId} `) && !place.includes('->') ? place.slice(apiId.length + 1) : place;
}
