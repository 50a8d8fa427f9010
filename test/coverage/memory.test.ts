import { describe, expect, it } from 'vitest';
import { analysingApi, derivingPieces } from '../../server/src/core/coverage/analyse-api';
import { NO_SETTINGS } from '../../server/src/core/coverage/rule-settings';
import {
  type Analysis,
  analyse,
  changeDocument,
  type Operation,
  openDocument,
  textOf,
} from '../../server/src/core/index';
import { USUAL_RISK } from '../../server/src/core/model';
import { analysing } from '../../server/src/core/risk';
import { appraise } from '../../server/src/core/risk/appraise';
import { finish } from '../../server/src/core/text';
import { load, TODAY } from '../support/check';

const SPEC = `
//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /orders:
    post:
      security: []
      responses: { "201": { description: made } }
  /pets:
    delete:
      security: []
      responses: { "204": { description: gone } }
`;

describe('After an edit', () => {
  it('other operations keep their findings and the fingerprint of what moved stays', () => {
    const { workspace, analysis } = load(SPEC);
    const document = workspace.get('file:///workspace/openapi.yaml');
    if (document === undefined) throw new Error('No document');
    const at = { line: 8, character: 0 };
    const changed = changeDocument(document, [{ range: { start: at, end: at }, text: '      summary: Order\n' }]);
    const relative = (uri: string) => uri.replace('file:///workspace/', '');
    const after = analyse(workspace.with(changed), { today: TODAY, relative });
    const [old, now] = [analysis, after].map(({ apis }) =>
      apis[0]?.findings.filter(({ rule }) => rule === 'missing-authentication'),
    );
    expect(now?.length).toBe(2);
    const pets = (list = now) => list?.find(({ operations }) => operations[0]?.path === '/pets');
    expect(pets()).toBe(pets(old));
    expect(now?.map(({ fingerprint }) => fingerprint)).toEqual(old?.map(({ fingerprint }) => fingerprint));
  });

  it('nothing is derived again where nothing changed', () => {
    const { workspace, analysis } = load(SPEC);
    const relative = (uri: string) => uri.replace('file:///workspace/', '');
    expect(analyse(workspace, { today: TODAY, relative }).apis[0]).toBe(analysis.apis[0]);
  });

  it.each([
    ['others ask for', 'security: [{ other: [] }]', 'security: [{ spare: [] }]'],
    ['the gateway passes on', 'x-google-allow: configured', 'x-google-allow: all'],
  ])('what is said of an operation follows what %s', (_, before, then) => {
    const { workspace } = load(`
//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
x-google-allow: configured
components:
  securitySchemes: { other: { type: http, scheme: bearer }, spare: { type: http, scheme: bearer } }
paths:
  /orders: { post: { security: [{ missing: [] }], responses: { "201": { description: made } } } }
  /pets: { delete: { security: [{ other: [] }], responses: { "204": { description: gone } } } }
`);
    const document = workspace.get('file:///workspace/openapi.yaml') ?? expect.fail();
    const lines = textOf(document).split('\n');
    const line = lines.findIndex((one) => one.includes(before));
    const character = lines[line]?.indexOf(before) ?? 0;
    const range = { start: { line, character }, end: { line, character: character + before.length } };
    const changed = changeDocument(document, [{ range, text: then }]);
    const messages = (one: typeof document) =>
      analyse(workspace.with(one), { today: TODAY }).apis[0]?.findings.map(({ message }) => message);
    expect(messages(document)).not.toEqual(messages(changed));
    expect(messages(changed)).toEqual(messages(openDocument(document.uri, textOf(changed), 'spec')));
  });
});

it('A rule that throws loses itself alone', () => {
  const [api] = load(SPEC).analysis.apis;
  const [first, ...rest] = api?.description.operations ?? [];
  if (api === undefined || first === undefined) throw new Error('No operation');
  const broken: Operation = Object.defineProperty({ ...first }, 'parameters', {
    get: () => {
      throw new Error('broken');
    },
  });
  const description = { ...api.description, operations: [broken, ...rest] };
  const setting = {
    exposure: 'internet',
    newer: 0,
    rules: NO_SETTINGS,
    data: null,
    protected: new Map(),
    attackers: new Map(),
    risk: USUAL_RISK,
    contradicted: [],
    environments: [],
    specPath: 'openapi.yaml',
    today: TODAY,
    called: null,
    appraise,
  } as const;
  const input = { id: 'shop', description, models: [], touches: new Map(), setting };
  const analysis = finish(analysingApi(input, finish(derivingPieces(input))));
  expect(analysis.notChecked.length).toBeGreaterThan(0);
  expect(analysis.notChecked[0]?.reason).toMatch(/^The rule [\w-]+ failed: broken$/);
  expect(analysis.findings.filter(({ rule }) => rule === 'missing-authentication').length).toBeGreaterThan(0);
});

describe('An analysis in steps', () => {
  const told = (analysis: Analysis) =>
    analysis.apis.map(({ findings }) => findings.map(({ rule, message, operations }) => [rule, message, operations]));

  it('gives what one without interruption gives, also where others ask in between', () => {
    const expected = told(load(SPEC).analysis);
    const { workspace } = load(SPEC);
    const [document] = [...workspace.documents.values()];
    if (document === undefined) throw new Error('No document');
    const fresh = workspace.with(openDocument(document.uri, textOf(document)));
    const other = fresh.with(openDocument('file:///workspace/twin.yaml', textOf(document)));
    const options = { today: TODAY };
    const count = stepsOf(analysing(fresh, options));
    expect(count).toBeGreaterThan(6);
    for (let stop = 0; stop < count; stop++) {
      const again = fresh.with(openDocument(document.uri, textOf(document)));
      const steps = analysing(again, options);
      for (let step = 0; step < stop; step++) steps.next();
      expect(told(analyse(again, options))).toEqual(expected);
      expect(told(analyse(other, options)).length).toBe(2);
      expect(told(finish(steps))).toEqual(expected);
    }
  });
});

function stepsOf(steps: Iterator<undefined, Analysis>): number {
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

it('A model names several specifications with a pattern', () => {
  const marked = `${SPEC}//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./*.yaml, exposure: internal }\n`;
  expect(load(marked).analysis.apis).toMatchObject([{ id: 'shop-openapi', exposure: 'internal' }]);
});
