import { describe, expect, it } from 'vitest';
import { analyse, changeDocument, diagnosticsFor, openDocument, textOf, Workspace } from '../../server/src/core/index';
import { TODAY } from '../support/check';
import { analysisOf, type Files, toldIn, workspaceOf } from '../support/told';

const SHOP = `openapi: 3.0.3
info: { title: Shop, version: "2" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders:
    post: { operationId: placeOrder, tags: [Orders], responses: { '201': { description: Made } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
const PAY = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: http://api.pay.example }]
paths:
  /charges:
    get: { operationId: listCharges, tags: [Charges], summary: All charges, parameters: [{ name: limit, in: query, schema: { type: integer } }], responses: { '200': { description: All } } }
    post: { operationId: createCharge, tags: [Charges], summary: Takes money, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Charge' } } } }, responses: { '201': { description: Taken } } }
  /refunds/{refundId}:
    get: { operationId: getRefund, responses: { '200': { description: One } } }
webhooks:
  charged: { post: { responses: { '200': { description: Noted } } } }
components:
  schemas: { Charge: { type: object, properties: { pan: { type: string } } } }
`;
const HEAD = `stridewise: 1
apis: { store: { spec: openapi.yaml } }
zones: { internet: untrusted, backend: trusted }
components: { gateway: { kind: gateway }, egress: { kind: gateway }, payments: { kind: external, spec: pay.yaml } }
`;
const CALLS = 'flows: { store -> payments: {} }\n';

function filesOf(rest: string, head = HEAD): Files {
  return { 'openapi.yaml': SHOP, 'pay.yaml': PAY, 'shop.threats.yaml': head + rest };
}

/** What a component serves, with the states of its operations. */
function called(files: Files) {
  const api = analysisOf(files).apis.find(({ description }) => description.uri.endsWith('pay.yaml'));
  if (api === undefined) throw new Error('pay.yaml is not analysed');
  const states = (category: 'denial-of-service' | 'elevation-of-privilege' | 'tampering') =>
    [...api.coverage].map(([{ kind, method, path, name }, state]) =>
      kind === 'operation' ? `${method} ${path} ${state[category]}` : `${kind} ${name} ${state[category]}`,
    );
  const questions = api.findings.filter(({ rule }) => rule === 'unanswered');
  const found = api.findings.filter(({ rule }) => rule !== 'unanswered');
  return { api, states, questions, found };
}

describe('The description of a component', () => {
  it('is no API of ours: no rule judges it, nor is it an old edition of one', () => {
    const { api, found } = called(filesOf(CALLS));
    expect(api).toMatchObject({ id: 'payments', called: { out: true, back: false }, notChecked: [] });
    expect(found).toEqual([]);
    expect(toldIn(filesOf(CALLS))).toEqual([]);
    const alone = called({ 'openapi.yaml': SHOP, 'pay.yaml': PAY });
    expect(alone.api).toMatchObject({ id: 'pay', called: null });
    expect(alone.found.length).toBeGreaterThan(0);
  });

  it('asks five questions of what a flow shows that we call', () => {
    expect(called(filesOf('')).questions).toEqual([]);
    const { questions } = called(filesOf(CALLS));
    expect(questions.map(({ operations: [one] }) => `${one?.method} ${one?.path}`)).toEqual([
      'GET /charges',
      'POST /charges',
      'GET /refunds/{refundId}',
    ]);
    expect(questions.every(({ stride }) => !stride.includes('elevation-of-privilege'))).toBe(true);
  });

  it('asks of a webhook that a flow shows to come back what it asks of an API of ours', () => {
    const { questions } = called(filesOf('flows: { payments -> store: {} }\n'));
    expect(questions.map(({ operations: [one] }) => `${one?.kind} ${one?.name}`)).toEqual(['webhook charged']);
    expect(questions[0]?.stride).toContain('elevation-of-privilege');
  });

  it('is one information while its file is closed', () => {
    const files = filesOf(CALLS);
    const uri = 'file:///work/pay.yaml';
    const workspace = workspaceOf(files);
    const analysis = analyse(workspace, { today: TODAY });
    const told = diagnosticsFor(workspace, analysis, uri, { open: false });
    expect(told.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'information: 3 operations of `payments` that you call have unanswered questions',
    ]);
    expect(diagnosticsFor(workspace, analysis, uri, { open: true })).toHaveLength(3);
  });
});

