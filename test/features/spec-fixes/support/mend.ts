import { load as parse } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyse,
  applyEdits,
  type Fix,
  findingKey,
  fixesFor,
  openDocument,
  type Range,
  Workspace,
} from '../../../../server/src/core/index';
import { TODAY } from '../../../support/check';
import { LAYOUTS, type Layout, layOut } from '../../../support/layouts';
import { type Tree, VERSIONS, type Version } from './specs';

export const URI = 'file:///workspace/openapi.yaml';
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99999, character: 0 } };

/** One way to be flagged, and what the fix makes of it. */
export interface Case {
  readonly name: string;
  readonly rule: string;
  readonly spec: (version: Version) => Tree;
  /** Changes a copy of the tree into what the fix has to give. */
  readonly mended: (tree: Tree, version: Version) => void;
  /** Whether it leaves no doubt. */
  readonly preferred?: boolean;
  /** How many values are to be filled in. */
  readonly fields?: number;
  readonly versions?: readonly Version[];
  /** What may be found afterwards only, since somebody logs in now. */
  readonly next?: readonly string[];
}

export function workspaceOf(files: Readonly<Record<string, string>>): { workspace: Workspace; analysis: Analysis } {
  const workspace = Workspace.empty.withAll(Object.entries(files).map(([uri, text]) => openDocument(uri, text)));
  return { workspace, analysis: analyse(workspace, { today: TODAY, relative: (uri) => uri }) };
}

/** The fixes of the description itself for the findings of a rule. */
export function specFixesIn(files: Readonly<Record<string, string>>, rule: string): Fix[] {
  const { workspace, analysis } = workspaceOf(files);
  return analysis.apis.flatMap((api) =>
    api.findings
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => {
        const options = { open: true, finding: findingKey(api, finding) };
        const fixes = fixesFor(workspace, analysis, finding.at.uri, EVERYWHERE, options);
        return fixes.filter((fix) => fix.strategy === undefined && fix.diagnostics.includes(rule));
      }),
  );
}

export function applied(files: Readonly<Record<string, string>>, fix: Fix): Record<string, string> {
  const after = { ...files };
  for (const { uri, edits } of fix.edits) after[uri] = applyEdits(after[uri] ?? '', edits);
  return after;
}

/** What is found, place by place. */
export function found({ analysis }: ReturnType<typeof workspaceOf>): string[] {
  return analysis.apis.flatMap(({ findings }) =>
    findings
      .filter(({ rule }) => rule !== 'unanswered')
      .flatMap(({ rule, operations, part }) =>
        operations.map(({ method, path }) => `${rule} ${method} ${path} ${part}`),
      ),
  );
}

/** Makes the fix in every version and layout, and holds it to what it has to give. */
export function holds(
  { rule, spec, mended, preferred = false, fields = 0, next = [] }: Case,
  version: Version,
  layout: Layout,
): void {
  const tree = spec(version);
  const text = layOut(tree, layout);
  const files = { [URI]: text };
  const before = workspaceOf(files);
  expect(
    found(before).some((one) => one.startsWith(`${rule} `)),
    text,
  ).toBe(true);
  const [fix] = specFixesIn(files, rule);
  expect(fix?.refused, text).toBeUndefined();
  expect(fix, text).toBeDefined();
  if (fix === undefined) return;
  const after = applied(files, fix);
  const wanted = structuredClone(tree);
  mended(wanted, version);
  expect(parse(after[URI] ?? ''), after[URI]).toEqual(wanted);
  const left = found(workspaceOf(after));
  expect(
    left.filter((one) => one.startsWith(`${rule} `)),
    after[URI],
  ).toEqual([]);
  const known = new Set(found(before));
  expect(
    left.filter((one) => !known.has(one) && !next.includes(one.split(' ')[0] ?? '')),
    after[URI],
  ).toEqual([]);
  expect(isKept(text, fix), after[URI]).toBe(true);
  expect(fix.preferred).toBe(preferred);
  expect(fix.fields?.length ?? 0).toBe(fields);
  if (fields > 0) expect(fix.edits.map((edit) => edit.edits.length)).toEqual([1]);
  for (const field of fix.fields ?? []) expect(PROPOSED).toContain(textIn(after[URI] ?? '', field));
}

/** What is proposed for values that a description does not imply. */
const PROPOSED: readonly string[] = [
  ...['100', '0', '8', '64', 'bearer', 'Authorization', 'X-Signature', 'image/png', 'https://app.example.com'],
  ...['Served until 2027-12-31', '2027-12-31', '^[A-Za-z0-9._-]{1,64}$', '^https://(?:[a-z0-9-]+\\.)*example\\.com/'],
];

function textIn(text: string, { start, end }: Range): string {
  const line = text.split(/\r?\n/)[start.line] ?? '';
  // JSON and double quotes of YAML write a backslash twice.
  return start.line === end.line ? line.slice(start.character, end.character).replaceAll('\\\\', '\\') : '';
}

/** Whether edits of a text on one line put in no line, and others break lines as the text does. */
function isKept(text: string, { edits }: Fix): boolean {
  const written = edits.flatMap((file) => file.edits.map(({ newText }) => newText)).join('');
  if (!text.trim().includes('\n')) return !written.includes('\n');
  return text.includes('\r\n') === /\r\n/.test(written) || !written.includes('\n');
}

/** Runs each case in every version, as YAML, as JSON, and in one more layout by turns. */
export function holdAll(cases: readonly Case[]): void {
  describe.each(cases.map((one, index) => ({ ...one, index })))('$rule: $name', (one) => {
    const runs = (one.versions ?? VERSIONS).flatMap((version, at) => {
      const turn = LAYOUTS[(one.index * VERSIONS.length + at) % LAYOUTS.length] ?? 'lines';
      return [...new Set<Layout>(['lines', 'pretty JSON', turn])].map((layout) => [version, layout] as const);
    });
    it.each(runs)('%s in %s', (version, layout) => holds(one, version, layout));
  });
}
