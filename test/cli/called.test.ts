import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const spec = (title: string, path: string) => `openapi: 3.0.3
info: { title: ${title}, version: "1" }
servers: [{ url: http://${path}.example }]
paths:
  /${path}: { get: { responses: { "200": { description: ok } } }, post: { responses: { "201": { description: ok } } } }
`;
const MODEL = `stridewise: 1
apis: { store: { spec: openapi.yaml } }
components: { payments: { kind: external, spec: vendor/pay.yaml } }
flows: { store -> payments: {} }
threats: { fake: { title: A fake provider answers, affects: payments POST /charges, stride: spoofing } }
`;
const FILES = {
  'openapi.yaml': spec('Store', 'orders'),
  'vendor/pay.yaml': spec('Pay', 'charges'),
  'shop.threats.yaml': MODEL,
};

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly severity: string;
}

describe('check, where a component has a `spec`', () => {
  it('tells what people wrote there and what nobody answered, and nothing that a rule would find', async () => {
    const { stdout } = await stridewise(scratchFolder(FILES), ['check', '--format', 'json']);
    const told = JSON.parse(stdout);
    const { $schema, ...schema } = JSON.parse(readFileSync('schemas/findings.schema.json', 'utf8'));
    const isOurs = new Ajv({ strict: false, unicodeRegExp: false }).compile(schema);
    expect(isOurs(told), JSON.stringify(isOurs.errors)).toBe(true);
    const there = told.findings.filter(({ file }: Found) => file === 'vendor/pay.yaml');
    expect(there.map(({ rule, severity }: Found) => `${rule} ${severity}`)).toEqual([
      'written-threat warning',
      'unanswered information',
      'unanswered information',
    ]);
    expect(told.apis).toMatchObject([
      { api: 'store', file: 'openapi.yaml', operations: 2 },
      { api: 'payments', file: 'vendor/pay.yaml', called: true, operations: 2 },
    ]);
    expect(told.apis[0]).not.toHaveProperty('called');
    expect(told.problems).toEqual([]);
  });

  it('counts it apart from the APIs', async () => {
    const { stdout } = await stridewise(scratchFolder(FILES), ['check']);
    expect(stdout).toContain('payments  vendor/pay.yaml, 2 operations that we call');
    expect(stdout).toContain('1 API, 2 operations · 2 operations of others');
  });

  it('is SARIF at the line of the operation', async () => {
    const { stdout } = await stridewise(scratchFolder(FILES), ['check', '--format', 'sarif']);
    const [{ results }] = JSON.parse(stdout).runs;
    const written = results.filter(({ ruleId }: { ruleId: string }) => ruleId.includes('fake'));
    expect(written).toHaveLength(1);
    expect(written[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'vendor/pay.yaml' },
      region: { startLine: 5 },
    });
  });

  it('finds the model of a description that only its component names', async () => {
    const { stdout } = await stridewise(scratchFolder({ ...FILES, '.git/': '' }), [
      'check',
      'vendor/pay.yaml',
      '--format',
      'json',
    ]);
    const rules = JSON.parse(stdout).findings.map(({ rule }: Found) => rule);
    expect(new Set(rules)).toEqual(new Set(['written-threat', 'unanswered']));
  });
});