describe('A place in a component', () => {
  it.each([
    ['payments', ['GET /charges', 'POST /charges', 'GET /refunds/{refundId}', 'POST charged']],
    ['payments GET /charges', ['GET /charges']],
    ['payments ANY /refunds/**', ['GET /refunds/{refundId}']],
    ['payments GET /refunds/{id}', ['GET /refunds/{refundId}']],
    ['payments operation createCharge', ['POST /charges']],
    ['payments tag Charges', ['GET /charges', 'POST /charges']],
    ['payments schema Charge', ['POST /charges']],
    ['payments webhook charged', ['POST charged']],
    ['payments GET /charges query.limit', ['GET /charges']],
    ['store -> payments', ['GET /charges', 'POST /charges', 'GET /refunds/{refundId}', 'POST charged']],
    ['every ANY /**', []],
    ['every API', []],
    ['ANY /**', []],
    ['store', []],
  ])('%s', (place, names) => {
    const files = filesOf(`${CALLS}threats: { t: { title: T, stride: tampering, affects: "${place}" } }\n`);
    const { found } = called(files);
    const hit = found.flatMap(({ operations }) => operations.map(({ method, path }) => `${method} ${path}`));
    expect(hit).toEqual(names);
    expect(toldIn(files)).toEqual([]);
  });

  it.each([
    ['payments GET /charge', '"/charge" The specification has no `GET /charge`; did you mean `/charges`?'],
    ['payments DELETE /charges', '"DELETE" `/charges` has no DELETE: it has GET and POST'],
    ['payments ANY /x/**', '"payments ANY /x/**" No operation matches `ANY /x/**`'],
    [
      'payments GET /charges query.limits',
      '"query.limits" No operation there has `query.limits`; did you mean `query.limit`?',
    ],
    ['payment GET /charges', '"payment" No API is called `payment`; did you mean `payments`?'],
    [
      'gateway GET /charges',
      '"gateway" `gateway` is a component without a `spec`, so nothing is known of its operations: give it one, or name an API',
    ],
    ['GET /charges', '"GET /charges" Only `payments` has this, which you call: write its name before it'],
  ])('tells what is wrong with %s', (place, problem) => {
    const told = toldIn(filesOf(`${CALLS}threats: { t: { title: T, stride: tampering, affects: "${place}" } }\n`));
    expect(told.map((line) => line.split(' ').slice(2).join(' '))).toEqual([problem]);
  });
});

describe('An answer', () => {
  const limits = (covers: string) =>
    `mitigations: { limits: { control: rate-limiting, covers: ${covers}, status: implemented } }\n`;

  it.each(['payments', 'store -> payments', 'payments ANY /**'])('at %s answers the questions there', (place) => {
    const files = filesOf(CALLS + limits(place));
    expect(called(files).states('denial-of-service').slice(0, 3)).toEqual([
      'GET /charges mitigated',
      'POST /charges mitigated',
      'GET /refunds/{refundId} mitigated',
    ]);
    expect(toldIn(files)).toEqual([]);
  });

  it('at what every call passes answers them too, and at what comes before our API none', () => {
    const flows = 'flows: { gateway -> store -> egress -> payments: {} }\n';
    expect(called(filesOf(flows + limits('egress'))).states('denial-of-service')[0]).toBe('GET /charges mitigated');
    const before = called(filesOf(flows + limits('gateway')));
    expect(before.states('denial-of-service')[0]).toBe('GET /charges unanswered');
  });

  it('at what some calls pass by says so', () => {
    const flows = 'flows: { store -> egress -> payments: {}, store -> payments: {} }\n';
    const files = filesOf(flows + limits('egress'));
    expect(called(files).states('denial-of-service')[0]).toBe('GET /charges unanswered');
    expect(toldIn(files).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'bypass "egress" `store -> payments` does not pass `egress`, so nothing is answered there for `payments`',
    ]);
  });

  it('closes a threat that people wrote there', () => {
    const threat =
      'threats: { spoof: { title: Spoof, affects: payments operation createCharge, stride: tampering } }\n';
    expect(called(filesOf(CALLS + threat)).found[0]).toMatchObject({ state: 'threatened', severity: 'warning' });
    const answer = 'mitigations: { signed: { covers: spoof, status: implemented } }\n';
    const { found, states } = called(filesOf(CALLS + threat + answer));
    expect(found.map(({ state, title }) => `${title}: ${state}`)).toEqual(['Spoof: mitigated']);
    expect(states('tampering')[1]).toBe('POST /charges mitigated');
  });

  it('may take away what others still serve: that we no longer call it is no contradiction', () => {
    const gone =
      'mitigations: { no-refunds: { strategy: avoid, removes: payments ANY /refunds/**, status: implemented } }\n';
    const files = filesOf(CALLS + gone);
    expect(called(files).states('tampering')[2]).toBe('GET /refunds/{refundId} avoided');
    expect(toldIn(files)).toEqual([]);
  });

  it('rates a threat there as one of a call that we make', () => {
    const threat =
      'threats: { spoof: { title: Spoof, affects: payments operation createCharge, rule: open-redirect } }\n';
    expect(called(filesOf(CALLS + threat)).found[0]?.basis?.outgoing).toBe(true);
  });
});

