import { describe, expect, test } from 'vitest';
import { accepted, complete, itemNamed, labels } from '../../support/complete';
import { ONE, TWO } from './shop';

const threat = (line: string) => `${TWO}  one:\n    title: A\n    ${line}\n`;
const mitigation = (line: string) => `${TWO}mitigations:\n  one:\n    title: A\n    ${line}\n`;

/** The line of the cursor once the item is accepted. */
function line(source: string, label: string): string {
  const done = complete(source);
  return (accepted(done, label).split('\n')[done.cursor?.line ?? 0] ?? '').trim();
}

const DATES = ['2026-12-24', '2027-02-22', '2027-05-23', '2027-11-24', '2026-11-24'];

describe('Values by what a key takes', () => {
  test.each([
    ['status: $0', ['missing', 'planned', 'implemented', 'verified']],
    ['strategy: ac$0', ['accept']],
    ['due: $0', DATES],
    ['effect: $0', ['20%', '50%', '70%', '80%', '95%']],
    ['in: $0', ['production', 'sandbox']],
    ['in: [production, $0]', ['sandbox']],
    ['owner: $0', ['team-shop']],
  ])('a mitigation: %s', (text, wanted) => expect(labels(complete(mitigation(text)))).toEqual(wanted));

  test.each([
    ['by: $0', ['shopper']],
    ['harms: $0', ['customer']],
    ['stride: [spoofing, S, $0]', ['tampering', 'repudiation', 'disclosure', 'denial', 'elevation']],
    ['title: $0', []],
  ])('a threat: %s', (text, wanted) => expect(labels(complete(threat(text)))).toEqual(wanted));

  test.each([
    [`${ONE}include: $0`, []],
    [`${ONE}reviewEvery: $0`, ['30 days', '90 days', '180 days', '365 days']],
    [`${ONE}reviewed: $0`, ['2026-11-24']],
    [`${ONE.replace('./openapi.yaml, ', '$0, ')}`, ['./openapi.yaml']],
    [`${ONE}data: { c: { schemas: $0 } }`, ['Order']],
    [`${ONE}data: { c: { fields: [$0] } }`, ['email', 'Order.email', 'total', 'Order.total']],
    [`${ONE}goals: { g: { regulation: $0 } }`, ['GDPR', 'PCI DSS', 'HIPAA', 'SOC 2']],
    [`${ONE}actors: { a: { zone: $0 } }`, []],
  ])('%#', (source, wanted) => expect(labels(complete(source))).toEqual(wanted));

  test('what ids are is said beside them', () => {
    expect(itemNamed(complete(mitigation('covers: $0')), 'guessing').detail).toBe('threat · Somebody guesses ids');
    expect(itemNamed(complete(threat('affects: $0')), 'old').detail).toBe('API · The first version');
  });

  test('a word that is chosen may be exchanged for the others', () => {
    expect(labels(complete(mitigation('status: planned$0')))).toEqual([
      'missing',
      'planned',
      'implemented',
      'verified',
    ]);
    expect(line(mitigation('status: planned$0'), 'verified')).toBe('status: verified');
    expect(itemNamed(complete(mitigation('status: planned$0')), 'verified').filterText).toBe('planned');
  });

  test('choices say what they mean', () => {
    expect(itemNamed(complete(mitigation('status: $0')), 'verified').detail).toMatch(/evidence/);
  });
});

describe('Names out of the catalogue', () => {
  test('rules that find something open come first, with their title', () => {
    const done = complete(threat('rule: $0'));
    expect(done.list.items[0]?.detail).toMatch(/^[STRIDE]+ · .* · \d+ open here$/);
    expect(done.list.items.at(-1)?.detail).not.toMatch(/open here/);
  });

  test('controls say what they do', () => {
    const done = complete(mitigation('control: own$0'));
    expect(itemNamed(done, 'ownership-check').detail).toMatch(
      /^The caller must own the object · answers \d+ open here$/,
    );
  });

  test.each([
    ['what is covered at a place', 'covers: denial on GET /orders', /^(?:rate-limiting|pagination|time-limit)$/],
    ['the rule that is covered', 'covers: missing-authentication on GET /debug', /^authentication$/],
    ['a threat', 'covers: guessing', /^ownership-check$/],
  ])('controls that answer %s come first', (_, covers, first) => {
    const threats = 'threats:\n  guessing: { title: Guessing, affects: "GET /orders/{orderId}", stride: elevation }\n';
    const done = complete(`${ONE}${threats}mitigations:\n  a:\n    ${covers}\n    control: $0`);
    expect(labels(done)[0]).toMatch(first);
  });

  test('techniques of the threat’s categories come first, each with a sentence', () => {
    const done = complete(threat('stride: denial\n    attack: $0'));
    expect(done.list.items[0]?.detail).not.toBe('');
    const index = (label: string) => labels(done).indexOf(label);
    expect(index('sql-injection')).toBeGreaterThan(index(labels(done)[0] ?? ''));
    expect(labels(complete(threat('attack: [SQL injection, sql$0]')))).not.toContain('sql-injection');
  });

  test('OWASP ids have titles', () => {
    const done = complete(threat('owasp: API8$0'));
    expect(itemNamed(done, 'API8:2023').detail).toBe('Security Misconfiguration');
    expect(line(threat('owasp: [API8$0]'), 'API8:2023')).toBe('owasp: [API8:2023]');
  });

  test('a CWE is found by its number and by words of its title', () => {
    expect(itemNamed(complete(threat('cwe: 63$0')), '639').detail).toMatch(/User-Controlled Key/);
    expect(labels(complete(threat('cwe: SQL$0')))).toContain('89');
    expect(itemNamed(complete(threat('cwe: SQL$0')), '89').filterText).toMatch(/^89 SQL Injection/);
    expect(line(threat('cwe: SQL$0'), '89')).toBe('cwe: 89');
  });

  test('weaknesses of the threat’s rule come first', () => {
    expect(labels(complete(threat('rule: injection\n    cwe: $0'))).slice(0, 8)).toContain('89');
  });
});

