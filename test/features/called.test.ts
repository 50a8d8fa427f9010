import { describe, expect, it } from 'vitest';
import {
  definitionFor,
  diagnosticsFor,
  documentLinks,
  explainRule,
  hoverFor,
  inlayHints,
  lensesOf,
  lensText,
  prepareRename,
  referencesFor,
  riskTree,
  ruleById,
  workspaceSymbols,
} from '../../server/src/core/index';
import { fixesAt, load, TODAY } from '../support/check';
import { accepted, complete, labels, problemsWith } from '../support/complete';
import { loadMarked, type Marked, markedIn, renamedLines, shown } from './names/marked';

const SPECS = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders: { post: { operationId: placeOrder, responses: { "201": { description: made } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
//- pay.yaml
openapi: 3.0.3
info: { title: Example Pay, version: "1" }
servers: [{ url: https://api.pay.example }]
paths:
  /charges:
    get:
      operationId: listCharges
      summary: All charges
      tags: [Charges]
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: all } }
    post:
      operationId: createCharge
      summary: Takes money
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Charge' } } } }
      responses: { "201": { description: taken } }
components:
  schemas: { Charge: { type: object, properties: { pan: { type: string } } } }
`;
const HEAD = `//- shop.threats.yaml
stridewise: 1
apis: { store: { spec: openapi.yaml } }
components:
  payments: { kind: external, provider: Example Pay, spec: pay.yaml }
flows: { store -> payments: {} }
`;
const MODEL = `${HEAD}threats:
  skim: { title: Skimmed, affects: payments POST /charges, stride: disclosure }
mitigations:
  sealed: { covers: [skim, tampering on payments operation createCharge], status: implemented }
  few: { covers: denial on payments ANY /charges, status: planned }
`;
const ALL = `${SPECS}${MODEL}`;
const at = (text: string, with0: string) => markedIn(ALL, text, with0);

function hover({ workspace, analysis, cursor }: Marked): string {
  return hoverFor(workspace, analysis, cursor.uri, cursor, { today: TODAY })?.markdown ?? '';
}

describe('Completion in a place', () => {
  const place = (text: string) =>
    complete(`${SPECS}${HEAD}threats:\n  t: { title: T, stride: tampering, affects: ${text}$0 }\n`);

  it('offers what a component serves behind its name, with summaries', () => {
    const { list } = place('payments ');
    const operations = list.items.filter(({ kind }) => kind === 'operation');
    expect(operations.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      'GET /charges: All charges',
      'POST /charges: Takes money',
    ]);
    expect(labels({ ...place('payments '), list })).toEqual(
      expect.arrayContaining(['operation', 'tag', 'schema', 'ANY']),
    );
  });

  it.each([
    ['payments POST ', ['/charges', '/**']],
    ['payments operation ', ['listCharges', 'createCharge']],
    ['payments tag ', ['Charges']],
    ['payments schema ', ['Charge']],
    ['payments GET /charges ', ['query.limit']],
  ])('offers what follows %s', (text, names) => {
    expect(labels(place(text))).toEqual(expect.arrayContaining(names));
  });

  it('offers the component and not each of its operations where a place begins', () => {
    const found = labels(place(''));
    expect(found).toContain('payments');
    expect(found.filter((label) => label.includes('/charges'))).toEqual([]);
  });

  it('is accepted without a problem', () => {
    const completed = place('payments ');
    expect(problemsWith(completed, accepted(completed, 'POST /charges'))).toMatchObject(
      [{ code: 'written-threat' }].slice(1),
    );
  });

  it('knows a component whose `spec` was written just now', () => {
    const text = ALL.replace('threats:\n', 'threats:\n  new: { title: T, affects: bank $0\n');
    const broken = text.replace('  payments: {', '  bank: { kind: external, spec: pay.yaml }\n  payments: {');
    expect(labels(complete(broken))).toContain('POST /charges');
  });
});

describe('Hover', () => {
  it('on a place tells the operation with its categories', () => {
    const text = hover(at('affects: payments POST /charges', 'affects: payments POST /cha$0rges'));
    expect(text).toContain('Takes money');
    expect(text).toContain('we call it, others serve it');
    expect(text).toContain('Skimmed');
  });

  it('on the component tells what is said of it and how many operations it has', () => {
    const text = hover(at('payments: { kind', 'pay$0ments: { kind'));
    expect(text).toContain('provider: Example Pay');
    expect(text).toContain('spec: pay');
    expect(text).toContain('**2 operations**');
    expect(hover(at('affects: payments POST', 'affects: pay$0ments POST'))).toContain('**Component** `payments`');
  });

  it('asks nobody to mend what others describe', () => {
    const threat = '  skim: { title: Skimmed, rule: missing-authentication, affects: payments POST /cha$0rges }';
    const open = `${HEAD}threats:\n${threat}\n`;
    expect(hover(loadMarked(`${SPECS}${open}`))).toMatch(/Skimmed \\\(open\\\)$/m);
    expect(hover(loadMarked(`${SPECS}${open.replace('payments POST /cha$0rges', 'store POST /or$0ders')}`))).toContain(
      'In the specification: ',
    );
  });

  it('on what one file of a pattern serves tells of which component it is', () => {
    const text = ALL.replace('spec: pay.yaml', "spec: 'p*.yaml'");
    const marked = loadMarked(text.replace('payments POST', 'payments$0-pay POST'));
    expect(hover(marked)).toContain('**Component** `payments-pay`, one of `payments`');
  });

  it('on an operation of the description tells its categories', () => {
    const text = hover(
      at('    post:\n      operationId: createCharge', '    po$0st:\n      operationId: createCharge'),
    );
    expect(text).toContain('POST /charges');
    expect(text).toContain('**elevation of privilege** \\(someone does what they may not\\): does not apply');
  });
});

describe('Definition, references and rename', () => {
  const definition = (marked: Marked) =>
    shown(marked, definitionFor(marked.workspace, marked.analysis, marked.cursor.uri, marked.cursor));

  it('lead from a place to the operation, from the name to the component, from `spec` to the description', () => {
    expect(definition(at('affects: payments POST /charges', 'affects: payments POST /cha$0rges'))).toEqual([
      'pay.yaml:12 post',
    ]);
    expect(definition(at('affects: payments POST', 'affects: pay$0ments POST'))).toEqual([
      'shop.threats.yaml:4 payments',
    ]);
    expect(definition(at('spec: pay.yaml', 'spec: pa$0y.yaml'))[0]).toMatch(/^pay\.yaml:/);
    expect(definition(at('affects: payments POST', 'affects: payments PO$0ST'))).toEqual(['pay.yaml:12 post']);
  });

  it('lead from the operation to what is said of it', () => {
    const marked = at('operationId: createCharge', 'operationId: create$0Charge');
    expect(definition(marked).map((line) => line.split(' ').slice(1).join(' '))).toEqual(
      expect.arrayContaining(['payments POST /charges', 'tampering on payments operation createCharge']),
    );
    const found = referencesFor(marked.workspace, marked.analysis, marked.cursor.uri, marked.cursor, true);
    expect(shown(marked, found)).toEqual(
      expect.arrayContaining(['shop.threats.yaml:9 createCharge', 'shop.threats.yaml:7 /charges']),
    );
  });

  it('rename an operationId, a path and the component in the model too', () => {
    expect(renamedLines(at('operationId: createCharge', 'operationId: create$0Charge'), 'charge')).toEqual([
      'operationId: charge',
      'sealed: { covers: [skim, tampering on payments operation charge], status: implemented }',
    ]);
    expect(renamedLines(at('  /charges:', '  /cha$0rges:'), '/payments')).toEqual([
      '/payments:',
      'skim: { title: Skimmed, affects: payments POST /payments, stride: disclosure }',
      'few: { covers: denial on payments ANY /payments, status: planned }',
    ]);
    expect(renamedLines(at('payments: { kind', 'pay$0ments: { kind'), 'bank')).toEqual([
      'bank: { kind: external, provider: Example Pay, spec: pay.yaml }',
      'flows: { store -> bank: {} }',
      'skim: { title: Skimmed, affects: bank POST /charges, stride: disclosure }',
      'sealed: { covers: [skim, tampering on bank operation createCharge], status: implemented }',
      'few: { covers: denial on bank ANY /charges, status: planned }',
    ]);
    const marked = at('affects: payments POST', 'affects: pay$0ments POST');
    expect(prepareRename(marked.workspace, marked.analysis, marked.cursor.uri, marked.cursor)).toMatchObject({
      placeholder: 'payments',
    });
  });

  it('keep apart what an API of ours has on the same path', () => {
    const same = ALL.replace('/orders: {', '/charges: { get: { responses: {} } }\n  /orders: {');
    const marked = markedIn(same, '  /charges:\n', '  /cha$0rges:\n');
    expect(renamedLines(marked, '/payments')[0]).toBe('/payments:');
    expect(renamedLines(marked, '/payments')).toHaveLength(3);
  });
});

describe('The editor', () => {
  const uri = 'file:///workspace/shop.threats.yaml';
  const loaded = load(ALL);
  const { workspace, analysis } = loaded;
  const document = workspace.get(uri);
  if (document === undefined) throw new Error('no model');

  it('counts what entries cover and how many operations a pattern reaches', () => {
    const lenses = lensesOf(document).map(
      (lens) => `${lens.entry}: ${lensText(workspace, analysis, uri, lens)?.title}`,
    );
    expect(lenses).toEqual([
      'skim: 1 finding, mitigated',
      'sealed: covers 1 finding and 1 question',
      'few: covers 2 questions',
    ]);
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(inlayHints(analysis, document, everything).map(({ label }) => label)).toEqual(['2 operations']);
  });

  it('links to the description and finds its operations as symbols', () => {
    expect(documentLinks(document).map(({ target }) => target)).toContain('file:///workspace/pay.yaml');
    expect(workspaceSymbols(workspace, analysis, 'createCharge').map(({ container }) => container)).toEqual([
      'payments',
    ]);
  });

  it('shows threats and questions in the tree', () => {
    const groups = riskTree(analysis, { groupBy: 'operation', filter: 'payments' });
    expect(groups.map(({ label }) => label)).toEqual(expect.arrayContaining(['GET /charges', 'POST /charges']));
  });

  it('answers questions with the name of the component', () => {
    const marked = loadMarked(
      ALL.replace('    get:\n      operationId: listCharges', '    ge$0t:\n      operationId: listCharges'),
    );
    const fixes = fixesAt(marked);
    const [fix] = fixes.filter(({ title }) => title === 'Mark repudiation as not applicable');
    expect(fix?.edits[0]?.edits[0]?.newText).toContain('repudiation on payments GET /charges');
    expect(fixes.map(({ title }) => title).filter((title) => title.startsWith('Create'))).toEqual([]);
  });

  it('writes the name before a place that only a component has', () => {
    const text = ALL.replace('affects: payments POST /charges', 'affects: $0POST /charges');
    const marked = loadMarked(text);
    const fixes = fixesAt(marked);
    expect(fixes.map(({ title }) => title)).toContain('Write `payments POST /charges`');
  });

  it('says why no rule finds anything there', () => {
    const [api] = analysis.apis.filter(({ id }) => id === 'payments');
    const [operation] = api?.description.operations ?? [];
    const rule = ruleById('missing-authentication');
    if (api === undefined || operation === undefined || rule === undefined) throw new Error('nothing to explain');
    const told = explainRule(analysis, api, operation, rule);
    expect(JSON.stringify(told)).toContain('rules do not judge what others serve');
  });

  it('tells nothing of the descriptions as problems', () => {
    expect(diagnosticsFor(workspace, analysis, uri, { open: true }).map(({ code }) => code)).toEqual([]);
  });
});
