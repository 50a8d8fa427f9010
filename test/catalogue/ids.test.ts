import { describe, expect, it } from 'vitest';
import {
  ATTACK_NAMES,
  asvsSection,
  capecOf,
  isUnmappable,
  techniqueOf,
  techniques,
  weaknessOf,
} from '../../server/src/core/catalogue';
import { CONTROLS } from '../../server/src/core/controls';
import { RULES } from '../../server/src/core/rules';

const TECHNIQUES = techniques();
const OWASP = /^API([1-9]|10):20(19|23)$/;

describe.each([...RULES, ...TECHNIQUES].map((one) => [one.id, one] as const))('%s', (_, one) => {
  it('names weaknesses that CWE lets a finding have; a number that is missing: run scripts/catalogue.mjs', () => {
    const mappings = one.cwe.map((cwe) => [cwe, weaknessOf(cwe)?.mapping ?? 'missing']);
    expect(mappings.filter(([, mapping]) => mapping !== 'allowed' && mapping !== 'review')).toEqual([]);
  });

  it('names attack patterns that CWE links to one of its weaknesses', () => {
    const linked = capecOf(one.cwe);
    expect((one.capec ?? []).filter((id) => !linked.includes(id))).toEqual([]);
  });

  it('names risks of the OWASP API Security Top 10', () => {
    expect(one.owasp.filter((id) => !OWASP.test(id))).toEqual([]);
    expect(new Set(one.owasp).size).toBe(one.owasp.length);
  });
});

describe('requirements of OWASP ASVS 5.0', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s names such as there are', (_, rule) => {
    expect((rule.asvs ?? []).filter((id) => asvsSection(id) === undefined)).toEqual([]);
  });

  it('has the section of each, and none for an id out of range or of another form', () => {
    expect(asvsSection('8.2.2')).toBe('General Authorization Design');
    expect(asvsSection('10.4.16')).toBe('OAuth Authorization Server');
    for (const id of ['8.2.0', '8.2.5', '10.4.17', '18.1.1', '8.2', 'V8.2.2', '8.2.2.1', '']) {
      expect(asvsSection(id), id).toBeUndefined();
    }
  });
});

describe('techniques', () => {
  const rules = new Set(RULES.map(({ id }) => id));
  const controls = new Set(CONTROLS.map(({ id }) => id));

  it.each(TECHNIQUES.map((one) => [one.id, one] as const))(
    '%s speaks of rules, controls and ATT&CK ids that there are',
    (_, one) => {
      expect(one.rules.filter((id) => !rules.has(id))).toEqual([]);
      expect(one.controls.filter((id) => !controls.has(id))).toEqual([]);
      expect(one.attack.filter((id) => ATTACK_NAMES[id] === undefined)).toEqual([]);
      expect(one.controls).not.toEqual([]);
      expect(one.meets).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('has a name for every ATT&CK id in use, and no other', () => {
    expect(Object.keys(ATTACK_NAMES).sort()).toEqual([...new Set(TECHNIQUES.flatMap(({ attack }) => attack))].sort());
  });

  it('are found by every name of theirs, and no name is shared', () => {
    const found = TECHNIQUES.flatMap((one) =>
      [one.id, one.name, ...one.also].map((name) => [name, techniqueOf(name)?.id, one.id]),
    );
    expect(found.filter(([, was, is]) => was !== is)).toEqual([]);
  });

  it.each([
    ['Man-in-the-Middle attack', 'man-in-the-middle'],
    ['MITM', 'man-in-the-middle'],
    ['ARP spoofing', 'arp-spoofing'],
    ['key logger', 'keylogger'],
    ['computer worm', 'worm'],
    ['SQL Injection', 'sql-injection'],
    ['rootkits', undefined],
    ['rootkit', 'rootkit'],
    ['spyware', 'spyware'],
    ['credential_stuffing', 'credential-stuffing'],
    ['replay', 'token-replay'],
    ['forced browsing', 'forced-browsing'],
    ['mass enumeration', 'mass-enumeration'],
    ['scraping', 'scraping'],
    ['XXE', 'xxe'],
    ['deserialisation', 'unsafe-deserialization'],
    ['HTTP request smuggling', 'request-smuggling'],
    ['web cache poisoning', 'cache-poisoning'],
    ['BOLA', 'idor'],
    ['SSRF', 'ssrf'],
    ['', undefined],
    ['attack', undefined],
  ])('%s is %s', (text, id) => {
    expect(techniqueOf(text)?.id).toBe(id);
  });

  it('cover every category of STRIDE first', () => {
    expect([...new Set(TECHNIQUES.map(({ stride }) => stride[0]))].sort()).toEqual(['D', 'E', 'I', 'R', 'S', 'T']);
  });
});

describe('the table of weaknesses', () => {
  it('knows what CWE says of a number', () => {
    expect(weaknessOf(639)).toMatchObject({
      title: 'Authorization Bypass Through User-Controlled Key',
      mapping: 'allowed',
    });
    expect(weaknessOf(200)?.mapping).toBe('discouraged');
    expect(weaknessOf(287)).toMatchObject({ mapping: 'discouraged', better: [1390, 306] });
    expect(weaknessOf(999999)).toBeUndefined();
  });

  it('links patterns once each, ascending', () => {
    expect(capecOf([352, 650])).toEqual([62, 111, 462, 467]);
    expect(capecOf([])).toEqual([]);
  });

  it('tells categories and views from weaknesses', () => {
    expect([2, 16, 388, 1008].map(isUnmappable)).toEqual([true, true, true, true]);
    expect([79, 639].map(isUnmappable)).toEqual([false, false]);
  });
});
