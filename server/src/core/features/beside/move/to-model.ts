import { bindingOf, speakersOf } from '../../../coverage';
import type { Analysis, ApiAnalysis } from '../../../coverage/types';
import { type Binding, insertEntries, type Model, partOf, type SiteEntry, whereStart } from '../../../model';
import type { Statement } from '../../../model/types';
import type { AnswerSite, Operation } from '../../../openapi/types';
import type { SourceDocument } from '../../../text';
import { type Change, type Path, pathOf, valueAt } from '../../../text/edit';
import type { Workspace } from '../../../workspace';
import { type Moved, movedEntry } from './moved-entry';
import { placesFor } from './places';
import { rebased, rewritten } from './rewritten';

interface Target {
  readonly model: Model;
  readonly binding: Binding;
  readonly apiId: string;
  readonly here: ReadonlySet<Operation>;
  /** The places of the model that mean what the entry stands on. */
  readonly places: readonly string[];
}

const FURTHER = 'It names a place that reaches further than it counts there: mend that first.';
const NO_PLACE = 'No place of a model means exactly what it stands on: move it by hand.';

/** Moves an entry of the answers in a description to the model that names the API; null where none does. */
export function movedToModel(
  workspace: Workspace,
  analysis: Analysis,
  api: ApiAnalysis,
  site: AnswerSite,
  entry: SiteEntry,
): (Moved & { readonly model: string }) | null {
  const [named] = speakersOf(api.models);
  const from = workspace.get(site.at.uri);
  const to = named === undefined ? undefined : workspace.get(named.model.uri);
  const path = from === undefined ? null : pathOf(from, entry.at);
  if (named === undefined || from === undefined || to === undefined || path === null) return null;
  const model = to.uri;
  const here = operationsAt(api, site);
  const places = placesFor(api.description.operations, here, site.reach, named.id);
  if (places === null) return { refused: NO_PLACE, model };
  const binding = bindingOf(named.model, analysis.apis);
  const target = { model: named.model, binding, apiId: named.id, here: new Set(here), places };
  const changes = changesOf(from, path, entry, target);
  if (changes === null) return { refused: FURTHER, model };
  const key = keyOf(entry, target);
  if (key === null) return { refused: NO_PLACE, model };
  const section = entry.kind;
  const insert = (value: string) => insertEntries(to, section, [{ name: key, value, fields: [] }]).edits;
  const renamed: readonly Change[] = key === entry.key ? [] : [{ kind: 'rename', path, key }];
  return {
    ...movedEntry({ from, path, changes: [...changes, ...renamed], key, to, section: [section], insert }),
    model,
  };
}

function operationsAt({ description }: ApiAnalysis, site: AnswerSite): readonly Operation[] {
  const { answers, operations } = description;
  return answers === site ? operations : operations.filter((one) => one.answers?.includes(site));
}

/** The name of the entry there: what does not apply is said with its place. */
function keyOf({ kind, key, notApplicable }: SiteEntry, target: Target): string | null {
  if (kind !== 'notApplicable') return key;
  const texts = notApplicable === undefined ? null : textsFor(notApplicable.statement, target);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}

const LISTS = ['covers', 'except', 'removes'] as const;

function changesOf(
  from: SourceDocument,
  path: Path,
  { kind, at }: SiteEntry,
  target: Target,
): readonly Change[] | null {
  if (kind === 'notApplicable') return [];
  const answer = target.model.mitigations.find((one) => one.at === at);
  if (answer === undefined) return null;
  const changes: Change[] = [];
  for (const key of LISTS) {
    const statements = answer[key];
    const [implied] = statements.filter((one) => one.at === at);
    if (implied !== undefined) {
      const value = target.places.length === 1 ? (target.places[0] ?? '') : target.places;
      changes.push({ kind: 'set', path: [...path, key], value, ...behind(from, path) });
      continue;
    }
    const own = rewritten(from, [...path, key], (text) => {
      const statement = statements.find((one) => one.text === text);
      return statement === undefined ? null : textsFor(statement, target);
    });
    if (own === null) return null;
    changes.push(...own);
  }
  const proofs = rewritten(from, [...path, 'evidence'], rebased(at.uri, target.model.uri));
  return proofs === null ? null : [...changes, ...proofs];
}

/** Places come behind what an answer is. */
function behind(document: SourceDocument, path: Path): { readonly after?: string } {
  const after = ['control', 'title', 'strategy'].find((key) => valueAt(document, [...path, key]) !== null);
  return after === undefined ? {} : { after };
}

/** A statement as the model says it; null where it reaches further than it counts. */
function textsFor(statement: Statement, { model, binding, apiId, here, places }: Target): readonly string[] | null {
  const { what, where, text } = statement;
  const start = whereStart(statement);
  const part = partOf(where) === '' ? '' : ` ${partOf(where)}`;
  if (where.kind === 'here') {
    const said =
      what === null
        ? ''
        : `${text
            .slice(0, start)
            .trim()
            .replace(/\s+on$/, '')} on `;
    return places.map((place) => `${said}${place}${part}`);
  }
  const reached = binding.operationsOf({ ...statement, site: undefined });
  const isInside = reached.every(({ operation }) => here.has(operation));
  if (where.kind === 'named' && model.names.get(where.id) === 'threats') {
    return isInside ? [text] : places.map((place) => `${where.id} on ${place}`);
  }
  if (!isInside) return null;
  const isNameless = (where.kind === 'operations' || where.kind === 'cause') && where.api === '';
  return [isNameless ? `${text.slice(0, start)}${apiId} ${text.slice(start)}` : text];
}
