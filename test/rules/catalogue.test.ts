import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTROLS } from '../../server/src/core/controls';
import { RULES, ruleById } from '../../server/src/core/rules';
import { STRIDE } from '../../server/src/core/rules/types';

/** Discouraged for mapping, or categories and views: no finding may carry them. */
const FORBIDDEN = new Set([20, 74, 200, 284, 285, 287, 311, 345, 400, 2, 16, 388, 1008]);
const OWASP = /^API([1-9]|10):20(19|23)$/;
const folder = (path: string) => readdirSync(new URL(`../../${path}`, import.meta.url));
const rulesOf = (stride: string) => folder(`server/src/core/rules/${stride}`).map((file) => file.replace('.ts', ''));

describe('the catalogue of rules', () => {
  it('has two rules or more in each category', () => {
    for (const stride of STRIDE)
      expect(RULES.filter((rule) => rule.stride[0] === stride).length, stride).toBeGreaterThan(1);
  });

  it.each(STRIDE)('index and folder agree on %s', (stride) => {
    const listed = RULES.filter((rule) => rule.stride[0] === stride).map((rule) => rule.id);
    expect(rulesOf(stride).sort()).toEqual(listed.sort());
  });

  it('finds rules by id', () => {
    expect(ruleById('injection')?.id).toBe('injection');
    expect(ruleById('nothing')).toBeUndefined();
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is complete', (_id, rule) => {
    expect(rule.owasp.length).toBeGreaterThan(0);
    for (const id of rule.owasp) expect(id).toMatch(OWASP);
    for (const cwe of rule.cwe) expect(FORBIDDEN.has(cwe)).toBe(false);
    for (const factor of rule.dread) expect(factor >= 0 && factor <= 10).toBe(true);
    const texts = [
      rule.title,
      rule.impact,
      rule.falsePositive,
      rule.mend,
      ...rule.dreadReasons,
      ...Object.values(rule.stubs),
    ];
    for (const text of texts) expect(text.trim().length).toBeGreaterThan(5);
    expect(new Set(rule.stride).size).toBe(rule.stride.length);
  });

  it('every control answers a rule, and every rule has a control', () => {
    for (const control of CONTROLS) expect(control.answers.length, control.id).toBeGreaterThan(0);
    const known = new Set(CONTROLS.map((control) => control.id));
    for (const rule of RULES) for (const id of rule.controls) expect(known.has(id), `${rule.id}: ${id}`).toBe(true);
    for (const rule of RULES) expect(rule.controls.length, rule.id).toBeGreaterThan(0);
  });
});
