import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROBLEM_CODES, RULES } from '../../server/src/core';
import { ruleLink } from '../../server/src/lsp/rule-link';

const PAGE = 'command:open?["{rule}"]';
const docs = (file: string) => new URL(`../../docs/${file}`, import.meta.url);

test('every rule and every problem of a model leads to its page in our client', () => {
  const problems = readFileSync(docs('problems.md'), 'utf8');
  for (const { id } of RULES) {
    expect(ruleLink(id, PAGE)).toBe(`command:open?["${id}"]`);
    expect(existsSync(docs(`rules/${id}.md`))).toBe(true);
  }
  for (const code of Object.keys(PROBLEM_CODES)) {
    expect(ruleLink(code, PAGE)).toBe(`command:open?["problems%23${code}"]`);
    expect(problems).toContain(`\n### ${code}\n`);
  }
});

test('other clients get public addresses, and none where there is none', () => {
  expect(ruleLink('missing-authentication', undefined)).toBe('https://cwe.mitre.org/data/definitions/306.html');
  expect(ruleLink('unknown-name', undefined)).toBe(null);
  expect(ruleLink('unanswered', PAGE)).toBe(null);
});
