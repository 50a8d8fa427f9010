import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { toGitlab } from '../../server/src/cli/formats/gitlab';
import { toJunit } from '../../server/src/cli/formats/junit';
import { bundleCommandLine, stridewise } from './bundle';
import { reported, reportOf } from './sample-report';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const SHOP = (paths: string) => `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: []
paths:
${paths}`;

const OPEN = `  /orders/{orderId}:
    delete:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string, maxLength: 20 } }]
      responses: { "204": { description: Gone } }
`;
const MORE = `  /shops/{shopId}:
    delete:
      parameters: [{ name: shopId, in: path, required: true, schema: { type: string, maxLength: 20 } }]
      responses: { "204": { description: Gone } }
`;

describe('the words of a baseline', () => {
  it.each([
    [['--fail-on-new'], '--fail-on-new takes a --baseline to hold findings against.'],
    [['--baseline', ''], '--baseline takes a file.'],
    [['--write-baseline='], '--write-baseline takes a file.'],
  ])('%j are refused', (words, message) => {
    expect(() => parseArguments(['check', ...words])).toThrow(message);
  });
});

describe('a baseline', () => {
  const written = async (folder: string) => {
    const { code, stdout } = await stridewise(folder, ['check', '--write-baseline', 'known.json']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^known\.json: \d+ open threats? (?:is|are) known/)]);
  };

  it('lets what was open before pass, and nothing that is new', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SHOP(OPEN) });
    expect((await stridewise(folder, ['check'])).code).toBe(1);
    await written(folder);
    const known = await stridewise(folder, ['check', '--baseline', 'known.json']);
    expect([known.code, known.stderr]).toEqual([0, '']);
    expect(known.stdout).toMatch(/^\d+ known from known\.json are not listed$/m);

    writeFileSync(join(folder, 'openapi.yaml'), SHOP(OPEN + MORE));
    const { code, stdout } = await stridewise(folder, ['check', '--baseline', 'known.json', '--format', 'json']);
    expect(code).toBe(1);
    const findings: { baseline: string; method?: string; path?: string }[] = JSON.parse(stdout).findings;
    expect(findings.some(({ baseline, path }) => baseline === 'known' && path === '/orders/{orderId}')).toBe(true);
    expect(findings.some(({ baseline, path }) => baseline === 'known' && path === '/shops/{shopId}')).toBe(false);
    const sarif = await stridewise(folder, ['check', '--baseline', 'known.json', '--format', 'sarif']);
    const states = JSON.parse(sarif.stdout).runs[0].results.map((one: { baselineState: string }) => one.baselineState);
    expect(new Set(states)).toEqual(new Set(['unchanged', 'new']));
  });

  it('fails with --fail-on-new by anything that it does not know', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SHOP(OPEN) });
    await written(folder);
    writeFileSync(join(folder, 'openapi.yaml'), SHOP(OPEN + MORE));
    const words = ['check', '--baseline', 'known.json', '--fail-on', 'critical'];
    expect((await stridewise(folder, words)).code).toBe(0);
    expect((await stridewise(folder, [...words, '--fail-on-new'])).code).toBe(1);
    const junit = [...words, '--format', 'junit'];
    expect((await stridewise(folder, junit)).stdout).not.toContain('<failure');
    expect((await stridewise(folder, [...junit, '--fail-on-new'])).stdout).toMatch(
      /<failure type="finding" message="high/,
    );
    await written(folder);
    expect((await stridewise(folder, [...words, '--fail-on-new'])).code).toBe(0);
  });

  it('follows a description that moved, and never takes one beside it for the same', async () => {
    const folder = scratchFolder({ 'api/openapi.yaml': SHOP(OPEN), '.git/HEAD': 'ref: refs/heads/main\n' });
    await written(folder);
    const words = ['check', '--baseline', 'known.json', '--fail-on-new'];
    writeFileSync(join(folder, 'api/v2.yaml'), SHOP(OPEN));
    expect((await stridewise(folder, words)).code).toBe(1);
    expect((await stridewise(folder, [...words, 'api/v2.yaml'])).code).toBe(1);
    rmSync(join(folder, 'api/openapi.yaml'));
    expect((await stridewise(folder, words)).code).toBe(0);
    writeFileSync(join(folder, 'api/v2.yaml'), SHOP(OPEN + MORE));
    expect((await stridewise(folder, words)).code).toBe(1);
    writeFileSync(join(folder, 'api/v2.yaml'), SHOP(MORE));
    expect((await stridewise(folder, words)).code).toBe(1);
  });

  it('has one finding a line, in the same order each time, and says what is gone', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SHOP(OPEN + MORE) });
    await written(folder);
    const text = readFileSync(join(folder, 'known.json'), 'utf8');
    await written(folder);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text);
    expect(text).toMatch(/^\{\n(?:"[a-z-]+ on openapi\.yaml DELETE \/[^"]*": 1,\n)+"stridewiseBaseline": 1\n\}\n$/);
    writeFileSync(join(folder, 'openapi.yaml'), SHOP(OPEN));
    const { stdout } = await stridewise(folder, ['check', '--baseline', 'known.json']);
    expect(stdout).toMatch(/^\d+ known from known\.json are not listed; \d+ of its entries are gone: write it anew$/m);
  });

  it.each([
    [{}, '--baseline known.json: it cannot be read. Write it: stridewise check --write-baseline known.json'],
    [{ 'known.json': '[]' }, '--baseline known.json: no baseline of stridewise check.'],
    [{ 'known.json': '{' }, '--baseline known.json: no baseline of stridewise check.'],
  ])('that is not one ends with 2: %j', async (files, message) => {
    const folder = scratchFolder({ 'openapi.yaml': SHOP(OPEN), ...files });
    const { code, stderr } = await stridewise(folder, ['check', '--baseline', 'known.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('JUnit', () => {
  it('has a test for each operation, which what fails the check fails', () => {
    const xml = toJunit(reportOf([reported()]), null);
    expect(xml).toContain('<testsuite name="store" tests=');
    expect(xml).toMatch(
      /<testcase classname="store" name="GET \/orders\/\{orderId\}">\n {6}<failure type="finding" message="high 7\.6 ownership: /,
    );
    expect(toJunit(reportOf([reported()]), 'critical')).toContain('failures="0"');
  });

  it('is XML whatever the texts hold', () => {
    const message = '<img onerror="x">]]>&\u001b[31m\u0000\u202e';
    const xml = toJunit(reportOf([reported({ message })]), null);
    expect(xml).toContain('&lt;img onerror=&quot;x&quot;&gt;]]&gt;&amp;\\u{1b}[31m\\u{0}\\u{202e}');
    expect(
      xml
        .replace(/^<\?xml[^>]*\?>/, '')
        .replaceAll(
          /<\/?(?:testsuites?|testcase|failure)(?: [a-z]+="[^"<&]*(?:&(?:lt|gt|amp|quot);[^"<&]*)*")*\/?>/g,
          '',
        ),
    ).not.toMatch(/</);
  });
});

describe('the report for GitLab', () => {
  it('has what is open and shown, each with a fingerprint of its own', () => {
    const issues = JSON.parse(toGitlab(reportOf([reported(), reported(), reported({ certainty: 'silent' })])));
    expect(issues).toHaveLength(2);
    expect(issues[0]).toMatchObject({
      check_name: 'ownership',
      severity: 'major',
      location: { path: expect.stringMatching(/^[^/].*\.yaml$/), lines: { begin: expect.any(Number) } },
    });
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(2);
  });
});
