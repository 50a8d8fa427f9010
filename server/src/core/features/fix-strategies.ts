import { nameOf, speakersOf } from '../coverage';

import type { ApiAnalysis, Finding } from '../coverage/types';
import { hasPart, insertMitigation, newModel, operationText } from '../model';
import type { Model } from '../model/types';
import type { Operation } from '../openapi/types';
import type { Strategy } from '../rules/types';
import { openDocument, type SourceDocument, textOf } from '../text';
import type { Workspace } from '../workspace';
import { applyEdits } from './apply-edits';
import type { Fix } from './diagnostic';
import { modelUriOf } from './first-model/places';
import { apiIdOf } from './fix-create-model';
import { placedIn } from './fix-insertion';
import { pathBetween } from './path-between';
import { evidenceFor, namedCause, namedIt, type Reached, stubText, valueIn } from './stub-text';

const STRATEGIES: readonly Strategy[] = ['reduce', 'transfer', 'avoid', 'accept'];
/** For more places than these the whole API is offered too, which answers operations that are added later. */
const MOST_LISTED = 10;
const VERB: Readonly<Record<Strategy, string>> = {
  reduce: 'Mitigate',
  transfer: 'Transfer',
  avoid: 'Avoid',
  accept: 'Accept',
};

export interface StrategyOptions {
  /** Answers for this one of the finding's operations. */
  readonly only?: Operation;
  /** Among answers to other findings: another reach is offered for the first strategy alone. */
  readonly short?: boolean;
}

/** The four ways to answer a finding, in each model that covers its API, or in a new one; answers of another reach come last. */
export function strategyFixes(
  workspace: Workspace,
  api: ApiAnalysis,
  finding: Finding,
  { only, short = false }: StrategyOptions,
): Fix[] {
  const ways = STRATEGIES.flatMap((strategy) =>
    targetsOf(workspace, api).map((target) => {
      const context = { api, finding, strategy, target };
      const reaches = only === undefined ? reachesOf(context) : reachOf(context, only);
      const fixes = target.model === null ? inNewModel(context, reaches) : inModel(context, reaches);
      return { first: fixes.slice(0, 1), others: short && strategy !== 'reduce' ? [] : fixes.slice(1) };
    }),
  );
  return [...ways.flatMap(({ first }) => first), ...ways.flatMap(({ others }) => others)];
}

function targetsOf(workspace: Workspace, api: ApiAnalysis): Target[] {
  if (api.models.length === 0) return [newTarget(api)];
  const speakers = speakersOf(api.models);
  return speakers.flatMap(({ model, id }) => {
    const document = workspace.get(model.uri);
    if (document === undefined) return [];
    const file = speakers.length > 1 ? ` (in ${model.uri.slice(model.uri.lastIndexOf('/') + 1)})` : '';
    return [{ document, model, apiId: id, file }];
  });
}

/** A model beside the specification that does not exist yet. */
function newTarget(api: ApiAnalysis): Target {
  const { uri, title } = api.description;
  const apiId = apiIdOf(uri);
  const base = newModel(title === '' ? api.id : title, [{ id: apiId, spec: pathBetween(modelUriOf(uri), uri) }], '');
  return { document: openDocument(modelUriOf(uri), base, 'model'), model: null, apiId, file: '' };
}

interface Target {
  readonly document: SourceDocument;
  readonly model: Pick<Model, 'mitigations' | 'threats' | 'apis' | 'names'> | null;
  readonly apiId: string;
  readonly file: string;
}

interface Context {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly strategy: Strategy;
  readonly target: Target;
}

function inModel(context: Context, reaches: readonly Reach[]): Fix[] {
  const { finding, strategy, target } = context;
  return reaches.map((reach, index): Fix => {
    return {
      title: `${VERB[strategy]}: ${finding.title}${reach.words}${target.file}`,
      kind: 'quickfix',
      diagnostics: [finding.rule],
      ...placedIn(target.document.uri, insertMitigation(target.document, stubOf(context, reach))),
      strategy,
      preferred: strategy === 'reduce' && index === 0,
    };
  });
}

function inNewModel(context: Context, reaches: readonly Reach[]): Fix[] {
  const { document } = context.target;
  return inModel(context, reaches).map((fix) => {
    const edits = fix.edits.flatMap((edit) => edit.edits);
    const create = applyEdits(textOf(document), edits);
    return { ...fix, edits: [{ uri: document.uri, edits: [], create }] };
  });
}

interface Places {
  readonly covers: readonly string[];
  readonly removes: readonly string[];
}

interface Reach extends Places {
  readonly words: string;
  readonly reached: Reached;
  /** What an avoiding answer removes, in words. */
  readonly gone?: string;
}

function stubOf({ api, finding, strategy, target }: Context, { covers, removes, ...said }: Reach) {
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
function reachesOf(context: Context): Reach[] {
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
function reachOf(context: Context, operation: Operation): Reach[] {
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
  { api, finding, target }: Context,
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
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
