import { describe, expect, it } from 'vitest';
import { analyse, openDocument } from '../../server/src/core/index';
import { analysisOf, type Files, toldIn, workspaceOf } from '../support/told';

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /a:
    post: { security: [], requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }, responses: {} }
  /b:
    post: { security: [], requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }, responses: {} }
  /c: { get: { responses: { '200': { description: All, content: { text/json: { schema: { type: object, properties: { email: {}, pan: {}, x: {} } } } } } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
const model = (id: string, keys: string, rest: string) =>
  `stridewise: 1\napis: { ${id}: { spec: openapi.yaml${keys} } }\n${rest}`;
const limits = (place: string) =>
  `mitigations: { limits: { covers: missing-authentication on ${place}, status: implemented } }\n`;

function both(first: string, second: string): Files {
  return { 'openapi.yaml': SPEC, 'a.threats.yaml': first, 'b.threats.yaml': second };
}

/** What is seen of the API, whichever of the files was found first. */
function seen(files: Files) {
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  const views = [files, backwards].map((one) => {
    const [api] = analysisOf(one).apis;
    const states = (api?.findings ?? []).map(
      ({ rule, state, operations, answers }) =>
        `${rule} ${operations.map(({ path }) => path)} ${state} ${answers.map(({ at }) => at.uri)}`,
    );
    return { id: api?.id, exposure: api?.exposure, acceptable: api?.acceptable, states, told: toldIn(one) };
  });
  expect(views[1]).toEqual(views[0]);
  return views[0];
}

describe('Two models of one API', () => {
  it('add up, each by its own ids', () => {
    const files = both(model('shop', '', limits('shop POST /a')), model('store', '', limits('store POST /b')));
    const { states = [], told, id } = seen(files) ?? {};
    expect(id).toBe('shop');
    expect(told).toEqual([]);
    expect(states.filter((line) => line.startsWith('missing-authentication'))).toEqual([
      'missing-authentication /a mitigated file:///work/a.threats.yaml',
      'missing-authentication /b mitigated file:///work/b.threats.yaml',
    ]);
  });

  it('draw the stricter line', () => {
    const files = both(
      model('shop', '', 'risk: { acceptable: high }\n'),
      model('store', '', 'risk: { acceptable: low }\n'),
    );
    expect(seen(files)).toMatchObject({ acceptable: 'low', told: [] });
  });

  it('that say the same, or speak of different things, are no problem', () => {
    const files = both(
      model('shop', ', exposure: internal', 'data: { mail: { class: personal, fields: email } }\n'),
      model(
        'store',
        ', exposure: internal',
        'data: { post: { class: personal, fields: email }, card: { class: payment, fields: pan } }\n',
      ),
    );
    expect(seen(files)).toMatchObject({ told: [], exposure: 'internal' });
  });

  it.each([
    [
      'exposure',
      ', exposure: internal',
      ', exposure: partner',
      '',
      '',
      'models-disagree "store" Its `exposure` is `partner` here and `internal` in a.threats.yaml, a model of the same API: who reaches it from farther out counts',
    ],
    [
      'lifecycle',
      ', lifecycle: design',
      ', lifecycle: deprecated',
      '',
      '',
      'models-disagree "deprecated" Its `lifecycle` is `deprecated` here and `design` in a.threats.yaml, a model of the same API: each is checked',
    ],
    [
      'a rule',
      '',
      '',
      'rules: { missing-authentication: { level: off, reason: R } }\n',
      'rules: { missing-authentication: { level: high, reason: R } }\n',
      'models-disagree "missing-authentication" The rule `missing-authentication` is `high` here and `off` in a.threats.yaml, a model of the same API: `off` counts, else the higher level',
    ],
    [
      'data',
      '',
      '',
      'data: { a: { class: public, fields: [email, x] } }\n',
      'data: { b: { class: personal, fields: email } }\n',
      'models-disagree "b" The field `email` is `personal` here and `public` in a.threats.yaml, a model of the same API: the other file counts',
    ],
  ])('that contradict each other are one problem: %s', (_, one, two, first, second, told) => {
    const files = both(model('shop', one, first), model('store', two, second));
    expect(seen(files)?.told).toEqual([`b.threats.yaml ${told}`]);
  });

  it('take the farthest exposure and the highest level', () => {
    const level = (value: string) => `rules: { missing-authentication: { level: ${value}, reason: R } }\n`;
    const files = both(
      model('shop', ', exposure: internal', level('low')),
      model('store', ', exposure: partner', level('critical')),
    );
    expect(seen(files)).toMatchObject({ exposure: 'partner' });
    const [api] = analysisOf(files).apis;
    expect(api?.findings.find(({ rule }) => rule === 'missing-authentication')?.risk.level).toBe('critical');
  });

  it('that share a file count it once', () => {
    const files = {
      ...both('stridewise: 1\ninclude: s.threats.yaml\n', 'stridewise: 1\ninclude: s.threats.yaml\n'),
      's.threats.yaml': model('shop', ', exposure: internal', limits('POST /a')),
    };
    const [api] = analysisOf(files).apis;
    expect(api?.models.map(({ model: { uri } }) => uri)).toEqual([
      'file:///work/a.threats.yaml',
      'file:///work/b.threats.yaml',
    ]);
    const found = api?.findings.find(({ state }) => state === 'mitigated');
    expect(found?.answers).toHaveLength(1);
    expect(found?.risk.residual).toBeCloseTo((found?.risk.inherent ?? 0) / 2, 1);
    expect(toldIn(files)).toEqual([]);
  });

  it('contradict each other where one calls missing what the other has', () => {
    const control = (place: string, status: string, rest = '') =>
      `mitigations: { m: { control: authentication, covers: ${place}, status: ${status}${rest} } }\n`;
    const told = (place: string, rest = '') =>
      toldIn(
        both(
          model('shop', '', control('shop POST /a', 'implemented')),
          model('store', '', control(place, 'missing', rest)),
        ),
      );
    expect(told('store')).toEqual([
      'b.threats.yaml contradiction "missing" `m` calls the control authentication missing, and `m` in a.threats.yaml says that it is there: both speak of POST /a',
    ]);
    expect(told('store POST /b')).toEqual([]);
    expect(told('store', ', except: store POST /a')).toEqual([]);
  });
});

describe('An edit of one API', () => {
  it('changes what the model says of another, where a place may mean both', () => {
    const entries = 'stridewise: 1\napis: { shop: { spec: a.yaml }, other: { spec: b.yaml } }\n';
    const other = SPEC.replaceAll('/a:', '/c:');
    const before = workspaceOf({ 'a.yaml': SPEC, 'b.yaml': other, 'm.threats.yaml': `${entries}${limits('POST /a')}` });
    const state = (workspace: typeof before) =>
      analyse(workspace, { today: '2026-11-24' }).apis[0]?.findings.find(
        ({ rule, operations }) => rule === 'missing-authentication' && operations[0]?.path === '/a',
      )?.state;
    expect(state(before)).toBe('mitigated');
    const both = before.with(openDocument('file:///work/b.yaml', SPEC));
    expect(state(both)).toBe('threatened');
    expect(state(both.with(openDocument('file:///work/b.yaml', other)))).toBe('mitigated');
  });
});
