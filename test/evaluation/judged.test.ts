import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleById } from '../../server/src/core/rules';

interface Known {
  readonly rule: string;
  readonly operation: string;
}
interface Judgement extends Known {
  readonly verdict: string;
  readonly why: string;
}
interface Library {
  judgedIn(text: string): ReadonlyMap<string, readonly Judgement[]>;
  compared(judged: readonly Known[], top: readonly Known[]): { unjudged: string[]; gone: string[] };
}

const { judgedIn, compared }: Library = await import(pathToFileURL(resolve('scripts/lib/score/judged.mjs')).href);

describe('Judgements', () => {
  const judged = judgedIn(
    '### Shop\n\n| # | rule |\n|---|---|\n| 1 | a-b | `GET /x/{id}` +4 | false alarm | It is public. |\n',
  );

  it('are read from the table under the name of a description', () => {
    expect([...judged]).toEqual([
      ['shop', [{ rule: 'a-b', operation: 'GET /x/{id}', verdict: 'false alarm', why: 'It is public.' }]],
    ]);
  });

  it('are held against what stands at the top now', () => {
    const top = [{ rule: 'a-b', operation: 'PUT /x/{id}' }];
    expect(compared(judged.get('shop') ?? [], top)).toEqual({
      unjudged: ['a-b PUT /x/{id}'],
      gone: ['a-b GET /x/{id}'],
    });
    expect(compared(top, top)).toEqual({ unjudged: [], gone: [] });
  });
});

describe('docs/evaluation.md', () => {
  const judged = judgedIn(readFileSync('docs/evaluation.md', 'utf8'));

  it.each(['github', 'stripe', 'digitalocean', 'datadog', 'okta'])('judges twenty findings of %s', (name) => {
    const rows = judged.get(name) ?? [];
    expect(rows).toHaveLength(20);
    expect(new Set(rows.map(({ rule, operation }) => `${rule} ${operation}`)).size).toBe(20);
  });

  it('knows the rules, and three verdicts', () => {
    const rows = [...judged.values()].flat();
    expect(rows.filter(({ rule }) => ruleById(rule) === undefined)).toEqual([]);
    expect(rows.filter(({ verdict }) => !['defensible', 'partly', 'false alarm'].includes(verdict))).toEqual([]);
  });
});
