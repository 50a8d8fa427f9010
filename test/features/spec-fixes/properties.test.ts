import fc from 'fast-check';
import { load as parse } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Finding, type Fix, findingKey, fixAllIn, fixesFor, nameOf } from '../../../server/src/core/index';
import { LAYOUTS, type Layout, layOut } from '../../support/layouts';
import { applied, URI, workspaceOf } from './support/mend';
import { login, oauth, operation, parameter, spec, type Tree, VERSIONS, type Version } from './support/specs';

const RUNS = 25;
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99999, character: 0 } };

interface Draft {
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly string[];
  readonly list: boolean;
  readonly security: 'none' | 'own' | 'open' | 'optional' | 'read';
  readonly body: readonly string[];
}

const draft = fc.record<Draft>({
  path: fc.constantFrom(
    '/notes',
    '/orders',
    '/orders/{id}',
    '/reports/export',
    '/files',
    '/checkout',
    '/login',
    '/admin/users',
    '/me',
  ),
  method: fc.constantFrom('get', 'post', 'put', 'patch', 'delete'),
  parameters: fc.uniqueArray(fc.constantFrom('limit', 'password', 'filename', 'X-User-Id', 'url'), { maxLength: 3 }),
  list: fc.boolean(),
  security: fc.constantFrom('none', 'own', 'open', 'optional', 'read'),
  body: fc.uniqueArray(fc.constantFrom('role', 'amount', 'createdBy', 'imageUrl', 'password', 'name'), {
    maxLength: 4,
  }),
});

const SECURITY: Readonly<Record<Draft['security'], Tree>> = {
  none: undefined,
  own: [{ account: [] }],
  open: [],
  optional: [{}, { account: [] }],
  read: [{ shop: ['orders:read'] }],
};
const FIELDS: Readonly<Record<string, Tree>> = {
  amount: { type: 'integer' },
  imageUrl: { type: 'string', format: 'uri' },
};

function treeOf(version: Version, drafts: readonly Draft[], server: string, isClosed: boolean): Tree {
  const paths: Tree = {};
  for (const { path, method, parameters, list, security, body } of drafts) {
    const named = path.includes('{') ? [parameter(version, 'path', 'id', { type: 'string' })] : [];
    const others = parameters.map((name) =>
      parameter(version, name.startsWith('X-') ? 'header' : 'query', name, {
        type: name === 'limit' ? 'integer' : 'string',
      }),
    );
    const properties = Object.fromEntries(body.map((name) => [name, FIELDS[name] ?? { type: 'string' }]));
    paths[path] ??= {};
    paths[path][method] = operation(version, {
      ...(SECURITY[security] && { security: SECURITY[security] }),
      parameters: [...named.map((one) => ({ ...one, required: true })), ...others],
      ...(body.length > 0 && method !== 'get' && { takes: { type: 'object', properties } }),
      ...(list && { gives: { type: 'array', items: { type: 'object', properties } } }),
    });
  }
  const schemes = { account: login(version), shop: oauth(version, ['orders:read', 'orders:write', 'shop:admin']) };
  return spec(version, { servers: [server], schemes, paths, ...(isClosed && { security: [{ account: [] }] }) });
}

/** Comments and blank lines between the lines of a text, where its layout lets them stand. */
function commented(text: string, layout: Layout, places: readonly number[]): string {
  if (layout === 'braces' || layout.includes('JSON')) return text;
  const lines = text.split('\n');
  for (const place of places) {
    const at = place % lines.length;
    const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
    const eol = text.includes('\r\n') ? '\r' : '';
    lines.splice(at, 0, place % 3 === 0 ? eol : `${indent}# note ${place}${eol}`);
  }
  return lines.join('\n');
}

/** Leaves by their paths. */
function leaves(tree: Tree, path = ''): [string, Tree][] {
  if (typeof tree !== 'object' || tree === null) return [[path, tree]];
  const entries = Object.entries(tree);
  return entries.length === 0 ? [[path, '']] : entries.flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

const comments = (text: string) => text.match(/# note \d+/g) ?? [];
interface Draw {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Makes each fix of each finding by itself. */
function checkAll({ text, files }: Draw): void {
  const { workspace, analysis } = workspaceOf(files);
  for (const api of analysis.apis) {
    for (const finding of api.findings.filter(({ rule }) => rule !== 'unanswered')) {
      const options = { open: true, finding: findingKey(api, finding) };
      const fixes = fixesFor(workspace, analysis, URI, EVERYWHERE, options);
      for (const fix of fixes.filter(({ strategy }) => strategy === undefined)) {
        const mended = finding.operations.filter((one) => {
          const own = fixesFor(workspace, analysis, URI, EVERYWHERE, {
            ...options,
            operation: nameOf(one),
            alone: true,
          });
          return own.some(({ strategy }) => strategy === undefined);
        });
        check({ text, files }, { ...finding, operations: mended }, fix);
      }
    }
  }
  const all = fixAllIn(workspace, analysis, URI, { open: true });
  if (all !== null) keeps(text, applied(files, all)[URI] ?? '', all.title);
}

function check({ text, files }: Draw, finding: Finding, fix: Fix): void {
  expect(fix.refused, `${fix.title}\n${text}`).toBeUndefined();
  const after = applied(files, fix);
  keeps(text, after[URI] ?? '', fix.title);
  const left = workspaceOf(after).analysis.apis.flatMap(({ findings }) => findings);
  const still = new Set(left.flatMap((one) => one.operations.map((at) => keyed(one, at))));
  expect(finding.operations, fix.title).not.toEqual([]);
  for (const at of finding.operations) expect(still.has(keyed(finding, at)), `${fix.title}\n${text}`).toBe(false);
}

/** The same rule at the same part; a value that another one hid is a finding of its own. */
function keyed({ rule, part }: Finding, { method, path }: Finding['operations'][number]): string {
  return `${rule} ${method} ${path} ${part}`;
}

/** Where a fix may change or take away what is there, beside adding to it. */
const CHANGED = /\/(?:security|parameters|schemes|servers|additionalProperties|properties)(?:\/|$)/;

/** The text reads, says what it said elsewhere, and has its comments but for those in lines that a fix takes out. */
function keeps(before: string, after: string, title: string): void {
  const now = new Map(leaves(parse(after)));
  const gone = leaves(parse(before)).filter(([path, value]) => !Object.is(now.get(path), value));
  const shown = `${title}: ${JSON.stringify(gone)}\n${before}\n=>\n${after}`;
  expect(
    gone.every(([path]) => CHANGED.test(path)),
    shown,
  ).toBe(true);
  if (!title.startsWith('Take ')) expect(comments(after), shown).toEqual(comments(before));
  expect(after).not.toBe(before);
}

describe('a fix of any description in any layout', () => {
  it.each(VERSIONS)('silences its finding, keeps what was said and every comment: %s', (version) => {
    const drawn = fc.record({
      drafts: fc.array(draft, { minLength: 1, maxLength: 4 }),
      server: fc.constantFrom('http://api.example.com', 'https://api.example.com'),
      isClosed: fc.boolean(),
      layout: fc.constantFrom(...LAYOUTS),
      places: fc.array(fc.nat(200), { maxLength: 6 }),
    });
    const run = fc.property(drawn, ({ drafts, server, isClosed, layout, places }) => {
      const text = commented(layOut(treeOf(version, drafts, server, isClosed), layout), layout, places);
      checkAll({ text, files: { [URI]: text } });
    });
    fc.assert(run, { numRuns: RUNS });
  });
});