describe('Vectors', () => {
  test('whole ones where nothing stands, the rule’s first', () => {
    const done = complete(threat('rule: injection\n    dread: $0'));
    expect(done.list.items[0]?.detail).toBe('as the rule injection has it');
    expect(done.list.items[0]?.label).toMatch(/^\d+(?:\/\d+){4}$/);
  });

  test('bands begin as they are where nothing is said', () => {
    expect(labels(complete(`${ONE}risk:\n  bands: $0\n`)).slice(0, 2)).toEqual(['4/7/9', '0']);
    expect(accepted(complete(`${ONE}risk:\n  ban$0\n`), 'bands')).toContain('bands: 4/7/9');
  });

  test('at each number its factor and what it means', () => {
    const done = complete(threat('dread: 8/9/$0'));
    expect(labels(done)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(itemNamed(done, '8').detail).toBe('exploitability: takes a changed request');
    expect(line(threat('dread: 8/9/$0'), '8')).toBe('dread: 8/9/8/');
    expect(line(threat('dread: 8/9/$07/8/6'), '10')).toBe('dread: 8/9/10/8/6');
    expect(line(threat('dread: 8/9/7/8/$0'), '6')).toBe('dread: 8/9/7/8/6');
    expect(labels(complete(threat('dread: 8/9/7/8/6/$0')))).toEqual([]);
  });

  test.each([
    ['owaspRating: { agent: 5/$0 }', '9', 'motive: much to gain'],
    ['pasta: 0.6/$0', '0.7', 'vulnerability: likely'],
    ['pasta: { impact: $0 }', '8', 'impact: costs customers'],
    ['dread: { affected: $0 }', '10', 'affected: everybody'],
  ])('%s', (text, label, detail) => expect(itemNamed(complete(threat(text)), label).detail).toBe(detail));
});

describe('What is inserted is valid where it stands', () => {
  const cover = (text: string) => mitigation(text);
  test.each([
    [
      'block',
      'covers: disclosure on store GET /or$0',
      '/orders/{orderId}',
      'covers: disclosure on store GET /orders/{orderId}',
    ],
    [
      'brackets: in quotes as a whole',
      'covers: [disclosure on store GET /or$0]',
      '/orders/{orderId}',
      'covers: ["disclosure on store GET /orders/{orderId}"]',
    ],
    [
      'brackets that the editor closed',
      'covers: [disclosure on store GET /orders/{$0}]',
      '/orders/{orderId}',
      'covers: ["disclosure on store GET /orders/{orderId}"]',
    ],
    [
      'quotes that are open',
      'covers: ["disclosure on store GET /or$0',
      '/orders/{orderId}',
      'covers: ["disclosure on store GET /orders/{orderId}"',
    ],
    [
      'quotes',
      'covers: ["disclosure on store GET /or$0", x]',
      '/orders/{orderId}',
      'covers: ["disclosure on store GET /orders/{orderId}", x]',
    ],
    [
      'single quotes',
      "covers: 'disclosure on store GET /or$0'",
      '/orders/{orderId}',
      "covers: 'disclosure on store GET /orders/{orderId}'",
    ],
    ['behind the colon without a blank', 'status:$0', 'planned', 'status: planned'],
    ['before a word', 'status: $0implemented', 'verified', 'status: verified'],
    ['before a word of a statement', 'covers: $0disclosure on store', 'tampering', 'covers: tampering on store'],
    ['before a comment', 'status: $0 # when?', 'planned', 'status: planned # when?'],
    ['a pattern', 'covers: all on store ANY /$0', '/**', 'covers: all on store ANY /**'],
  ])('%s', (_, text, label, wanted) => expect(line(cover(text), label)).toBe(wanted));

  test('an item of a list without its dash gets one, at the column of the others', () => {
    expect(line(cover('in:\n      - production\n      $0'), 'sandbox')).toBe('- sandbox');
    const done = complete(cover('in:\n      - production\n    sa$0'));
    expect(accepted(done, 'status')).toContain('      - production\n    status: planned\n');
    expect(line(cover('in:\n      $0'), 'sandbox')).toBe('- sandbox');
  });

  test('the filter begins with what the edit replaces', () => {
    const item = itemNamed(complete(cover('covers: [disclosure on store GET /or$0]')), '/orders/{orderId}');
    expect(item.filterText.startsWith('disclosure on store GET /orders/{orderId}')).toBe(true);
  });

  test('tabs are no indentation', () => {
    expect(labels(complete(`${ONE}mitigations:\n\t$0`))).toEqual([]);
  });

  test.each(['# st$0', 'title: x # st$0', 'notes: |\n      st$0'])('nothing in comments and long texts: %s', (text) => {
    expect(labels(complete(mitigation(text).replace('    title: A\n', '')))).toEqual([]);
  });
});

describe('A text that does not parse', () => {
  test.each([
    ['a bracket left open before', 'covers: [a, b\n  two:\n    title: T\n    status: $0'],
    ['a quote left open before', 'reason: "and\n  two:\n    title: T\n    status: $0'],
    ['a line that is nothing', 'xx yy\n    {{\n    status: $0'],
    ['a bracket left open behind', 'status: $0\n  two: { title: ['],
  ])('%s', (_, text) => expect(labels(complete(mitigation(text)))[0]).toBe('missing'));
});
