import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../server/src/cli/formats/json';
import { cutOf, toSarif } from '../../server/src/cli/formats/sarif';
import { toText } from '../../server/src/cli/formats/text';
import { exitCodeOf } from '../../server/src/cli/report/gate';
import { plainPainter } from '../../server/src/cli/terminal';
import { load } from '../support/check';
import { SHOP } from '../support/shop';
import { reported, reportOf, sampleFinding, writtenThreat } from './sample-report';

const require = createRequire(import.meta.url);
/** Without the name of its draft: SARIF's schema uses nothing in which the drafts differ, and ajv knows only newer ones. */
const schemaOf = (path: string): object => {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  return schema;
};
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schemaOf(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
const isOurs = ajv.compile(schemaOf('schemas/findings.schema.json'));

const where = { path: '/shop/api/openapi.yaml', range: reported().location.range };
const problem = { code: 'unknown-key', message: 'No such key', severity: 'error', location: where } as const;
const unread = { path: '/elsewhere/a b.yaml', reason: 'may not be read' };

describe('JSON', () => {
  const report = reportOf(
    [
      reported(),
      reported(writtenThreat),
      reported({ apiWide: true, rule: 'unanswered', state: 'unanswered', basis: null }),
    ],
    { problems: [problem], notChecked: [unread] },
  );

  it('is what its schema says', () => {
    expect(isOurs(JSON.parse(toJson(report))), JSON.stringify(isOurs.errors)).toBe(true);
  });

  it('has all risk methods side by side, the one that ranks with the reason and origin of each number', () => {
    const [{ risk, methods }, , question] = JSON.parse(toJson(report)).findings;
    expect(risk.method).toBe('dread');
    expect(methods.map(({ method, ranks }: { method: string; ranks: boolean }) => `${method} ${ranks}`)).toEqual([
      'dread true',
      'owaspRating false',
      'pasta false',
    ]);
    expect(methods[0].factors[0]).toEqual({ name: 'damage', value: 8, maximum: 10, reason: 'a', origin: 'rule' });
    expect(methods[1]).toMatchObject({ method: 'owaspRating', level: expect.any(String) });
    expect(methods[2]).not.toHaveProperty('factors');
    expect(question).not.toHaveProperty('methods');
  });

  it('counts lines and columns from 1 and names the operation', () => {
    const [first, threat, wide] = JSON.parse(toJson(report)).findings;
    expect(first).toMatchObject({
      method: 'GET',
      path: '/orders/{orderId}',
      operationId: 'getOrder',
      part: 'path.orderId',
      file: 'openapi.yaml',
      range: { start: { line: 10, column: 5 }, end: { line: 10, column: 8 } },
    });
    expect(threat.threat).toBe('enumerate');
    expect(threat.attacks).toEqual(['mass-enumeration', 'carpets']);
    expect(first).not.toHaveProperty('attacks');
    expect(wide).not.toHaveProperty('method');
    expect(wide.operations).toEqual([{ method: 'GET', path: '/orders/{orderId}' }]);
  });

  it('counts the states of each category', () => {
    expect(JSON.parse(toJson(report)).apis[0].coverage.spoofing).toEqual({ mitigated: 1 });
  });
});

describe('SARIF', () => {
  const log = (report = reportOf([reported()])) => JSON.parse(toSarif(report));

  it('validates against the published schema', () => {
    const report = reportOf([reported(), reported(writtenThreat)], { problems: [problem], notChecked: [unread] });
    expect(isSarif(log(report)), JSON.stringify(isSarif.errors)).toBe(true);
  });

  it('gives the severity on the scale of CVSS, whatever method ranks', () => {
    const risk = { method: 'pasta', inherent: 3.5, residual: 3.5, level: 'high', rank: 7.04 } as const;
    const [run] = log(reportOf([reported({ risk })])).runs;
    expect(run.tool.driver.rules[0].properties['security-severity']).toBe('7.0');
    expect(run.results[0]).toMatchObject({ rank: 70.4, properties: { riskMethod: 'pasta', residualRisk: 3.5 } });
  });

  it('points from the root of the repository', () => {
    const { physicalLocation } = log().runs[0].results[0].locations[0];
    expect(physicalLocation).toEqual({
      artifactLocation: { uri: 'api/openapi.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 10, startColumn: 5, endLine: 10, endColumn: 8 },
    });
  });

  it('tells rules by the highest residual risk of the run', () => {
    const low = reported({ risk: { method: 'dread', inherent: 2, residual: 2, level: 'low', rank: 2 } });
    const [rule] = log(reportOf([low, reported()])).runs[0].tool.driver.rules;
    expect(rule.properties['security-severity']).toBe('7.6');
    expect(rule.properties.tags).toEqual(expect.arrayContaining(['security', 'external/cwe/cwe-639', 'API1:2023']));
    expect(rule.properties.tags).toEqual(expect.arrayContaining(['external/capec/capec-1', 'external/asvs-5.0/8.2.2']));
    expect(rule.help.markdown).toContain('## When this is wrong');
    expect(rule.help.markdown).toContain('- OWASP ASVS 5.0: 8.2.2 General Authorization Design');
  });

  it('relates rules to the weaknesses of a taxonomy', () => {
    const strange = reported({ ...writtenThreat, cwe: [639, 22, 999999] });
    const { tool, taxonomies } = log(reportOf([reported(), strange])).runs[0];
    expect(taxonomies.map(({ name, taxa }: { name: string; taxa: object[] }) => [name, taxa])).toEqual([
      [
        'CWE',
        [
          { id: '22', shortDescription: { text: expect.stringContaining('Path Traversal') } },
          { id: '639', shortDescription: { text: 'Authorization Bypass Through User-Controlled Key' } },
          { id: '999999' },
        ],
      ],
    ]);
    expect(tool.driver.supportedTaxonomies).toEqual([{ name: 'CWE', index: 0 }]);
    expect(tool.driver.rules[0].relationships).toEqual([
      { target: { id: '639', toolComponent: { name: 'CWE', index: 0 } }, kinds: ['relevant'] },
    ]);
  });

  it('a result names those of its rule’s weaknesses that it shows', () => {
    const { definition } = sampleFinding;
    const both = definition === null ? null : { ...definition, cwe: [639, 863] };
    const { results, tool, taxonomies } = log(reportOf([reported({ cwe: [863], definition: both })])).runs[0];
    expect(results[0].taxa).toEqual([{ id: '863', toolComponent: { name: 'CWE', index: 0 } }]);
    expect(tool.driver.rules[0].relationships).toHaveLength(2);
    expect(taxonomies[0].taxa).toHaveLength(2);
  });

  it('has no taxonomy where no rule names a weakness', () => {
    const run = log(reportOf([reported({ cwe: [], definition: null })])).runs[0];
    expect([run.taxonomies, run.tool.driver.rules[0].relationships]).toEqual([undefined, undefined]);
  });

  it('makes every written threat a rule of its own', () => {
    const { results, tool } = log(reportOf([reported(), reported(writtenThreat)])).runs[0];
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['ownership', 'written-threat/enumerate']);
    expect(tool.driver.rules[1].id).toBe('written-threat/enumerate');
  });

  it('leaves out what is answered', () => {
    expect(log(reportOf([reported({ severity: 'hint', state: 'accepted' })])).runs[0].results).toEqual([]);
  });

  it('keeps within what GitHub takes', () => {
    const operations = Array.from({ length: 1200 }, () => sampleFinding.operations).flat();
    const many = Array.from({ length: 5100 }, () => reported());
    const { results } = log(reportOf([reported({ operations }), ...many])).runs[0];
    expect(results).toHaveLength(5000);
    expect(results[0].locations).toHaveLength(1);
    expect(results[0].locations[0].logicalLocations).toHaveLength(100);
  });
});

describe('what the limit of SARIF leaves out', () => {
  const minor = reported({ risk: { method: 'dread', inherent: 2, residual: 2, level: 'low', rank: 2 } });

  it('is the least risky, and it is said', () => {
    const risky = Array.from({ length: 4999 }, () => reported());
    const report = reportOf([...risky, minor, minor, minor]);
    const [run] = JSON.parse(toSarif(report)).runs;
    expect(run.results).toHaveLength(5000);
    const risks = run.results.map(
      ({ properties }: { properties: { residualRisk: number } }) => properties.residualRisk,
    );
    expect(risks.filter((risk: number) => risk === 2)).toHaveLength(1);
    const words = 'SARIF holds the 5000 riskiest of 5002 open findings, as many as GitHub takes; JSON holds all.';
    expect(cutOf(report)).toBe(words);
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { descriptor: { id: 'results-left-out' }, level: 'warning', message: { text: words } },
    ]);
    expect(isSarif(JSON.parse(toSarif(report))), JSON.stringify(isSarif.errors)).toBe(true);
  });

  it('is nothing up to the limit', () => {
    expect(cutOf(reportOf(Array.from({ length: 5000 }, () => minor)))).toBeNull();
  });
});

