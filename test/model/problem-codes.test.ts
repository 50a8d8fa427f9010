import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../server/src/core/model/problem-codes';
import { load } from '../support/check';
import { shopModel } from './check/model-text';

const CORE = join(import.meta.dirname, '../../server/src/core');
const LIST = /problem-codes\.ts$|\/problems\//;

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return path.endsWith('.ts') && !LIST.test(path) ? [path] : [];
  });
}

const sources = [join(CORE, 'model'), join(CORE, 'coverage'), join(CORE, 'drift'), join(CORE, 'features/drift')]
  .flatMap(filesIn)
  .map((path) => readFileSync(path, 'utf8'));
const EMITTED =
  /(?:\bcode: |\bcode = |\b(?:error|warn|failure|say|refuse|problem)\((?:\s*[\w.]+,)?\s*|\badd\(\s*'\w+',\s*)'([a-z]+(?:-[a-z]+)*)'/g;
const emitted = new Set(sources.flatMap((text) => [...text.matchAll(EMITTED)].map((found) => found[1] ?? '')));

const codesOf = (fragment: string) => {
  const source = fragment.startsWith('stridewise:')
    ? shopModel('').replace(/stridewise: 1\napis: .*\n$/, `${fragment}\n`)
    : shopModel(`${fragment}\n`);
  const { analysis } = load(source);
  return [...analysis.models.flatMap((model) => model.problems), ...analysis.problems].map(({ code }) => code);
};

describe('The codes of problems', () => {
  it('are all in the list', () => {
    expect(emitted.size).toBeGreaterThan(70);
    expect([...emitted].filter((code) => !(code in PROBLEM_CODES))).toEqual([]);
  });

  it('in the list are all told by something', () => {
    const told = (code: string) => sources.some((text) => text.includes(`'${code}'`));
    expect(Object.keys(PROBLEM_CODES).filter((code) => !told(code))).toEqual([]);
  });

  it('mean something, in a sentence', () => {
    for (const { meaning } of Object.values(PROBLEM_CODES)) expect(meaning).toMatch(/^[A-Z`].*[.?]$/);
  });

  const examples = Object.entries(PROBLEM_CODES).filter(([, { wrong }]) => wrong !== '');
  it.each(examples)('%s has an example that is told, and one that is not', (code, { wrong, right }) => {
    expect(codesOf(wrong)).toContain(code);
    expect(codesOf(right)).not.toContain(code);
  });

  it('without examples take several files', () => {
    const bare = Object.entries(PROBLEM_CODES).filter(([, { wrong }]) => wrong === '');
    expect(bare.length + examples.length).toBe(Object.keys(PROBLEM_CODES).length);
    expect(bare.every(([, { right }]) => right === '')).toBe(true);
  });
});
