import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const spec = (title: string) => `openapi: 3.0.3
info: { title: ${title}, version: '1' }
servers: [{ url: https://api.shop.example }]
paths:
  /orders/{orderId}:
    get:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: The order } }
`;

async function findings(cwd: string) {
  const { stdout } = await stridewise(cwd, ['check', '--format', 'json']);
  const result = JSON.parse(stdout) as {
    problems: readonly object[];
    findings: readonly { rule: string; fingerprint: string; level: string }[];
  };
  const found = result.findings.filter(({ rule }) => rule !== 'unanswered');
  return { problems: result.problems, found: found.map(({ fingerprint, level }) => `${fingerprint} ${level}`).sort() };
}

describe('stridewise init', () => {
  it('writes a model beside the description, which reads without a problem and hides nothing', async () => {
    const folder = scratchFolder({ 'api/openapi.yaml': spec('Orders') });
    const before = await findings(folder);
    const { code, stdout, stderr } = await stridewise(folder, ['init']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      `Wrote ${join('api', 'openapi.threats.yaml')} for ${join('api', 'openapi.yaml')}\n  5 guesses, each under a comment that says what it was made from\n`,
    );
    expect(readFileSync(join(folder, 'api/openapi.threats.yaml'), 'utf8')).toContain('orders: { spec: ./openapi.yaml,');
    const after = await findings(folder);
    expect(before.found.length).toBeGreaterThan(0);
    expect(after).toEqual({ problems: [], found: before.found });
  });

  it('writes one model for the descriptions of a folder, and one for each folder', async () => {
    const folder = scratchFolder({
      'shop/a.yaml': spec('A'),
      'shop/b.yaml': spec('B'),
      'pay/openapi.yaml': spec('Pay'),
    });
    const { code } = await stridewise(folder, ['init', 'shop', 'pay']);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'shop/shop.threats.yaml'), 'utf8')).toMatch(
      / a: \{ spec[^\n]*\n[^\n]*\n {2}b: \{ spec/,
    );
    expect(existsSync(join(folder, 'pay/openapi.threats.yaml'))).toBe(true);
  });

  it('never writes over a file', async () => {
    const folder = scratchFolder({ 'openapi.yaml': spec('A'), 'openapi.threats.yaml': 'notes: mine\n' });
    const { code, stdout, stderr } = await stridewise(folder, ['init']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('openapi.threats.yaml exists and is left as it is; --output names another file\n');
    expect(readFileSync(join(folder, 'openapi.threats.yaml'), 'utf8')).toBe('notes: mine\n');
  });

  it('leaves a description alone that has a model, and tells it', async () => {
    const folder = scratchFolder({ 'openapi.yaml': spec('A') });
    expect((await stridewise(folder, ['init'])).code).toBe(0);
    const again = await stridewise(folder, ['init', '--output', 'other.threats.yaml']);
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toBe('openapi.yaml has a model: openapi.threats.yaml\n');
    expect(existsSync(join(folder, 'other.threats.yaml'))).toBe(false);
  });

  it('writes one model of all to the file that --output names, or to standard output', async () => {
    const folder = scratchFolder({ 'a/openapi.yaml': spec('A'), 'b/openapi.yaml': spec('B'), 'risks/': '' });
    const printed = await stridewise(folder, ['init', '-o', '-']);
    expect([printed.code, printed.stderr]).toEqual([0, '']);
    expect(printed.stdout).toContain('a: { spec: ./a/openapi.yaml,');
    expect((await stridewise(folder, ['init', '-o', 'risks/all.yaml'])).code).toBe(0);
    expect(readFileSync(join(folder, 'risks/all.yaml'), 'utf8')).toContain('b: { spec: ../b/openapi.yaml,');
  });

  it('ends with 2 where there is nothing to write a model of, or no place for it', async () => {
    const folder = scratchFolder({ 'notes.yaml': 'a: 1\n', 'api/openapi.yaml': spec('A') });
    const nothing = await stridewise(folder, ['init', 'notes.yaml']);
    expect([nothing.code, nothing.stdout]).toEqual([2, '']);
    const orphan = scratchFolder({ 'a.threats.yaml': 'stridewise: 1\napis: { a: { spec: ./gone.yaml } }\n' });
    const gone = await stridewise(orphan, ['init']);
    expect([gone.code, gone.stdout]).toEqual([2, '']);
    expect(gone.stderr).toContain('no OpenAPI description was found');
    const nowhere = await stridewise(folder, ['init', 'api', '-o', 'none/all.yaml']);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('its folder does not exist');
  });
});