describe('A description that an API and a component name', () => {
  const head = (apis: string) => HEAD.replace('apis: { store: { spec: openapi.yaml } }', `apis: { ${apis} }`);

  it('is an API of ours, and the component reaches it too', () => {
    const apis = 'store: { spec: openapi.yaml }, pay: { spec: pay.yaml }';
    const threat = (place: string) => `threats: { t: { title: T, stride: tampering, affects: ${place} } }\n`;
    const { api, found } = called(filesOf(CALLS + threat('payments GET /charges'), head(apis)));
    expect(api).toMatchObject({ id: 'pay', called: null });
    expect(found.some(({ definition }) => definition !== null)).toBe(true);
    expect(found.find(({ threat: own }) => own !== null)?.operations.map(({ path }) => path)).toEqual(['/charges']);
    expect(toldIn(filesOf(CALLS + threat('GET /charges'), head(apis)))).toEqual([]);
  });

  it('keeps the line and the rules of the model whose API it is', () => {
    const owner = 'stridewise: 1\napis: { pay: { spec: pay.yaml } }\nrisk: { acceptable: high }\n';
    const rulesWith = (rest: string) => {
      const { api, found } = called({ ...filesOf(CALLS + rest), 'pay.threats.yaml': owner });
      expect(api).toMatchObject({ id: 'pay', called: null, acceptable: 'high' });
      return found.map(({ rule }) => rule);
    };
    const [first = '', ...others] = rulesWith('');
    expect(first).not.toBe('');
    const caller = `risk: { acceptable: note }\nrules: { ${first}: { level: off, reason: Ours } }\n`;
    expect(rulesWith(caller)).toEqual([first, ...others]);
  });

  it('is the component alone where the API has a pattern and the component the path', () => {
    const { api } = called(filesOf(CALLS, head("store: { spec: '*.yaml' }")));
    expect(api).toMatchObject({ id: 'payments' });
    expect(api.called).not.toBeNull();
  });
});

describe("A component's spec", () => {
  it('may be a pattern, each file with an id of its own', () => {
    const pattern = HEAD.replace('spec: pay.yaml', "spec: 'vendor/*.yaml'");
    const rest = `flows: { store -> payments: {} }\nthreats: { t: { title: T, stride: tampering, affects: payments-b GET /charges } }\n`;
    const files = {
      'openapi.yaml': SHOP,
      'vendor/a.yaml': PAY,
      'vendor/b.yaml': PAY,
      's.threats.yaml': pattern + rest,
    };
    const { apis } = analysisOf(files);
    expect(apis.map(({ id, called: traffic }) => `${id} ${traffic?.out}`)).toEqual([
      'store undefined',
      'payments-a true',
      'payments-b true',
    ]);
    expect(apis.map(({ findings }) => findings.filter(({ threat }) => threat !== null).length)).toEqual([0, 0, 1]);
    expect(toldIn(files)).toEqual([]);
  });

  it.each([
    ['https://pay.example/openapi.yaml', 'remote-spec'],
    ['nowhere.yaml', 'unread-spec'],
    ['shop.threats.yaml', 'no-api'],
    ['none/*.yaml', 'spec-matches-nothing'],
  ])('%s is told: %s', (path, code) => {
    const files = {
      'openapi.yaml': SHOP,
      'nowhere.yaml': { unread: 'does not exist' },
      'shop.threats.yaml': HEAD.replace('pay.yaml', `'${path}'`) + CALLS,
    };
    expect(toldIn(files).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([`${code} "${path}"`]);
  });

  it('may stand in a file that several models include, and counts for each', () => {
    const model = (id: string) =>
      `stridewise: 1\ninclude: org/shared.threats.yaml\napis: { ${id}: { spec: openapi.yaml } }\nflows: { ${id} -> payments: {} }\n`;
    const files = {
      'openapi.yaml': SHOP,
      'pay.yaml': PAY,
      'org/shared.threats.yaml':
        'stridewise: 1\ncomponents: { payments: { kind: external, spec: ../pay.yaml } }\nthreats: { t: { title: T, stride: tampering, affects: payments GET /charges } }\n',
      'a.threats.yaml': model('shop'),
      'b.threats.yaml': model('store'),
    };
    const { api, found } = called(files);
    expect(api.models.map(({ id, model: { uri } }) => `${id} ${uri.slice('file:///work/'.length)}`)).toEqual([
      'payments a.threats.yaml',
      'payments b.threats.yaml',
    ]);
    expect(found.map(({ title, operations: [one] }) => `${title} ${one?.method}`)).toEqual(['T GET']);
    expect(toldIn(files)).toEqual([]);
  });

  it('that two components name belongs to the first, and the second says so', () => {
    const twice = HEAD.replace('payments: {', 'bank: { spec: pay.yaml }, payments: {');
    expect(toldIn(filesOf(CALLS, twice)).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'shared-spec "pay.yaml"',
    ]);
  });

  it('is not asked who calls it, nor whether a goal protects its data', () => {
    const rest =
      'actors: { shopper: { calls: operation placeOrder } }\ngoals: { up: { property: availability, protects: store } }\n';
    expect(toldIn(filesOf(CALLS + rest))).toEqual([]);
  });

  it.each([
    ['over: https', 1],
    ['over: http', 0],
  ])('that has an address without encryption is told where protected data goes there %s', (over, count) => {
    const rest = `data: { card: { class: payment, fields: pan } }\ngoals: { cards: { protects: card } }\nflows: { store -> payments: { carries: card, ${over} } }\n`;
    const told = toldIn(filesOf(rest)).filter((line) => line.includes(' may travel '));
    expect(told).toEqual(
      [
        'shop.threats.yaml clear-text "store -> payments" `card` may travel in clear text: GET /charges of `payments` can be called over http://api.pay.example, and `cards` protects it',
      ].slice(0, count),
    );
  });

  it('knows the schemas and fields that data is named by', () => {
    expect(toldIn(filesOf(`${CALLS}data: { card: { class: payment, schemas: Charge, fields: pan } }\n`))).toEqual([]);
  });
});