describe('text', () => {
  it('prints nothing that a terminal would obey', () => {
    const evil = reported({ message: 'GET /\u001b]0;title\u0007 \u202ereversed', rule: 'a\nb' });
    const text = toText(
      reportOf([evil], { notChecked: [{ path: '/a\u001b', reason: 'x\u009b' }] }),
      plainPainter,
      null,
    );
    expect(text).not.toMatch(/[^\n\u0020-\u007e·]/);
  });

  it('ranks what is open and counts what is answered', () => {
    const text = toText(reportOf([reported(), reported({ state: 'accepted', severity: 'hint' })]), plainPainter, null);
    expect(text.split('\n')[0]).toBe(`high      7.6  ${sampleFinding.message}`);
    expect(text).toContain('openapi.yaml:10:5');
    expect(text).toContain('1 open threat (1 at or above the bar) and 1 answered one');
  });

  it('names the API where there are several', () => {
    const one = reportOf([reported()]);
    expect(toText(one, plainPainter, null)).toMatch(/^ +ownership · /m);
    expect(toText({ ...one, apis: [...one.apis, ...one.apis] }, plainPainter, null)).toMatch(
      /^ +store · ownership · /m,
    );
  });

  it('says what its words mean, those alone that it uses', () => {
    const words = (certainty: 'shown' | 'silent', failOn: 'low' | null) =>
      toText(reportOf([reported({ certainty })]), plainPainter, failOn);
    expect(words('shown', null)).toMatch(/^shown {10}the description shows it$/m);
    expect(words('shown', null)).not.toMatch(/^silent/m);
    expect(words('silent', null)).toMatch(/^silent {9}the description does not say:/m);
    expect(words('shown', null)).toMatch(/^the bar {8}high: .*--fail-on/m);
    expect(words('shown', 'low')).toMatch(/^the bar {8}low: /m);
    expect(words('shown', null)).toMatch(/^threatened {5}open\nunanswered {5}nobody has answered yet$/m);
    expect(words('shown', null)).not.toMatch(/^(?:mitigated|accepted) /m);
    expect(words('shown', null)).toMatch(/^ {2}spoofing +1 mitigated {2}\(someone passes for somebody else\)$/m);
  });
});

