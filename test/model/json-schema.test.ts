import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answersSchema, modelSchema } from '../../server/src/core';
import { readModel } from '../../server/src/core/model';
import { EXAMPLE_HEAD, EXAMPLES } from '../../server/src/core/model/schema/examples';
import { SECTIONS } from '../../server/src/core/model/schema/sections';
import { openDocument } from '../../server/src/core/text';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(modelSchema());

/** What the schema has against a model, as `place: message`. */
function complaints(text: string): string[] {
  return validate(parse(text)) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
}

/** Problems that a file has in itself, whatever it speaks of. */
function problems(text: string): string[] {
  return readModel(openDocument('file:///workspace/a.threats.yaml', text, 'model')).problems.map(({ code }) => code);
}

const whole = EXAMPLE_HEAD + Object.values(EXAMPLES).join('');

describe('The JSON Schema of the language', () => {
  test('has every section and every key', () => {
    const schema = modelSchema() as unknown as {
      properties: Record<string, object>;
      definitions: Record<string, { anyOf?: object[]; properties?: object }>;
    };
    expect(Object.keys(schema.properties)).toEqual(SECTIONS.map(({ name }) => name));
    for (const { name, keys, value } of SECTIONS) {
      const entry = schema.definitions[name];
      const map = entry?.anyOf === undefined ? entry : (entry.anyOf[0] as { properties: object });
      if (value === null) expect(Object.keys(map?.properties ?? {})).toEqual(keys.map((key) => key.name));
    }
  });

  test('is the one that is shipped; if not: node scripts/catalogue.mjs', () => {
    const file = new URL('../../schemas/threat-model.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(modelSchema());
    const answers = new URL('../../schemas/x-stridewise.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(answers, 'utf8'))).toEqual(answersSchema());
  });

  test('of answers in descriptions takes what stands there, and no more', () => {
    const isOurs = new Ajv({ allowUnionTypes: true }).compile(answersSchema());
    const answer = { strategy: 'accept', covers: 'all', reason: 'r', owner: 'o', until: '2027-05-01' };
    expect(isOurs({ mitigations: { a: answer }, notApplicable: { spoofing: 'No' }, 'x-mine': 1 })).toBe(true);
    expect(isOurs(null)).toBe(true);
    expect(isOurs({ threats: {} })).toBe(false);
    expect(isOurs({ mitigations: { a: { ...answer, untill: 'x' } } })).toBe(false);
  });

  test.each([
    ['the examples of all sections', whole],
    [
      'what is still to be filled in',
      'stridewise: 1\nmitigations:\n  a: { strategy: accept, covers: TODO, reason: TODO why, until: TODO, owner: TODO }\nrisk: { bands: TODO, matrix: TODO }\n',
    ],
    [
      'how risk is rated',
      `stridewise: 1\nrisk: { method: pasta, bands: { high: 6 }, discoverability: fixed, matrix: [${Array(5).fill('[low, low, low, low, high]').join(', ')}] }\n`,
    ],
    ['keys of one’s own', 'stridewise: 1\nx-team: { a: 1 }\nthreats:\n  a: { x-score: [1], stride: S }\n'],
    [
      'values that YAML reads as numbers',
      'stridewise: 1\nthreats:\n  a: { cwe: [639, "22"], title: 2026 }\ncomponents:\n  b: { ports: 443 }\n',
    ],
    [
      'a rule with parameters',
      'stridewise: 1\nrules:\n  unbounded-page-size: { level: low, reason: Small, maximum: 500 }\n',
    ],
  ])('lets through %s', (_, text) => {
    expect(complaints(text)).toEqual([]);
    expect(problems(text).filter((code) => code !== 'todo' && code !== 'missing-key')).toEqual([]);
  });

  test.each([
    ['unknown-key', 'owners: me'],
    ['unknown-key', 'apis: { a: { specs: ./a.yaml } }'],
    ['unknown-word', 'apis: { a: { spec: ./a.yaml, exposure: everywhere } }'],
    ['unknown-word', 'threats: { a: { stride: spying } }'],
    ['malformed-date', 'reviewed: yesterday'],
    ['malformed-duration', 'reviewEvery: 90'],
    ['malformed-percentage', 'mitigations: { a: { effect: much } }'],
    ['malformed-vector', 'threats: { a: { dread: 8/9/7 } }'],
    ['malformed-vector', 'threats: { a: { dread: { damage: 11 } } }'],
    ['unknown-key', 'threats: { a: { dread: { harm: 1 } } }'],
    ['unknown-word', 'threats: { a: { owaspRating: { likelihood: often } } }'],
    ['malformed-vector', 'risk: { bands: 4/7 }'],
    ['malformed-matrix', 'risk: { matrix: [[low, high]] }'],
    ['malformed-matrix', 'risk: { matrix: high }'],
    ['wrong-type', 'threats: [a]'],
    ['wrong-type', 'threats: { a: { cwe: sixhundred } }'],
    ['wrong-type', 'threats: { a: text }'],
    ['wrong-type', 'title: [a, b]'],
    ['unknown-version', ''],
  ])('refuses %s in %j, as we do', (code, line) => {
    const text = code === 'unknown-version' ? 'stridewise: 2\n' : `stridewise: 1\n${line}\n`;
    expect(problems(text)).toContain(code);
    expect(complaints(text)).not.toEqual([]);
  });
});