describe('An edit', () => {
  const edited = (workspace: ReturnType<typeof workspaceOf>, name: string, from: string, to: string) => {
    const document = workspace.get(`file:///work/${name}`);
    if (document === undefined) throw new Error(`${name} is not there`);
    const before = textOf(document).split('\n');
    const line = before.findIndex((one) => one.includes(from));
    const character = before[line]?.indexOf(from) ?? -1;
    const range = { start: { line, character }, end: { line, character: character + from.length } };
    return workspace.with(changeDocument(document, [{ range, text: to }]));
  };
  const threat = 'threats: { t: { title: T, stride: tampering, affects: payments POST /charges } }\n';
  const whole = (workspace: ReturnType<typeof workspaceOf>) => {
    const fresh = [...workspace.documents.values()].map(({ uri, kind }) => {
      const document = workspace.get(uri);
      return openDocument(uri, document === undefined ? '' : textOf(document), kind);
    });
    return analyse(Workspace.empty.withAll(fresh), { today: TODAY });
  };
  const seen = ({ apis, problems }: ReturnType<typeof analyse>) => ({
    apis: apis.map(({ id, findings, coverage }) => [
      id,
      findings.map(({ message, state }) => [message, state]),
      [...coverage.values()],
    ]),
    problems: problems.map(({ message }) => message),
  });

  it.each([
    ['pay.yaml', 'Takes money', 'Takes all money'],
    ['pay.yaml', '/charges:', '/charge:'],
    ['shop.threats.yaml', 'payments POST', 'payments GET'],
    ['shop.threats.yaml', '{ store -> payments: {} }', '{ store -> egress: {} }'],
    ['shop.threats.yaml', ', spec: pay.yaml', ''],
    ['shop.threats.yaml', 'store: { spec: openapi.yaml }', 'store: { spec: openapi.yaml }, pay: { spec: pay.yaml }'],
    ['openapi.yaml', 'placeOrder', 'makeOrder'],
  ])('of %s from %s to %s gives what a fresh reading does, and back again', (name, from, to) => {
    const workspace = workspaceOf(filesOf(CALLS + threat));
    const before = seen(analyse(workspace, { today: TODAY }));
    const after = edited(workspace, name, from, to);
    expect(seen(analyse(after, { today: TODAY }))).toEqual(seen(whole(after)));
    expect(
      seen(
        analyse(
          edited(
            after,
            name,
            to === '' ? 'payments: { kind: external' : to,
            to === '' ? 'payments: { kind: external, spec: pay.yaml' : from,
          ),
          { today: TODAY },
        ),
      ),
    ).toEqual(before);
  });

  it('in one operation of it leaves the API and what was found at the others as they are', () => {
    const workspace = workspaceOf(filesOf(CALLS + threat));
    const before = analyse(workspace, { today: TODAY });
    const after = analyse(edited(workspace, 'pay.yaml', 'description: One', 'description: A refund'), { today: TODAY });
    expect(after.apis[0]).toBe(before.apis[0]);
    expect(after.apis[1]).not.toBe(before.apis[1]);
    const kept = (index: number) => before.apis[1]?.findings[index] === after.apis[1]?.findings[index];
    expect(before.apis[1]?.findings.map((_, index) => kept(index))).toEqual([true, true, true, false]);
  });
});
