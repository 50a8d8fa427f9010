import { describe, expect, it } from 'vitest';
import { explainReferences, referencesOf } from '../../server/src/core/features';
import { RULES, ruleById } from '../../server/src/core/rules';

describe('what a rule is known as', () => {
  it('has its ids with titles and addresses, by list', () => {
    const rule = ruleById('cross-site-request');
    expect(rule && referencesOf(rule)).toEqual([
      {
        source: 'OWASP API Security Top 10',
        references: [
          { id: 'API8:2023', title: '', url: '' },
          { id: 'API7:2019', title: '', url: '' },
        ],
      },
      {
        source: 'CWE',
        references: [
          {
            id: 'CWE-352',
            title: 'Cross-Site Request Forgery (CSRF)',
            url: 'https://cwe.mitre.org/data/definitions/352.html',
          },
        ],
      },
      {
        source: 'CAPEC',
        references: [{ id: 'CAPEC-62', title: '', url: 'https://capec.mitre.org/data/definitions/62.html' }],
      },
      {
        source: 'OWASP ASVS 5.0',
        references: [
          { id: '3.5.1', title: 'Browser Origin Separation', url: '' },
          { id: '3.5.2', title: 'Browser Origin Separation', url: '' },
        ],
      },
    ]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s has a title for each weakness and requirement',
    (_, rule) => {
      const titled = referencesOf(rule).filter(({ source }) => source === 'CWE' || source === 'OWASP ASVS 5.0');
      expect(titled.flatMap(({ references }) => references.filter(({ title }) => title === ''))).toEqual([]);
    },
  );

  it('leaves out lists that are empty', () => {
    expect(referencesOf({ owasp: [], cwe: [], capec: [] })).toEqual([]);
    expect(explainReferences({ owasp: [], cwe: [] })).toBe('');
  });

  it('links in Markdown, and keeps what people wrote plain', () => {
    const page = explainReferences({ owasp: ['[x](http://e)'], cwe: [79, 99999999] });
    expect(page).toContain('- OWASP API Security Top 10: \\[x\\]\\(http\\://e\\)');
    expect(page).toContain('[CWE-79](https://cwe.mitre.org/data/definitions/79.html) Improper Neutralization');
    expect(page).toContain('[CWE-99999999]');
    expect(page.startsWith('## Known as\n\n')).toBe(true);
  });
});