describe('the bar', () => {
  it('is named for goals that accept less than their model', () => {
    const model = 'stridewise: 1\napis: { shop: ./openapi.yaml }\nrisk: { acceptable: medium }\n';
    const [named] = load(`${SHOP}  {}\n//- shop.threats.yaml\n${model}`).analysis.apis;
    if (named === undefined) throw new Error('no API');
    const finding = { ...reported({ acceptable: 'low' }), api: named };
    const other = { ...reported({ acceptable: 'medium' }), api: named };
    expect(toText(reportOf([other], { apis: [named] }), plainPainter, null)).toMatch(/^the bar {8}high: /m);
    expect(toText(reportOf([finding, other], { apis: [named] }), plainPainter, null)).toMatch(
      /^the bar {8}medium or high, by what each model and goal accepts: /m,
    );
  });
});

describe('exit code', () => {
  const medium = reported({ risk: { method: 'dread', inherent: 5, residual: 5, level: 'medium', rank: 5 } });

  it('is 1 from high where there is no model, or from the given level', () => {
    expect(exitCodeOf(reportOf([reported()]), null)).toBe(1);
    expect(exitCodeOf(reportOf([medium]), null)).toBe(0);
    expect(exitCodeOf(reportOf([medium]), 'medium')).toBe(1);
    expect(exitCodeOf(reportOf([reported()]), 'critical')).toBe(0);
  });

  it('is 0 for what is only information, whatever its level', () => {
    expect(exitCodeOf(reportOf([reported({ severity: 'information' })]), 'low')).toBe(0);
  });

  it('is 1 for an error in a file', () => {
    expect(exitCodeOf(reportOf([], { problems: [problem] }), null)).toBe(1);
    expect(exitCodeOf(reportOf([], { problems: [{ ...problem, severity: 'warning' }] }), null)).toBe(0);
  });
});
