import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { load } from '../../server/src/cli/files/load';
import { toJson } from '../../server/src/cli/formats/json';
import { toSarif } from '../../server/src/cli/formats/sarif';
import { toText } from '../../server/src/cli/formats/text';
import { type Report, reportOn } from '../../server/src/cli/report/report';
import { plainPainter } from '../../server/src/cli/terminal';
import { type Analysis, analyse, notCheckedIn, type Workspace } from '../../server/src/core/index';
import { RULES } from '../../server/src/core/rules';
import { scratchFolder } from './scratch';

interface Checked {
  readonly report: Report;
  readonly workspace: Workspace;
  readonly analysis: Analysis;
}

async function check(files: Readonly<Record<string, string>>): Promise<Checked> {
  const folder = scratchFolder(files);
  const loaded = await load({ paths: [folder], models: [] }, folder, SILENT);
  const today = '2026-11-24';
  const analysis = analyse(loaded.workspace, { today });
  return { report: reportOn(loaded, today, folder), workspace: loaded.workspace, analysis };
}

const SILENT = { tell: () => {}, done: () => {} };
const HEAD = 'info: { title: Shop, version: "1" }\nservers: [{ url: https://api.shop.example }]\n';
const PATHS = 'paths:\n  /orders:\n    get: { responses: { "200": { description: All } } }\n';

