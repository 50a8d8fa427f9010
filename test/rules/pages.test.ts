import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_SPEC_FIX, SPEC_FIXES, specFixInWords } from '../../server/src/core/index';
import { RULES } from '../../server/src/core/rules';
import type { Rule } from '../../server/src/core/rules/types';
import { findings } from './findings';

const FOLDER = new URL('../../docs/rules/', import.meta.url);
const page = (rule: Rule) => readFileSync(new URL(`${rule.id}.md`, FOLDER), 'utf8');

/** The text under a heading, up to the next one. */
function section(text: string, heading: string): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  expect(start, heading).toBeGreaterThan(0);
  const end = text.indexOf('\n## ', start + 4);
  return text.slice(start, end < 0 ? undefined : end);
}

function example(text: string, heading: string): string {
  const yaml = section(text, heading).split('```yaml\n')[1]?.split('\n```')[0];
  expect(yaml, heading).toBeDefined();
  return yaml ?? '';
}

const row = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
const listed = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '));
const rowOf = (name: string, ids: readonly string[]) => (ids.length === 0 ? '' : `| ${name} | ${ids.join(', ')} |`);

describe('pages of the rules', () => {
  it('there is one for each rule, and no other', () => {
    expect(
      readdirSync(FOLDER)
        .filter((file) => file !== 'index.md')
        .sort(),
    ).toEqual(RULES.map((rule) => `${rule.id}.md`).sort());
  });

  it('each says what a fix of the description writes, or why there is none', () => {
    expect([...SPEC_FIXES.keys(), ...NO_SPEC_FIX.keys()].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const text = page(rule);

    it('agrees with the code', () => {
      expect(text.startsWith(`# ${rule.title}\n\n\`${id}\`\n`)).toBe(true);
      expect(row(text, 'STRIDE')).toContain(` ${rule.stride.join(', ')} |`);
      expect(row(text, 'CWE')).toContain(` ${listed(rule.cwe.map((cwe) => `CWE-${cwe}`))} |`);
      expect(row(text, 'CAPEC')).toBe(
        rowOf(
          'CAPEC',
          (rule.capec ?? []).map((id) => `CAPEC-${id}`),
        ),
      );
      expect(row(text, 'OWASP ASVS 5.0')).toBe(rowOf('OWASP ASVS 5.0', rule.asvs ?? []));
      for (const edition of ['2023', '2019']) {
        const ids = rule.owasp.filter((one) => one.endsWith(edition));
        expect(row(text, `OWASP API Security Top 10, ${edition}`)).toContain(` ${listed(ids)} |`);
      }
      for (const stub of Object.values(rule.stubs)) expect(section(text, 'What to do')).toContain(stub);
      expect(section(text, 'What to do')).toContain(`\n${specFixInWords(id)}\n`);
      expect(section(text, 'When the finding is wrong')).toContain(rule.falsePositive);
    });

    it('flags its flagged example', () => {
      const found = findings(example(text, 'Flagged')).filter((one) => one.rule === id);
      expect(found.length).toBeGreaterThan(0);
      for (const { evidence } of found) {
        expect(evidence.message).not.toContain('undefined');
        expect(evidence.at.block.text.slice(evidence.at.start, evidence.at.end)).not.toBe('');
        if (evidence.cause !== '') expect(evidence.causeMessage?.(3)).toContain('3');
      }
    });

    it('leaves its other example alone', () => {
      expect(findings(example(text, 'Not flagged')).filter((one) => one.rule === id)).toEqual([]);
    });
  });
});
