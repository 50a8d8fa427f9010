import { describe, expect, it } from 'vitest';
import { clausesNamed, REGULATIONS, regulationOf } from '../../server/src/core/catalogue';
import { CONTROLS } from '../../server/src/core/controls';
import { RULES } from '../../server/src/core/rules';

const NUMBERS: Readonly<Record<string, RegExp>> = {
  GDPR: /^Art \d+(?:-\d+|\(\d\)(?:\([a-z]\))?)?$/,
  'PCI DSS': /^\d{1,2}\.\d$/,
  HIPAA: /^164\.312\([a-e]\)(?:\(\d\))?$/,
  'SOC 2': /^(?:CC\d|A1|C1)\.\d$/,
};
const ALL = REGULATIONS.flatMap(({ name, clauses }) => clauses.map((clause) => ({ name, clause })));

describe('Regulations', () => {
  it('are known by the names that people write, and others are labels', () => {
    for (const name of ['GDPR', 'gdpr', 'EU-GDPR', 'DSGVO']) expect(regulationOf(name)?.name).toBe('GDPR');
    for (const name of ['PCI DSS', 'PCI-DSS 4.0', 'pci dss v4.0.1', 'PCI'])
      expect(regulationOf(name)?.name).toBe('PCI DSS');
    for (const name of ['SOC 2', 'SOC2', 'SOC 2 Type II']) expect(regulationOf(name)?.name).toBe('SOC 2');
    expect(regulationOf('HIPAA')?.name).toBe('HIPAA');
    for (const name of ['', 'ISO 27001', 'Our own rules', 'GDPR and more']) expect(regulationOf(name)).toBeUndefined();
  });

  it('ask a short list each, every question once', () => {
    for (const { name, clauses } of REGULATIONS) {
      expect(clauses.length, name).toBeGreaterThanOrEqual(5);
      expect(clauses.length, name).toBeLessThanOrEqual(9);
      expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
      expect(new Set(clauses.map(({ number }) => number)).size).toBe(clauses.length);
    }
  });

  it.each(ALL.map((one) => [`${one.name} ${one.clause.number}`, one] as const))(
    '%s is numbered as there, and speaks of rules and controls that there are',
    (_, { name, clause }) => {
      expect(clause.number).toMatch(NUMBERS[name] ?? /^$/);
      expect(clause.question).toMatch(/^[A-Z].*\?$/);
      expect(clause.topic).toMatch(/^[a-z]/);
      const rules = new Set(RULES.map(({ id }) => id));
      const controls = new Set(CONTROLS.map(({ id }) => id));
      expect(clause.rules.filter((id) => !rules.has(id))).toEqual([]);
      expect(clause.controls.filter((id) => !controls.has(id))).toEqual([]);
    },
  );

  it('have questions whose names are no rule and no control, so that a statement means one thing', () => {
    const taken = new Set([...RULES, ...CONTROLS].map(({ id }) => id));
    expect(ALL.map(({ clause }) => clause.id).filter((id) => taken.has(id) || !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual(
      [],
    );
  });

  it('share the questions that several ask', () => {
    const asking = (id: string) =>
      clausesNamed(id).map(({ regulation, clause }) => `${regulation.name} ${clause.number}`);
    expect(asking('encryption-in-transit')).toEqual(['PCI DSS 4.2', 'HIPAA 164.312(e)(1)', 'SOC 2 CC6.7']);
    expect(asking('nothing')).toEqual([]);
  });
});