const CASES: readonly (readonly [what: string, code: string, words: string, files: Record<string, string>])[] = [
  [
    'a later version',
    'not-checked',
    'OpenAPI 3.3.0 is not known here',
    { 'a.yaml': `openapi: 3.3.0\n${HEAD}${PATHS}` },
  ],
  ['a version of another kind', 'not-checked', 'OpenAPI 4.0.0 is', { 'a.yaml': `openapi: 4.0.0\n${HEAD}${PATHS}` }],
  [
    'a dialect of the whole description',
    'not-checked',
    'dialect https://x.example/d is not known here',
    { 'a.yaml': `openapi: 3.1.0\njsonSchemaDialect: https://x.example/d\n${HEAD}${PATHS}` },
  ],
  [
    'a dialect of one schema',
    'not-checked',
    'dialect https://x.example/d is not known here',
    {
      'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}components: { schemas: { A: { $schema: https://x.example/d, type: string } } }\n`,
    },
  ],
  [
    'a method of a later version',
    'not-checked',
    'query from 3.2 on',
    { 'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}    query: { responses: {} }\n` },
  ],
  ['an unreadable part', 'syntax', '', { 'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}  /b:\n    get: { responses: [\n` }],
  [
    'a reference that leads nowhere',
    'unresolved-reference',
    'No file that may be read here is at ./b.yaml',
    { 'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}  /b: { $ref: ./b.yaml }\n` },
  ],
  ['a list of paths', 'not-checked', 'paths must be a mapping', { 'a.yaml': `openapi: 3.1.0\n${HEAD}paths: [/a]\n` }],
  ['a byte order mark inside', 'syntax', 'byte order mark', { 'a.yaml': `openapi: 3.1.0\n${HEAD}\uFEFF${PATHS}` }],
  [
    'a description behind another document',
    'syntax',
    'The description starts here',
    { 'a.yaml': `---\nkind: x\n---\nopenapi: 3.1.0\n${HEAD}${PATHS}` },
  ],
  [
    'a reference to the network',
    'not-checked',
    'on the network',
    { 'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}  /b: { $ref: "https://b.example/b.yaml" }\n` },
  ],
  [
    'an unreadable entry of a model',
    'syntax',
    '',
    {
      'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS}`,
      'a.threats.yaml': 'stridewise: 1\napis: { a: { spec: ./a.yaml } }\nthreats:\n  one: { title: [\n',
    },
  ],
];

interface Notification {
  readonly descriptor: { readonly id: string };
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: { readonly region?: { readonly startLine: number } } }];
}

const notificationsIn = ({ report }: Checked): readonly Notification[] =>
  JSON.parse(toSarif(report)).runs[0].invocations[0].toolExecutionNotifications;

const lineOf = ({ locations: [{ physicalLocation }] }: Notification) => physicalLocation.region?.startLine;

describe('What was not checked is said', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(CASES)('%s: to editors, in JSON and in SARIF', async (_what, code, words, files) => {
    const checked = await check(files);
    const parts = notCheckedIn(checked.workspace, checked.analysis);
    expect(parts.map(({ reason }) => reason).join()).toContain(words);
    expect(parts).not.toEqual([]);
    const { notChecked } = JSON.parse(toJson(checked.report));
    expect(notChecked.map(({ reason }: { reason: string }) => reason).sort()).toEqual(
      parts.map(({ reason }) => reason).sort(),
    );
    const told = notificationsIn(checked).filter(({ descriptor }) => descriptor.id === code);
    expect(told.map(({ message }) => message.text).join()).toContain(words);
    expect(told).toHaveLength(parts.length);
    // Lines, which the editor counts from 0.
    const lines = parts.map(({ range }) => (range?.start.line ?? -1) + 1).sort();
    expect(told.map(lineOf).sort()).toEqual(lines);
    expect(notChecked.map(({ range }: { range?: { start: { line: number } } }) => range?.start.line).sort()).toEqual(
      lines,
    );
  });

  it('a rule that fails', async () => {
    const [rule] = RULES.filter(({ id }) => id === 'missing-authentication');
    if (rule === undefined) throw new Error('no such rule');
    vi.spyOn(rule, 'evidence').mockImplementation(() => {
      throw new Error('out of luck');
    });
    const files = { 'a.yaml': `openapi: 3.1.0\n${HEAD}${PATHS.replace('get:', 'delete:')}` };
    const checked = await check(files);
    const reason = 'The rule missing-authentication failed: out of luck';
    expect(notCheckedIn(checked.workspace, checked.analysis).map((part) => part.reason)).toEqual([reason]);
    expect(JSON.parse(toJson(checked.report)).notChecked).toMatchObject([
      { file: 'a.yaml', reason, range: { start: { line: 6, column: 5 } } },
    ]);
    expect(notificationsIn(checked).map(({ message }) => message.text)).toEqual([`Not checked: ${reason}`]);
  });

  it('and nothing is said where everything was', async () => {
    const checked = await check({ 'a.yaml': `openapi: 3.2.0\n${HEAD}${PATHS}` });
    expect(notCheckedIn(checked.workspace, checked.analysis)).toEqual([]);
    expect([JSON.parse(toJson(checked.report)).notChecked, notificationsIn(checked)]).toEqual([[], []]);
  });

  it('of a whole file without a line, and of a part that two descriptions share once', async () => {
    const dialect = 'A: { $schema: https://x.example/d, type: string }\n';
    const spec = `openapi: 3.1.0\n${HEAD}paths:\n  /a:\n    post: { requestBody: { content: { application/json: { schema: { $ref: "./shared.yaml#/A" } } } }, responses: {} }\n`;
    const checked = await check({
      'a.yaml': spec,
      'b.yaml': spec,
      'shared.yaml': dialect,
      'c.threats.yaml': 'stridewise: 1\n\u0000',
    });
    const { notChecked } = JSON.parse(toJson(checked.report));
    expect(notChecked).toMatchObject([
      { file: 'c.threats.yaml', reason: 'is not a text file' },
      { file: 'shared.yaml', range: { start: { line: 1 } } },
    ]);
    expect(notChecked[0]).not.toHaveProperty('range');
    expect(notificationsIn(checked).map(lineOf)).toEqual([undefined, 1]);
    expect(toText(checked.report, plainPainter, null)).toMatch(
      /^not checked {2}c\.threats\.yaml: is not a text file\nnot checked {2}shared\.yaml:1:\d+: .*is not known here/m,
    );
  });

  it('at the place that it speaks of', async () => {
    const { workspace, analysis, report } = await check({ 'a.yaml': `openapi: 4.0.0\n${HEAD}${PATHS}` });
    const [part] = notCheckedIn(workspace, analysis);
    expect(part).toMatchObject({ range: { start: { line: 0, character: 0 }, end: { character: 7 } } });
    expect(part?.uri).toBe(pathToFileURL(`${report.workingDirectory}/a.yaml`).href);
  });
});
