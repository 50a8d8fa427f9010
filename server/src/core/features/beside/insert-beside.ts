import { answeringOn } from '../../coverage';
import type { ApiAnalysis } from '../../coverage/types';
import { findOperations, freeName, indexed, type MitigationStub, parseStatement } from '../../model';
import type { Where } from '../../model/types';
import type { Operation } from '../../openapi/types';
import type { Workspace } from '../../workspace';
import type { FileEdit } from '../diagnostic';
import { editFiles } from '../spec-fixes/spec-fixes-for';
import { spotFor } from './spot';
import { mitigationBeside } from './write-beside';

/** The edits that write an answer into a description, with the id that it gets; or why that cannot be, as a sentence. */
export type InsertedBeside =
  | { readonly edits: readonly FileEdit[]; readonly id: string }
  | { readonly refused: string };

interface Meant {
  /** The operations that a statement names; null for a whole API. */
  readonly operations: readonly Operation[] | null;
  /** Its place as written, without a part. */
  readonly place: string;
  readonly api: string;
}

/** Writes an answer beside the nearest that its statements have in common: an operation, a path or the API. */
export function insertBeside(workspace: Workspace, api: ApiAnalysis, stub: MitigationStub): InsertedBeside {
  const file = api.description.uri.slice(api.description.uri.lastIndexOf('/') + 1);
  const meant: Meant[] = [];
  for (const statement of stub.covers) {
    const found = meantBy(api, statement);
    if (found === null) return { refused: `Nothing in ${file} is called so: ${statement}` };
    meant.push(found);
  }
  const isWhole = meant.some(({ operations }) => operations === null);
  const operations = [...new Set(meant.flatMap((one) => one.operations ?? []))];
  const apiId = meant.find((one) => one.api !== '')?.api ?? '';
  const spot = spotFor(workspace, api, apiId, isWhole ? apiId : operations);
  if (spot === null) return { refused: `The operation is not in ${file} any more` };
  const alike = meant.filter((one) => one.operations?.length === operations.length && spot.reach !== 'api');
  const places = new Set([...spot.places, ...alike.map(({ place }) => place)]);
  const taken = answeringOn(api).flatMap(({ model }) => model.mitigations.map((one) => one.id));
  const id = freeName(new Set(taken), stub.id);
  const made = editFiles(workspace, [mitigationBeside({ ...spot, places }, { ...stub, id })]);
  return 'refused' in made ? made : { edits: made.fix.edits, id };
}

function meantBy(api: ApiAnalysis, statement: string): Meant | null {
  const parsed = parseStatement(statement);
  // What does not read is told where it comes to stand.
  if ('error' in parsed) return { operations: null, place: '', api: '' };
  const { where, whereStart } = parsed.value;
  const place = statement.slice(whereStart);
  const ids = new Set([api.id, ...answeringOn(api).map(({ id }) => id)]);
  const named = apiIn(where, ids);
  if (named === null) return null;
  if (where.kind === 'operations') {
    const operations = findOperations(indexed(api.description.operations), where);
    const whole = where.part === '' ? place : place.slice(0, -where.part.length - 1);
    return operations.length === 0 ? null : { operations, place: whole, api: named };
  }
  const threat = where.kind === 'named' ? api.findings.find((one) => one.threat?.id === where.id) : undefined;
  return { operations: threat?.operations ?? null, place: '', api: named };
}

/** The id of the API that a place names, empty where it names none; null where it names another one. */
function apiIn(where: Where, ids: ReadonlySet<string>): string | null {
  if (where.kind === 'named') return ids.has(where.id) ? where.id : '';
  if (where.kind !== 'operations' && where.kind !== 'cause') return '';
  return where.api === '' || ids.has(where.api) ? where.api : null;
}
