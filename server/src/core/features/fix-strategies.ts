import { nameOf } from '../coverage';
import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertMitigation, newModel, operationText } from '../model';
import type { Model } from '../model/types';
import type { Operation } from '../openapi/types';
import type { Strategy } from '../rules/types';
import { openDocument, type SourceDocument, textOf } from '../text';
import type { Workspace } from '../workspace';
import { applyEdits } from './apply-edits';
import type { Fix } from './diagnostic';
import { apiIdOf, modelUriOf, specNameOf } from './fix-create-model';

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
      const reaches =
        only === undefined
          ? reachesOf(finding, strategy, target.apiId)
          : reachOf(finding, strategy, target.apiId, only);
      const fixes =
        target.model === null
          ? inNewModel(finding, strategy, target, reaches)
          : inModel(finding, strategy, target, reaches);
      return { first: fixes.slice(0, 1), others: short && strategy !== 'reduce' ? [] : fixes.slice(1) };
    }),
  );
  return [...ways.flatMap(({ first }) => first), ...ways.flatMap(({ others }) => others)];
}

function targetsOf(workspace: Workspace, api: ApiAnalysis): Target[] {
  if (api.models.length === 0) return [newTarget(api)];
  return api.models.flatMap(({ model, entry }) => {
    const document = workspace.get(model.uri);
    if (document === undefined) return [];
    const file = api.models.length > 1 ? ` (in ${model.uri.slice(model.uri.lastIndexOf('/') + 1)})` : '';
    return [{ document, model, apiId: entry.id, file }];
  });
}

/** A model beside the specification that does not exist yet. */
function newTarget(api: ApiAnalysis): Target {
  const { uri, title } = api.description;
  const apiId = apiIdOf(uri);
  const base = newModel(title === '' ? api.id : title, [{ id: apiId, spec: specNameOf(uri) }], '');
  return { document: openDocument(modelUriOf(uri), base, 'model'), model: null, apiId, file: '' };
}

interface Target {
  readonly document: SourceDocument;
  readonly model: Pick<Model, 'mitigations' | 'threats' | 'apis'> | null;
  readonly apiId: string;
  readonly file: string;
}

function inModel(finding: Finding, strategy: Strategy, target: Target, reaches: readonly Reach[]): Fix[] {
  return reaches.map(({ words, ...places }, index): Fix => {
    const { edits, cursor, fields } = insertMitigation(target.document, stubOf(finding, strategy, places, target));
    return {
      title: `${VERB[strategy]}: ${finding.title}${words}${target.file}`,
      kind: 'quickfix',
      diagnostics: [finding.rule],
      edits: [{ uri: target.document.uri, edits }],
      cursor: { uri: target.document.uri, position: cursor },
      fields,
      strategy,
      preferred: strategy === 'reduce' && index === 0,
    };
  });
}

function inNewModel(finding: Finding, strategy: Strategy, target: Target, reaches: readonly Reach[]): Fix[] {
  const { document } = target;
  return inModel(finding, strategy, target, reaches).map((fix) => {
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
}

function stubOf(finding: Finding, strategy: Strategy, places: Places, { model }: Target) {
  return {
    id: freeId(`${finding.threat?.id ?? finding.rule}${strategy === 'reduce' ? '' : `-${strategy}`}`, model),
    strategy,
    title: finding.definition?.stubs[strategy] ?? finding.title,
    ...places,
  };
}

/** What an answer may reach, and the words that tell the choices apart: the operations of today, or the API with those to come. */
function reachesOf(finding: Finding, strategy: Strategy, apiId: string): Reach[] {
  const places = finding.operations.map((operation) => operationText(operation, apiId));
  const shared = places.length > 1 ? ` (${places.length} operations)` : '';
  if (strategy === 'avoid') return [{ covers: [], removes: places, words: shared }];
  if (finding.rule === 'written-threat') {
    return [{ covers: finding.threat === null ? [] : [finding.threat.id], removes: [], words: '' }];
  }
  const listed = { covers: places.map((place) => `${finding.rule} on ${place}`), removes: [], words: shared };
  if (!finding.apiWide && places.length <= MOST_LISTED) return [listed];
  const count = places.length === 1 ? 'this operation' : `these ${places.length} operations`;
  const one = { ...listed, words: ` (only ${count})` };
  const whole = {
    covers: [`${finding.rule} on ${apiId}`],
    removes: [],
    words: ` (all of ${apiId}, also operations added later)`,
  };
  if (places.length === 0) return [whole];
  return finding.apiWide ? [whole, one] : [one, whole];
}

/** One of the operations that a finding touches; the others stay as they are. */
function reachOf({ rule, threat }: Finding, strategy: Strategy, apiId: string, operation: Operation): Reach[] {
  const place = operationText(operation, apiId);
  const words = ` (only ${nameOf(operation)})`;
  if (strategy === 'avoid') return [{ covers: [], removes: [place], words }];
  return [{ covers: [`${rule === 'written-threat' ? (threat?.id ?? rule) : rule} on ${place}`], removes: [], words }];
}

function freeId(wanted: string, model: Target['model']): string {
  const taken = new Set(
    [...(model?.mitigations ?? []), ...(model?.threats ?? []), ...(model?.apis ?? [])].map(({ id }) => id),
  );
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
