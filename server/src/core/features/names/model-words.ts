import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { type Model, type ModelWord, wordsOfModel } from '../../model';
import { findOperations, indexOf } from '../../model/bind/operation-index';
import type { Operation } from '../../openapi/types';
import type { Place, Position } from '../../text';
import type { Workspace } from '../../workspace';
import { standingAt } from '../locate';

/** The innermost word of a model at a position, or undefined. */
export function wordAt(workspace: Workspace, model: Model, position: Position): ModelWord | undefined {
  const document = workspace.get(model.uri);
  if (document === undefined) return undefined;
  const isHere = standingAt(document, position);
  const here = wordsOfModel(document).filter(({ at }) => isHere(at));
  // Where two words touch, the one behind the cursor is a sign: the name before it is meant.
  return here.find(({ role }) => role !== 'operator') ?? here[0];
}

/** Every word of a model; empty where its file is not at hand. */
export function wordsIn(workspace: Workspace, { uri }: Pick<Model, 'uri'>): readonly ModelWord[] {
  const document = workspace.get(uri);
  return document === undefined ? [] : wordsOfModel(document);
}

/** Whether a word may name an entry of a section. */
export function mayName({ role, of }: ModelWord, section: string): boolean {
  return role === 'reference' && of?.some((one) => one === section) === true;
}

/** Whether a word is the id that another one names. */
export function isIdFor(id: ModelWord, reference: ModelWord): boolean {
  return id.role === 'id' && id.text === reference.text && mayName(reference, id.section);
}

/** What a word of a place reaches, API by API. */
export interface Reach {
  readonly api: ApiAnalysis;
  readonly operations: readonly Operation[];
}

/**
 * The operations that the place of a word names. Without an API's name it may reach several, which binds to none; what somebody
 * else serves is reached by its component's name alone. In a file that models include it reaches what it does in each of them.
 */
export function reachOf(analysis: Analysis, model: Model, word: ModelWord): readonly Reach[] {
  const { where } = word;
  if (where?.kind !== 'operations') return [];
  return analysis.apis.flatMap((api) => {
    const isNamed = api.models.some(({ model: whole, called, id, entry }) => {
      const names = called ? [id, entry.id] : ['', 'every', id, entry.id];
      return whole.files.has(model.uri) && names.includes(where.api);
    });
    const operations = isNamed ? findOperations(indexOf(api.description.operations), where) : [];
    return operations.length === 0 ? [] : [{ api, operations }];
  });
}

/** Whether two places are one: the same stretch of the same block. */
export function samePlace(first: Place, second: Place): boolean {
  return first.block === second.block && first.start === second.start && first.end === second.end;
}
