import { expect } from 'vitest';
import {
  type Analysis,
  analyse,
  applyEdits,
  type Diagnostic,
  detectRoot,
  diagnosticsFor,
  type Fix,
  fixesFor,
  openDocument,
  textOf,
  Workspace,
} from '../../server/src/core/index';
import { type MarkedFile, type MarkedText, readMarkedText } from './marked-text';

export const TODAY = '2026-11-24';

export interface Loaded extends MarkedText {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
}

/** A marked text, opened and analysed. */
export function load(source: string, today = TODAY): Loaded {
  const marked = readMarkedText(source);
  return { ...marked, ...analysed(marked.files, today) };
}

function analysed(files: readonly MarkedFile[], today: string) {
  const documents = files.map(({ uri, text }) => {
    return openDocument(uri, text, detectRoot(text) === 'model' ? 'model' : 'spec');
  });
  const workspace = Workspace.empty.withAll(documents);
  const relative = (uri: string) => uri.replace('file:///workspace/', '');
  return { workspace, analysis: analyse(workspace, { today, relative }) };
}

/** Wants the diagnostics of severity warning and error (and those whose code is marked) to be the marks, no more, no fewer. */
export function checkFindings(source: string, options: { today?: string; codes?: readonly string[] } = {}): void {
  const { workspace, analysis, files, marks } = load(source, options.today);
  const wanted = marks.map(({ uri, line, start, end, severity, code }) =>
    place({ uri, line, start, end, severity, code }),
  );
  const codes = new Set(options.codes ?? marks.map((mark) => mark.code));
  const shown = files.flatMap(({ uri }) =>
    diagnosticsFor(workspace, analysis, uri, { open: true }).map((diagnostic) => ({ uri, diagnostic })),
  );
  const counted = shown.filter(({ diagnostic }) => codes.has(diagnostic.code));
  expect(counted.map(({ uri, diagnostic }) => placeOf(uri, diagnostic)).sort()).toEqual(wanted.sort());
  for (const { message, line, uri, code } of marks) {
    const here = counted.filter((one) => one.uri === uri && one.diagnostic.range.start.line === line);
    expect(
      here.filter((one) => one.diagnostic.code === code).some((one) => one.diagnostic.message.includes(message)),
    ).toBe(true);
  }
}

interface MarkPlace {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly code: string;
}

function place({ uri, line, start, end, severity, code }: MarkPlace): string {
  return `${uri.replace('file:///workspace/', '')}:${line + 1}:${start}-${end} ${severity} ${code}`;
}

function placeOf(uri: string, { range, severity, code }: Diagnostic): string {
  const { line, character: start } = range.start;
  return place({ uri, line, start, end: range.end.character, severity, code });
}

/** The fixes at the cursor. */
export function fixesAt({ workspace, analysis, cursor }: Loaded): Fix[] {
  if (cursor === null) throw new Error('The text has no $0');
  const position = { line: cursor.line, character: cursor.character };
  return fixesFor(workspace, analysis, cursor.uri, { start: position, end: position }, { open: true });
}

/** The files after a fix. */
export function applyFix({ workspace, files }: Loaded, fix: Fix): MarkedFile[] {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  for (const { uri, edits, create } of fix.edits) {
    const document = workspace.get(uri);
    texts.set(uri, applyEdits(create ?? (document === undefined ? '' : textOf(document)), edits));
  }
  return [...texts].map(([uri, text]) => ({ uri, text }));
}

/** Wants the fix of this title at `$0` to give the files of `after` and the finding to be gone, or to say what is missing. */
export function checkFix(title: string, before: string, after: string): void {
  const loaded = load(before);
  const fix = fixesAt(loaded).find((candidate) => candidate.title === title);
  if (fix === undefined)
    throw new Error(
      `No fix "${title}" among: ${fixesAt(loaded)
        .map((one) => one.title)
        .join(', ')}`,
    );
  const files = applyFix(loaded, fix);
  for (const wanted of readMarkedText(after).files) {
    expect(files.find(({ uri }) => uri === wanted.uri)?.text.trimEnd()).toBe(wanted.text.trimEnd());
  }
  const { analysis } = analysed(files, TODAY);
  const open = analysis.apis
    .flatMap(({ findings }) => findings)
    .filter((finding) => fix.diagnostics.includes(finding.rule));
  expect(
    open.every(
      (finding) =>
        finding.severity === 'hint' ||
        finding.rule === 'unanswered' ||
        finding.lacking !== '' ||
        finding.state === 'planned',
    ),
  ).toBe(true);
}
