import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertMitigation, newModel, operationText } from '../model';
import type { Model } from '../model/types';
import type { Strategy } from '../rules/types';
import { openDocument, type SourceDocument, textOf } from '../text';
import type { Workspace } from '../workspace';
import { applyEdits } from './apply-edits';
import type { Fix } from './diagnostic';
import { apiIdOf, modelUriOf, specNameOf } from './fix-create-model';

const STRATEGIES: readonly Strategy[] = ['reduce', 'transfer', 'avoid', 'accept'];
/** More places than these are written as the whole API, if that closes nothing else. */
const MOST_LISTED = 10;
const VERB: Readonly<Record<Strategy, string>> = {
  reduce: 'Mitigate',
  transfer: 'Transfer',
  avoid: 'Avoid',
  accept: 'Accept',
};

/** The four ways to answer a finding, in each model that covers its API, or in a new one. */
export function strategyFixes(workspace: Workspace, api: ApiAnalysis, finding: Finding): Fix[] {
  if (api.models.length === 0) return STRATEGIES.map((strategy) => inNewModel(api, finding, strategy));
  return STRATEGIES.flatMap((strategy) =>
    api.models.flatMap(({ model, entry }) => {
      const document = workspace.get(model.uri);
      if (document === undefined) return [];
      const file = api.models.length > 1 ? ` (in ${model.uri.slice(model.uri.lastIndexOf('/') + 1)})` : '';
      return [inModel(api, finding, strategy, { document, model, apiId: entry.id, file })];
    }),
  );
}

interface Target {
  readonly document: SourceDocument;
  readonly model: Pick<Model, 'mitigations' | 'threats' | 'apis'> | null;
  readonly apiId: string;
  readonly file: string;
}

function inModel(api: ApiAnalysis, finding: Finding, strategy: Strategy, target: Target): Fix {
  const { edits, cursor } = insertMitigation(target.document, stubOf(api, finding, strategy, target));
  return {
    title: `${VERB[strategy]}: ${finding.title}${target.file}`,
    kind: 'quickfix',
    diagnostics: [finding.rule],
    edits: [{ uri: target.document.uri, edits }],
    cursor: { uri: target.document.uri, position: cursor },
    strategy,
    preferred: strategy === 'reduce',
  };
}

function inNewModel(api: ApiAnalysis, finding: Finding, strategy: Strategy): Fix {
  const { uri, title } = api.description;
  const apiId = apiIdOf(uri);
  const base = newModel(title === '' ? api.id : title, [{ id: apiId, spec: specNameOf(uri) }], '');
  const document = openDocument(modelUriOf(uri), base, 'model');
  const fix = inModel(api, finding, strategy, { document, model: null, apiId, file: '' });
  const edits = fix.edits.flatMap((edit) => edit.edits);
  const create = applyEdits(textOf(document), edits);
  return { ...fix, edits: [{ uri: document.uri, edits: [], create }] };
}

function stubOf(api: ApiAnalysis, finding: Finding, strategy: Strategy, { model, apiId }: Target) {
  const removes = strategy === 'avoid';
  const places = finding.operations.map((operation) => operationText(operation, apiId));
  return {
    id: freeId(`${finding.threat?.id ?? finding.rule}${strategy === 'reduce' ? '' : `-${strategy}`}`, model),
    strategy,
    title: finding.definition?.stubs[strategy] ?? finding.title,
    covers: removes ? [] : coversOf(api, finding, apiId, places),
    removes: removes ? places : [],
  };
}

/** One statement for each operation; for all of an API, or very many, one for the API. */
function coversOf(api: ApiAnalysis, finding: Finding, apiId: string, places: readonly string[]): string[] {
  if (finding.rule === 'written-threat') return finding.threat === null ? [] : [finding.threat.id];
  const alone = api.findings.every((other) => other === finding || other.rule !== finding.rule);
  if (finding.apiWide || (alone && places.length > MOST_LISTED)) return [`${finding.rule} on ${apiId}`];
  return places.map((place) => `${finding.rule} on ${place}`);
}

function freeId(wanted: string, model: Target['model']): string {
  const taken = new Set(
    [...(model?.mitigations ?? []), ...(model?.threats ?? []), ...(model?.apis ?? [])].map(({ id }) => id),
  );
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
