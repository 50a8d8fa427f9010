import { isAnswered } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { carriedBy } from '../../model';
import { groupBy } from '../../model/bind/group-by';
import { SpecNodes } from '../../openapi/spec-nodes';
import type { Operation } from '../../openapi/types';
import { blockAt, type Range, type SourceDocument } from '../../text';
import { type Edited, editDocument } from '../../text/edit';
import type { Workspace } from '../../workspace';
import type { FileEdit, Fix } from '../diagnostic';
import { judge } from '../judge';
import { shortened } from '../shortened';
import { fieldsOf, MANY_PLACES } from './fields';
import { type FileChange, reachInWords, type Site, type SpecFix } from './spec-fix';
import { SPEC_FIXES } from './spec-fix-index';

/** The fix of a finding in the description itself, for all of its operations or for one; none where the description shows none. */
export function specFixesFor(
  workspace: Workspace,
  analysis: Analysis,
  api: ApiAnalysis,
  finding: Finding,
  only?: Operation,
): readonly Fix[] {
  if (only !== undefined) return makeFixes(workspace, analysis, api, finding, only);
  // An editor asks at every move of the cursor.
  const kept = made.get(finding);
  if (kept?.workspace === workspace) return kept.fixes;
  const fixes = makeFixes(workspace, analysis, api, finding);
  made.set(finding, { workspace, fixes });
  return fixes;
}

const made = new WeakMap<Finding, { readonly workspace: Workspace; readonly fixes: readonly Fix[] }>();

function makeFixes(
  workspace: Workspace,
  analysis: Analysis,
  api: ApiAnalysis,
  finding: Finding,
  only?: Operation,
): readonly Fix[] {
  const fix = SPEC_FIXES.get(finding.rule);
  const reach = only === undefined ? finding.operations : [only];
  if (fix === undefined || reach.length === 0) return [];
  const all = sitesOf(workspace, analysis, api, finding, reach);
  const whole = changesAt(fix, all);
  // Where some operations show no way, the others have theirs.
  const sites = whole === null ? sitesOf(workspace, analysis, api, finding, mendedBy(fix, all)) : all;
  const changes = whole ?? changesAt(fix, sites);
  const [first] = sites;
  if (changes === null || first === undefined) return [];
  const title = shortened(`${titleOf(fix, first, whole === null)} in ${filesInWords(changes, api)}`);
  const base = { title, kind: 'quickfix', diagnostics: [finding.rule] } as const;
  const edited = editFiles(workspace, changes);
  if ('refused' in edited) return [{ ...base, edits: [], preferred: false, refused: edited.refused }];
  const isCertain =
    whole !== null &&
    !edited.fills &&
    !isAnswered(finding.state) &&
    sites.every((site) => fix.certain?.(site) === true);
  return [{ ...base, ...edited.fix, preferred: isCertain }];
}

function mendedBy(fix: SpecFix, sites: readonly Site[]): readonly Operation[] {
  if (sites.length < 2) return [];
  return sites.filter((site) => (fix.changes(site)?.length ?? 0) > 0).map(({ operation }) => operation);
}

/** What a fix does; for which operations, where it leaves some out. */
function titleOf(fix: SpecFix, site: Site, isPart: boolean): string {
  const [title, reach] = [fix.title(site), reachInWords(site)];
  return isPart && !title.includes(reach) ? `${title} for ${reach}` : title;
}

export function sitesOf(
  workspace: Workspace,
  analysis: Analysis,
  api: ApiAnalysis,
  finding: Finding,
  reach: readonly Operation[],
): Site[] {
  const nodes = nodesOf(workspace, api.description.uri);
  const { definition } = finding;
  return reach.map((operation) => ({
    api,
    finding,
    operation,
    nodes,
    reach,
    get evidence() {
      return definition === null ? null : judge(analysis, api, operation, definition).evidence;
    },
  }));
}

const known = new WeakMap<Workspace, Map<string, SpecNodes>>();

/** Findings of one place look at the same files. */
function nodesOf(workspace: Workspace, uri: string): SpecNodes {
  const own = known.get(workspace) ?? new Map<string, SpecNodes>();
  known.set(workspace, own);
  const nodes = own.get(uri) ?? new SpecNodes(workspace, uri);
  own.set(uri, nodes);
  return nodes;
}

/** What a fix changes at all sites, each change once; null where one of them cannot be mended. */
export function changesAt(fix: SpecFix, sites: readonly Site[]): FileChange[] | null {
  const changes = new Map<string, FileChange>();
  let last: readonly FileChange[] | null = null;
  for (const site of sites) {
    const own = fix.changes(site);
    if (own === null || own.length === 0) return null;
    // One that is the same for all operations is made once.
    if (own === last) continue;
    last = own;
    for (const one of own) changes.set(JSON.stringify([one.uri, one.change.kind, one.change.path, valueIn(one)]), one);
  }
  return [...changes.values()];
}

function valueIn({ change }: FileChange): unknown {
  return change.kind === 'append' ? change.value : null;
}

function filesInWords(changes: readonly FileChange[], { description }: ApiAnalysis): string {
  const uris = new Set(changes.map(({ uri }) => uri));
  const [only] = uris;
  if (uris.size > 1) return `${uris.size} files`;
  return only === undefined || only === description.uri ? 'the description' : only.slice(only.lastIndexOf('/') + 1);
}

interface Made {
  readonly fix: Pick<Fix, 'edits' | 'fields' | 'cursor' | 'confirm'>;
  /** Somebody has to fill in values. */
  readonly fills: boolean;
}

/** The edits of the files, or why one of them cannot be changed. */
export function editFiles(workspace: Workspace, changes: readonly FileChange[]): Made | { readonly refused: string } {
  const made: { edit: FileEdit; fields: readonly Range[] }[] = [];
  let places = 0;
  const files = groupBy(changes, (one) => one.uri);
  for (const [uri, own] of files) {
    const document = workspace.get(uri);
    const edited =
      document === undefined
        ? null
        : editDocument(
            document,
            own.map(({ change }) => change),
          );
    const refused = obstacle(uri, document, edited);
    if (document === undefined || edited === null || refused !== null) return { refused: refused ?? '' };
    places += edited.edits.length;
    made.push(fieldsOf(document, edited, files.size === 1));
  }
  const filled = made.find(({ fields }) => fields.length > 0);
  const [start] = filled?.fields ?? [];
  return {
    fix: {
      edits: made.map(({ edit }) => edit),
      ...(filled !== undefined && made.length === 1 && { fields: filled.fields }),
      ...(filled !== undefined && start !== undefined && { cursor: { uri: filled.edit.uri, position: start.start } }),
      ...((made.length > 1 || places > MANY_PLACES) && { confirm: true }),
    },
    fills: filled !== undefined,
  };
}

function obstacle(uri: string, document: SourceDocument | undefined, edited: Edited | null): string | null {
  if (document === undefined || edited === null) {
    return `${uri.slice(uri.lastIndexOf('/') + 1)} cannot be changed as it is written there: change it by hand.`;
  }
  for (const { range } of edited.edits) {
    const { block, offset } = blockAt(document, range.start);
    const anchor = carriedBy(document, { block, start: offset, end: offset });
    if (anchor !== null)
      return `This is marked \`&${anchor}\`, and \`*${anchor}\` repeats it elsewhere: change both by hand.`;
  }
  return null;
}
