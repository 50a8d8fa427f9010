import { answeringOn, nameOf, speakersOf } from '../coverage';
import type { ApiAnalysis, Finding } from '../coverage/types';
import { freeName, hasPart, newModel, operationText } from '../model';
import type { Model } from '../model/types';
import type { Operation } from '../openapi/types';
import type { Strategy } from '../rules/types';
import { openDocument, type SourceDocument } from '../text';
import type { Workspace } from '../workspace';
import { modelUriOf } from './first-model/places';
import { apiIdOf } from './fix-create-model';
import { pathBetween } from './path-between';
import { evidenceFor, namedCause, namedIt, type Reached, stubText, valueIn } from './stub-text';

/** For more places than these the whole API is offered too, which answers operations that are added later. */
const MOST_LISTED = 10;

/** Where answers come to stand: in a threat model, or in the description, beside what they answer. */
export type AnswerPlace = 'model' | 'description';

/** Which of the two it is, for a description. */
export type PlaceOf = (uri: string) => AnswerPlace;

/**
 * Where an answer may stand: in the models that name the API, or one that is made beside it, or else in the description, which is
 * one place whatever names it.
 */
export function targetsOf(workspace: Workspace, api: ApiAnalysis, placeOf: PlaceOf = () => 'model'): Target[] {
  if (placeOf(api.description.uri) === 'description') return besideTarget(workspace, api);
  if (api.models.length === 0) return [newTarget(api)];
  const speakers = speakersOf(api.models);
  return speakers.flatMap(({ model, id }) => {
    const document = workspace.get(model.uri);
    if (document === undefined) return [];
    const file = speakers.length > 1 ? ` (in ${model.uri.slice(model.uri.lastIndexOf('/') + 1)})` : '';
    return [{ document, model, apiId: id, file }];
  });
}

function besideTarget(workspace: Workspace, api: ApiAnalysis): Target[] {
  const document = workspace.get(api.description.uri);
  if (document === undefined) return [];
  const models = answeringOn(api).map(({ model }) => model);
  const [named] = speakersOf(api.models);
  const model = {
    mitigations: models.flatMap(({ mitigations }) => mitigations),
    threats: models.flatMap(({ threats }) => threats),
    apis: models.flatMap(({ apis }) => apis),
    names: new Map(models.flatMap(({ names }) => [...names])),
  };
  return [{ document, model, apiId: named?.id ?? api.id, file: ' (in the description)', beside: true }];
}

/** A model beside the specification that does not exist yet. */
function newTarget(api: ApiAnalysis): Target {
  const { uri, title } = api.description;
  const apiId = apiIdOf(uri);
  const base = newModel(title === '' ? api.id : title, [{ id: apiId, spec: pathBetween(modelUriOf(uri), uri) }], '');
  return { document: openDocument(modelUriOf(uri), base, 'model'), model: null, apiId, file: '' };
}

/** Where an answer comes to stand. */
export interface Target {
  readonly document: SourceDocument;
  readonly model: Pick<Model, 'mitigations' | 'threats' | 'apis' | 'names'> | null;
  readonly apiId: string;
  readonly file: string;
  /** The document is the description, or the one of its files that has what is answered. */
  readonly beside?: true;
}

/** A finding, how it is answered and where. */
export interface AnswerContext {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly strategy: Strategy;
  readonly target: Target;
}

interface Places {
  readonly covers: readonly string[];
  readonly removes: readonly string[];
}

export interface Reach extends Places {
  readonly words: string;
  readonly reached: Reached;
  /** What an avoiding answer removes, in words. */
  readonly gone?: string;
}

/** The entry that answers a finding at what it reaches. */
export function stubOf({ api, finding, strategy, target }: AnswerContext, { covers, removes, ...said }: Reach) {
  const control = strategy === 'reduce' ? finding.definition?.controls[0] : undefined;
  return {
    id: freeId(`${finding.threat?.id ?? finding.rule}${strategy === 'reduce' ? '' : `-${strategy}`}`, target.model),
    strategy,
    ...stubText(api, finding, strategy, said, target.model),
    ...(control !== undefined && { control }),
    covers,
    removes,
  };
}

/** What an answer may reach, and the words that tell the choices apart: the operations of today, or the API with those to come. */
export function reachesOf(context: AnswerContext): Reach[] {
  const { finding, strategy, target } = context;
  const { operations } = finding;
  const { apiId } = target;
  const shared = operations.length > 1 ? ` (${operations.length} operations)` : '';
  if (strategy === 'avoid') {
    return [{ covers: [], ...goneAt(context, operations), words: shared, reached: operations }];
  }
  if (finding.rule === 'written-threat') {
    const covers = finding.threat === null ? [] : [finding.threat.id];
    return [{ covers, removes: [], words: '', reached: operations }];
  }
  const covers = operations.map((operation) => `${finding.rule} on ${operationText(operation, apiId)}`);
  const listed = { covers, removes: [], words: shared, reached: operations };
  if (!finding.apiWide && operations.length <= MOST_LISTED) return [listed];
  const count = operations.length === 1 ? 'this operation' : `these ${operations.length} operations`;
  const one = { ...listed, words: ` (only ${count})` };
  const words = ` (all of ${apiId}, also operations added later)`;
  const whole = { covers: [`${finding.rule} on ${apiId}`], removes: [], words, reached: apiId };
  if (operations.length === 0) return [whole];
  return finding.apiWide ? [whole, one] : [one, whole];
}

/** One of the operations that a finding touches; the others stay as they are. */
export function reachOf(context: AnswerContext, operation: Operation): Reach[] {
  const { finding, strategy, target } = context;
  const { rule, threat } = finding;
  const place = operationText(operation, target.apiId);
  const words = ` (only ${nameOf(operation)})`;
  const reached = [operation];
  if (strategy === 'avoid') return [{ covers: [], ...goneAt(context, reached, true), words, reached }];
  const what = rule === 'written-threat' ? (threat?.id ?? rule) : rule;
  return [{ covers: [`${what} on ${place}`], removes: [], words, reached }];
}

/** Rules that are avoided by taking the scheme that is their cause out of the API. */
const SCHEME_GOES: ReadonlySet<string> = new Set([
  'weak-authentication-scheme',
  'shared-credential',
  'cross-site-request',
]);

/** What goes away: the scheme that is the cause, the values that show it, or whole operations. */
function goneAt(
  { api, finding, target }: AnswerContext,
  operations: readonly Operation[],
  alone = false,
): Pick<Places, 'removes'> & { readonly gone: string } {
  const { apiId } = target;
  const [first] = operations;
  const cause = first === undefined ? '' : namedCause(evidenceFor(api, finding, first));
  if (cause.startsWith('scheme ') && SCHEME_GOES.has(finding.rule) && !alone)
    return { removes: [`${apiId} ${cause}`], gone: `the ${cause}` };
  const removes = operations.map((operation) => {
    const part = finding.part === '' ? '' : (evidenceFor(api, finding, operation)?.part ?? '');
    const place = operationText(operation, apiId);
    return part !== '' && !/\s/.test(part) && hasPart(operation, part) ? `${place} ${part}` : place;
  });
  if (cause.startsWith('server ')) return { removes, gone: `the ${cause}` };
  const it = namedIt(operations);
  return { removes, gone: finding.part === '' ? it : `${valueIn(finding)} of ${it}` };
}

function freeId(wanted: string, model: Target['model']): string {
  const taken = new Set(
    [...(model?.mitigations ?? []), ...(model?.threats ?? []), ...(model?.apis ?? [])].map(({ id }) => id),
  );
  return freeName(taken, wanted);
}
