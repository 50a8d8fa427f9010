import {
  type Analysis,
  analyse,
  type Diagnostic,
  definitionFor,
  detectRoot,
  diagnosticsFor,
  fixesFor,
  hoverFor,
  openDocument,
  type Position,
  type Range,
  riskTree,
  type SourceDocument,
  type TreeNode,
  textOf,
  Workspace,
} from '../../../server/src/core/index';

export const ROOT = 'file:///workspace/';
const TODAY = '2026-11-24';
const GROUPS = ['risk', 'stride', 'operation', 'status'] as const;

/** Texts by their names in a folder. */
export type Texts = Readonly<Record<string, string>>;

export interface Outcome {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  /** By name of file. */
  readonly diagnostics: Readonly<Record<string, readonly Diagnostic[]>>;
  /** Everything that is shown as markdown. */
  readonly markdown: readonly string[];
  readonly tree: readonly TreeNode[];
}

/** Does with the files all that an editor can ask for, and wants every span inside its text and every rule to have run. */
export function runPipeline(texts: Texts): Outcome {
  const files = Object.entries(texts).map(([name, text]) => ({ name, uri: ROOT + name, text }));
  const documents = files
    .filter(({ name, text }) => detectRoot(text) !== null || !name.startsWith('unrelated'))
    .map(({ uri, text }) => opened(uri, text));
  const workspace = Workspace.empty.withAll(documents);
  const analysis = analyse(workspace, { today: TODAY, relative: (uri) => uri.replace(ROOT, '') });
  const failed = analysis.apis.flatMap(({ notChecked }) => notChecked.map(({ reason }) => reason));
  if (failed.length > 0) throw new Error(failed.join('\n'));
  wantDifferentNames(analysis);
  const diagnostics: Record<string, readonly Diagnostic[]> = {};
  const markdown: string[] = [];
  for (const { name, uri, text } of files) {
    diagnosticsFor(workspace, analysis, uri, { open: false });
    diagnostics[name] = diagnosticsFor(workspace, analysis, uri, { open: true });
    const lines = text.split(/\r\n|\r|\n/);
    for (const { range, related } of diagnostics[name]) {
      wantInside(lines, range, name);
      for (const one of related)
        wantInside((texts[one.uri.replace(ROOT, '')] ?? '').split(/\r\n|\r|\n/), one.range, name);
    }
    for (const position of positionsOf(lines, diagnostics[name])) {
      markdown.push(hoverFor(workspace, analysis, uri, position)?.markdown ?? '');
      definitionFor(workspace, analysis, uri, position);
      fixesFor(workspace, analysis, uri, { start: position, end: position }, { open: true });
    }
  }
  const tree = GROUPS.flatMap((groupBy) => riskTree(analysis, { groupBy, filter: '' }));
  markdown.push(...tree.flatMap((node) => [node.tooltip, ...node.children.map((child) => child.tooltip)]));
  return { workspace, analysis, diagnostics, markdown: markdown.filter((text) => text !== ''), tree };
}

const kept = new Map<string, SourceDocument>();

/** Opens a text, or takes the document that was opened of it last: of many files a mutation changes one. */
function opened(uri: string, text: string): SourceDocument {
  const last = kept.get(uri);
  if (last !== undefined && textOf(last) === text) return last;
  const document = openDocument(uri, text, detectRoot(text) === 'model' ? 'model' : 'spec');
  kept.set(uri, document);
  return document;
}

/** A tree, a fix and a report find a finding by its name. */
export function wantDifferentNames({ apis }: Analysis): void {
  for (const { findings } of apis) {
    const names = new Map(findings.map((finding) => [finding.id, finding]));
    const twice = findings.find((finding) => names.get(finding.id) !== finding);
    if (twice !== undefined) throw new Error(`Two findings have one name: ${twice.rule} ${twice.message}`);
  }
}

/** The start, the middle, the end, past the end, and where the first diagnostics are. */
function positionsOf(lines: readonly string[], diagnostics: readonly Diagnostic[]): Position[] {
  const middle = Math.floor(lines.length / 2);
  return [
    { line: 0, character: 0 },
    { line: middle, character: Math.floor((lines[middle] ?? '').length / 2) },
    { line: lines.length - 1, character: (lines.at(-1) ?? '').length },
    { line: lines.length + 5, character: 3 },
    ...diagnostics.slice(0, 3).map(({ range }) => range.start),
  ];
}

export function wantInside(lines: readonly string[], { start, end }: Range, name: string): void {
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  if (ordered && [start, end].every((position) => isInside(lines, position))) return;
  throw new Error(`A span leaves ${name}: ${JSON.stringify({ start, end })}`);
}

function isInside(lines: readonly string[], { line, character }: Position): boolean {
  return line >= 0 && line < lines.length && character >= 0 && character <= (lines[line] ?? '').length;
}

/** `severity code line: message` of every diagnostic of a file. */
export function shown(diagnostics: readonly Diagnostic[] | undefined): string[] {
  return (diagnostics ?? []).map(({ severity, code, range, message }) => {
    return `${severity} ${code} ${range.start.line + 1}: ${message}`;
  });
}
