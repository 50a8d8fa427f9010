import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

interface Counts {
  readonly operations: number;
  readonly weighty: number;
  readonly shown: number;
  readonly shares: readonly { rule: string; alone: number; shared: number }[];
}
interface Report {
  readonly apis: readonly { operations: number }[];
  readonly findings: readonly object[];
}
interface Library {
  descriptionIn(folder: string): string;
  countsOf(report: Report): Counts;
  corpusRows(name: string, counts: Counts): { what: string; holds: boolean }[];
  shareTable(measured: readonly { name: string; counts: Counts }[]): string[];
  topOf(report: Report, count: number): readonly Judgeable[];
  topLines(top: readonly Judgeable[]): string[];
}
interface Judgeable {
  readonly rule: string;
  readonly operation: string;
}

const { descriptionIn, countsOf, corpusRows, shareTable, topLines, topOf }: Library = await import(
  pathToFileURL(resolve('scripts/lib/score/corpus.mjs')).href
);

const finding = (rule: string, severity: string, ...paths: string[]) => ({
  rule,
  severity,
  certainty: 'shown',
  message: `about ${rule}`,
  risk: { residual: 7 },
  operations: paths.map((path) => ({ method: 'GET', path })),
});

const REPORT: Report = {
  apis: [{ operations: 10 }],
  findings: [
    finding('alone', 'warning', '/a'),
    finding('alone', 'information', '/a'),
    finding('alone', 'error', '/b'),
    finding('together', 'warning', '/a', '/b', '/c', '/d', '/e'),
    finding('answered', 'hint', '/a'),
    finding('unanswered', 'information', '/a', '/b'),
  ],
};

describe('What is said of a description', () => {
  const counts = countsOf(REPORT);

  it('is counted by weight, answered findings left out', () => {
    expect(counts).toMatchObject({ operations: 10, weighty: 3, shown: 5 });
  });

  it('is shared out to rules: operations that they touch alone, and through a cause', () => {
    expect(counts.shares).toEqual([
      { rule: 'alone', alone: 0.2, shared: 0 },
      { rule: 'together', alone: 0, shared: 0.5 },
    ]);
  });

  it('is held to the bars', () => {
    expect(corpusRows('it', counts).map(({ holds }) => holds)).toEqual([true, true, true]);
    const loud = { ...counts, weighty: 5, shown: 9, shares: [{ rule: 'alone', alone: 0.31, shared: 0 }] };
    const rows = corpusRows('it', loud);
    expect(rows.map(({ holds }) => holds)).toEqual([false, false, false]);
    expect(rows[2]?.what).toContain('alone');
  });

  it('names for each rule the description where it is loudest', () => {
    const quiet = { name: 'quiet', counts: { ...counts, shares: [{ rule: 'alone', alone: 0.1, shared: 0.9 }] } };
    const [, first] = shareTable([quiet, { name: 'loud', counts }]);
    expect(first).toMatch(/^alone +20\.0 % +0\.0 % +loud$/);
  });

  it('is listed from the top, with the operations that a finding touches', () => {
    expect(topLines(topOf(REPORT, 4)).slice(2)).toEqual([
      '3. alone | GET /b | 7 error, shown | about alone',
      '4. together | GET /a and 4 more | 7 warning, shown | about together',
    ]);
  });
});

describe('The description of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stridewise-corpus-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the first file with its root key, wherever that stands', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'a.yaml'), 'title: about openapi\n');
    writeFileSync(join(folder, 'deep', 'b.json'), '{"info": {}, "swagger": "2.0"}');
    expect(descriptionIn(folder)).toBe(join(folder, 'deep', 'b.json'));
    writeFileSync(join(folder, 'b.yaml'), 'info: {}\nopenapi: 3.1.0\n');
    expect(descriptionIn(folder)).toBe(join(folder, 'b.yaml'));
  });

  it('is missed with its folder', () => {
    expect(() => descriptionIn(join(folder, 'none'))).toThrow('does not exist');
    mkdirSync(join(folder, 'empty'));
    expect(() => descriptionIn(join(folder, 'empty'))).toThrow('no OpenAPI description');
  });
});

const corpus = process.env.STRIDEWISE_CORPUS;
if (!corpus)
  console.log('test/evaluation/corpus.test.ts: the bars are not measured, STRIDEWISE_CORPUS names no folder');

describe.skipIf(!corpus)('On published descriptions', () => {
  it('every bar holds', { timeout: 180_000 }, () => {
    const words = ['scripts/evaluate.mjs', '--corpus', corpus ?? ''];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).not.toContain('MISSED');
    expect(status).toBe(0);
  });
});
