import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  EXPLAIN,
  type Explanation,
  NOT_CHECKED,
  OPERATION_RULES,
  OVERVIEW,
  REPORT,
  RISK_TREE,
  type RiskTreeNode,
  SIMULATE,
  SPEC_LENS,
  type TreeGrouping,
} from '../../server/src/protocol';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { scratchFolder } from '../cli/scratch';
import { PULL, TestClient } from '../lsp/support/test-client';
import { HOSTILE, HOSTILE_MODEL_URI, HOSTILE_SPEC_URI, hostileModel, hostileSpec } from './support/hostile';
import { type ShownText, stringsIn } from './support/strings-in';

/** What a terminal obeys, or what turns text round; a line break and a tab are layout. */
const OBEYED = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Marks that an escape before them takes away. */
const MARKUP = /<(?:img|\/?script|command:)|(?<!\\)\]\(\s*command:evil|(?<!\\)!\[|(?<!\\)\$\(bomb/;

/** Nothing in code is markup, as long as nothing in it ends it. */
const CODE = /(?<!\\)`[^`\n]*`/g;

function leaks(texts: readonly ShownText[]): string[] {
  return texts
    .filter(({ text, kind }) => OBEYED.test(text) || (kind === 'markdown' && MARKUP.test(text.replace(CODE, ''))))
    .map(({ place, text }) => `${place}: ${JSON.stringify(text)}`);
}

const CAPABILITIES = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    diagnostic: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    completion: { completionItem: { labelDetailsSupport: true, documentationFormat: ['markdown' as const] } },
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown' as const] } },
  },
};
const OPTIONS = {
  explainCommand: 'explain',
  explainRuleCommand: 'explainRule',
  answerCommand: 'answer',
  showPlacesCommand: 'places',
  showFindingsCommand: 'findings',
  applyFixCommand: 'fix',
};
const GROUPINGS: readonly TreeGrouping[] = ['risk', 'stride', 'operation', 'status'];

let client: TestClient;
const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest(method, params);

/** The answers to a request at every line of both files, where its key begins. */
async function everywhere(method: string, files: Readonly<Record<string, string>>): Promise<unknown[]> {
  const places = Object.entries(files).flatMap(([uri, text]) =>
    text.split('\n').map((line, index) => ({
      textDocument: { uri },
      position: { line: index, character: line.search(/\S/) + 1 },
    })),
  );
  return Promise.all(places.map((params) => ask(method, params)));
}

async function nodesOf(params: object): Promise<RiskTreeNode[]> {
  const nodes = await ask<RiskTreeNode[]>(RISK_TREE, { filter: '', ...params });
  const below = await Promise.all(
    nodes.map(({ id, children }) => (children === 0 ? [] : nodesOf({ ...params, parent: id }))),
  );
  return [...nodes, ...below.flat()];
}

async function explanations(): Promise<unknown> {
  const found = (await nodesOf({ groupBy: 'operation' })).filter(({ finding }) => finding !== '');
  return Promise.all(
    found.map(({ finding, operation }) =>
      ask<Explanation>(EXPLAIN, { finding, ...(operation !== '' && { operation }) }),
    ),
  );
}

async function lenses(uri: string): Promise<unknown> {
  const found = (await ask<object[] | null>('textDocument/codeLens', { textDocument: { uri } })) ?? [];
  return Promise.all(found.map((lens) => ask('codeLens/resolve', lens)));
}

async function completions(files: Readonly<Record<string, string>>): Promise<unknown> {
  const lists = await everywhere('textDocument/completion', files);
  const items = lists.flatMap((list) => (list as { items: object[] } | null)?.items ?? []);
  return Promise.all(items.slice(0, 400).map((item) => ask('completionItem/resolve', item)));
}

const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const model = { textDocument: { uri: HOSTILE_MODEL_URI } };
const spec = { textDocument: { uri: HOSTILE_SPEC_URI } };
type Files = Readonly<Record<string, string>>;

/** Everything that the server answers with texts that a person sees. */
const OUTPUTS: Readonly<Record<string, (files: Files) => Promise<unknown>>> = {
  diagnostics: async () => [await client.pull(HOSTILE_SPEC_URI), await client.pull(HOSTILE_MODEL_URI)],
  hovers: (files) => everywhere('textDocument/hover', files),
  'the tree': async () => Promise.all(GROUPINGS.map((groupBy) => nodesOf({ groupBy }))),
  'explanations of findings': explanations,
  'lenses of the description': async () => {
    await client.connection.sendNotification(SPEC_LENS, { mode: 'full' });
    return lenses(HOSTILE_SPEC_URI);
  },
  'lenses of the model': () => lenses(HOSTILE_MODEL_URI),
  'what was not checked': () => ask(NOT_CHECKED, {}),
  'rules on an operation': async () => {
    const line = hostileSpec('').split('\n').indexOf('    get:');
    return ask(OPERATION_RULES, { uri: HOSTILE_SPEC_URI, position: { line, character: 5 } });
  },
  'titles of fixes': () =>
    Promise.all(
      [spec, model].map((one) => ask('textDocument/codeAction', { ...one, range, context: { diagnostics: [] } })),
    ),
  completion: completions,
  signatures: (files) => everywhere('textDocument/signatureHelp', files),
  outline: async () => [await ask('textDocument/documentSymbol', model), await ask('workspace/symbol', { query: '' })],
  'inlay hints': () => ask('textDocument/inlayHint', { ...model, range }),
  links: () => ask('textDocument/documentLink', model),
  simulation: () => ask(SIMULATE, { runs: 100 }),
  'the overview': () => ask(OVERVIEW, {}),
  'the report': () => ask(REPORT, {}),
};

describe.each(Object.keys(HOSTILE))('%s in titles, names and texts is inert', (name) => {
  const text = HOSTILE[name] ?? '';
  const files: Files = { [HOSTILE_SPEC_URI]: hostileSpec(text), [HOSTILE_MODEL_URI]: hostileModel(text) };
  afterEach(() => client.stop());

  it.each(Object.keys(OUTPUTS))('in %s', async (output) => {
    client = await TestClient.start({
      capabilities: CAPABILITIES,
      files: new Map(Object.entries(files)),
      initializationOptions: OPTIONS,
    });
    for (const [uri, content] of Object.entries(files)) await client.open(uri, content);
    const shown = stringsIn(await OUTPUTS[output]?.(files));
    expect(shown.length).toBeGreaterThan(0);
    expect(leaks(shown)).toEqual([]);
  });
});

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'the text of check': ['check'],
  'the JSON of check': ['check', '--format', 'json'],
  SARIF: ['check', '--format', 'sarif'],
  JUnit: ['check', '--format', 'junit'],
  'GitLab’s report': ['check', '--format', 'gitlab'],
  'the text of explain': ['explain', 'broken-object-level-authorization'],
  'the JSON of explain': ['explain', 'broken-object-level-authorization', '--format', 'json'],
  'the text of explain of a threat': ['explain', 'guess'],
  'the JSON of explain of a threat': ['explain', 'guess', '--format', 'json'],
  'the text of goals': ['goals'],
  'the JSON of goals': ['goals', '--format', 'json'],
  'the text of pasta': ['pasta'],
  'the JSON of pasta': ['pasta', '--format', 'json'],
  'the text of simulate': ['simulate', '--runs', '100'],
  'the JSON of simulate': ['simulate', '--runs', '100', '--format', 'json'],
  'the page of report': ['report', '--runs', '100'],
};

describe('on the command line', () => {
  beforeAll(bundleCommandLine, 60_000);
  const all = Object.values(HOSTILE).join(' ');
  const folder = () =>
    scratchFolder({ '.git/': '', 'openapi.yaml': hostileSpec(all), 'openapi.threats.yaml': hostileModel(all) });

  it.each(Object.keys(COMMANDS))('%s holds nothing that a terminal obeys, and no line more', async (name) => {
    const { stdout, stderr } = await stridewise(folder(), [...(COMMANDS[name] ?? [])]);
    expect(stdout).toContain('alert(1)');
    expect(leaks([{ place: name, text: stdout + stderr, kind: 'plain' }])).toEqual([]);
  });

  it('JUnit has no element of what people wrote', async () => {
    const { stdout } = await stridewise(folder(), ['check', '--format', 'junit']);
    expect(stdout).toContain('&lt;img');
    expect(new Set(stdout.match(/<[a-z/]+/g))).toEqual(
      new Set([
        '<testsuites',
        '<testsuite',
        '<testcase',
        '<failure',
        '</failure',
        '</testcase',
        '</testsuite',
        '</testsuites',
      ]),
    );
  });

  it.each(['check', 'explain', 'explain of a threat', 'goals', 'pasta', 'simulate'])(
    'the JSON of %s says the texts as they are',
    async (name) => {
      const { stdout } = await stridewise(folder(), [...(COMMANDS[`the JSON of ${name}`] ?? [])]);
      const texts = stringsIn(JSON.parse(stdout)).map(({ text }) => text);
      expect(texts.some((text) => text.includes('\u202egnp.exe\u2066b'))).toBe(true);
    },
  );

  it.each(['text', 'json', 'markdown'] as const)('drift as %s holds nothing that is obeyed', async (format) => {
    const plain = { 'openapi.yaml': hostileSpec('plain'), 'openapi.threats.yaml': hostileModel('plain') };
    const at = scratchFolder(plain);
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org', ...words], { cwd: at });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Before');
    writeFileSync(join(at, 'openapi.yaml'), hostileSpec(all));
    const { stdout } = await stridewise(at, ['drift', '--since', 'HEAD', '--format', format]);
    expect(stdout).toContain('alert');
    expect(leaks([{ place: format, text: stdout, kind: format === 'markdown' ? 'markdown' : 'plain' }])).toEqual([]);
  });

  it('report as markdown holds nothing that is obeyed', async () => {
    const { stdout } = await stridewise(folder(), ['report', '--runs', '100', '--format', 'markdown']);
    expect(stdout).toContain('alert');
    expect(leaks([{ place: 'report', text: stdout, kind: 'markdown' }])).toEqual([]);
  });

  it('SARIF takes no text for a link', async () => {
    const { stdout } = await stridewise(folder(), ['check', '--format', 'sarif']);
    const { results, tool } = JSON.parse(stdout).runs[0];
    for (const part of [results, tool.driver.rules]) {
      const texts = stringsIn(part).filter(({ place }) => place.endsWith('.text'));
      expect(texts.some(({ text }) => text.includes('command:evil'))).toBe(true);
      expect(texts.filter(({ text }) => /(?<!\\)\[[^\]]*\]\(/.test(text))).toEqual([]);
    }
    const pages = stringsIn(tool.driver.rules).filter(({ kind }) => kind === 'markdown');
    expect(pages.some(({ text }) => text.includes('evil'))).toBe(true);
    expect(leaks(pages)).toEqual([]);
  });
});
