import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Assessment,
  analyse,
  assess,
  changeDocument,
  type Finding,
  type MethodResult,
  nameOf,
} from '../../server/src/core/index';
import { load, TODAY } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    get:
      responses: { "200": { description: One } }
  /wallets/{walletId}:
    parameters: [{ name: walletId, in: path, required: true, schema: { type: integer } }]
    put:
      requestBody: { content: { application/json: { schema: { type: object, additionalProperties: false, properties: { cardNumber: { type: string, maxLength: 19 } } } } } }
      responses: { "204": { description: Done } }
  /notes:
    post:
      security: []
      responses: { "204": { description: Written } }
`;
const MODEL = '//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n';
const BOLA = 'broken-object-level-authorization';
const OPEN = 'missing-authentication';

function findingsIn(rest = '', model = MODEL): readonly Finding[] {
  return load(`${SPEC}${rest === '' && model === MODEL ? '' : model}${rest}`).analysis.apis[0]?.findings ?? [];
}

function assessed(rule: string, operation: string, rest = '', model = MODEL): Assessment {
  const found = findingsIn(rest, model).find(
    (one) =>
      (one.rule === rule || one.threat?.id === rule) && one.operations.some((each) => nameOf(each) === operation),
  );
  if (found?.basis == null) throw new Error(`${rule} finds nothing on ${operation}`);
  return assess(found.basis);
}

const by = ({ methods }: Assessment, name: MethodResult['method']): MethodResult => {
  const found = methods.find(({ method }) => method === name);
  if (found === undefined) throw new Error(name);
  return found;
};
/** `size 9 facts` of one factor, counted or not. */
const factor = ({ factors, besides }: MethodResult, name: string): string => {
  const found = [...factors, ...besides].find((one) => one.name === name);
  return `${found?.value} ${found?.origin}`;
};
const threats = (rest: string) =>
  `threats:\n  t:\n    title: Seen\n    affects: shop GET /orders/{orderId}\n    ${rest}\n`;

describe('All three methods', () => {
  it('are worked out for every finding and threat of the example, each number within its scale and with its reason', () => {
    const files = ['openapi.yaml', 'v1.yaml', 'shop.threats.yaml'];
    const text = files.map((name) => `//- ${name}\n${readFileSync(`examples/shop/${name}`, 'utf8')}`).join('\n');
    const findings = load(text)
      .analysis.apis.flatMap((api) => api.findings)
      .filter(({ rule }) => rule !== 'unanswered');
    expect(findings.length).toBeGreaterThan(30);
    for (const { basis, risk, rule } of findings) {
      const { methods } = assess(basis ?? expect.fail(rule));
      expect(methods.map(({ method, ranks }) => [method, ranks])).toEqual([
        ['dread', true],
        ['owaspRating', false],
        ['pasta', false],
      ]);
      expect(methods[0]).toMatchObject({ inherent: risk.inherent, residual: risk.residual, level: risk.level });
      expect(methods.map(({ factors, besides }) => factors.length + besides.length)).toEqual([5, 16, 3]);
      for (const { factors, besides, inherent, residual, projected } of methods) {
        expect(0 <= projected && projected <= residual && residual <= inherent && inherent <= 10).toBe(true);
        for (const { name, value, maximum, reason } of [...factors, ...besides]) {
          expect(value >= 0 && value <= maximum, `${rule} ${name} ${value}`).toBe(true);
          expect(reason, `${rule} ${name}`).toMatch(/\S.*\.$/);
        }
      }
    }
  });

  it('are the same figures in every run', () => {
    const told = () => JSON.stringify(findingsIn().map(({ basis }) => basis && assess(basis).methods));
    expect(told()).toBe(told());
  });
});

describe('What is derived', () => {
  it.each([
    ['internet', OPEN, 'POST /notes', '9 facts', '9 facts', '0.9 facts'],
    ['internet', BOLA, 'GET /orders/{orderId}', '7 facts', '6 facts', '0.7 facts'],
    ['partner', OPEN, 'POST /notes', '7 facts', '5 facts', '0.6 facts'],
    ['internal', OPEN, 'POST /notes', '5 facts', '4 facts', '0.4 facts'],
  ])('from who reaches it: %s, %s', (exposure, rule, operation, opportunity, size, threat) => {
    const model = MODEL.replace('./openapi.yaml', `./openapi.yaml, exposure: ${exposure}`);
    const card = 'data: { order: { class: payment, fields: orderId } }\n';
    const result = assessed(rule, operation, card, model);
    expect(factor(by(result, 'owaspRating'), 'opportunity')).toBe(opportunity);
    expect(factor(by(result, 'owaspRating'), 'size')).toBe(size);
    expect(factor(by(result, 'pasta'), 'threat')).toBe(threat);
  });

  it('from the data that it handles, as the model sees it', () => {
    const get = (rest = '') => by(assessed(BOLA, 'GET /orders/{orderId}', rest), 'owaspRating');
    expect(factor(get(), 'motive')).toBe('1 facts');
    const secret = get('data: { number: { class: payment, fields: orderId } }\n');
    expect(['motive', 'financial', 'compliance', 'privacy'].map((name) => factor(secret, name))).toEqual([
      '9 facts',
      '7 facts',
      '7 facts',
      '5 facts',
    ]);
    expect(factor(get('data: { number: { class: personal, fields: orderId } }\n'), 'motive')).toBe('6 facts');
  });

  it('from the data that a threat harms, as its model says', () => {
    const data = 'data: { cards: { class: payment }, menus: { class: public } }\n';
    const motive = (harms: string) =>
      factor(
        by(
          assessed(BOLA, 'GET /orders/{orderId}', `${data}${threats(`rule: ${BOLA}\n    harms: ${harms}`)}`),
          'owaspRating',
        ),
        'motive',
      );
    expect([motive('cards'), motive('menus'), motive('[menus, cards]'), motive('nothing')]).toEqual([
      '9 facts',
      '1 facts',
      '9 facts',
      '1 facts',
    ]);
  });

  it('from who does a threat, as its model says, where that is less than who reaches it', () => {
    const zones = 'zones: { web: untrusted, dmz: semi-trusted, inner: trusted }\n';
    const actors = 'actors: { reader: web, partner: dmz, clerk: inner, stray: { title: In no zone } }\n';
    const reach = (who: string, exposure = 'internet') => {
      const model = MODEL.replace('./openapi.yaml', `./openapi.yaml, exposure: ${exposure}`);
      const rest = `${zones}${actors}${threats(`rule: ${BOLA}${who === '' ? '' : `\n    by: ${who}`}`)}`;
      const result = assessed(BOLA, 'GET /orders/{orderId}', rest, model);
      const values = ['opportunity', 'size'].map((name) => factor(by(result, 'owaspRating'), name));
      return [...values, factor(by(result, 'pasta'), 'threat')].map((text) => text.replace(' facts', '')).join(' ');
    };
    const [outside, partners, inside] = ['7 6 0.5', '4 5 0.3', '4 4 0.1'];
    expect(['', 'reader', 'stray', 'nobody'].map((one) => reach(one))).toEqual([outside, outside, outside, outside]);
    expect(['partner', 'clerk', '[clerk, partner]'].map((one) => reach(one))).toEqual([partners, inside, partners]);
    expect(reach('[clerk, reader]')).toBe(outside);
    // Nobody reaches farther than the API does.
    expect(['reader', 'partner', 'clerk'].map((one) => reach(one, 'internal'))).toEqual([inside, inside, inside]);
  });

  it('from who does a threat anew when a zone of the model is trusted less', () => {
    const rest = `zones: { inner: trusted }\nactors: { clerk: inner }\n${threats(`rule: ${BOLA}\n    by: clerk`)}`;
    const { workspace, analysis, files } = load(`${SPEC}${MODEL}risk: { method: pasta }\n${rest}`);
    const risk = ({ apis }: typeof analysis) => apis[0]?.findings.find(({ threat }) => threat)?.risk.inherent;
    const text = files.find(({ uri }) => uri.endsWith('threats.yaml'))?.text ?? '';
    const line = text.split('\n').findIndex((one) => one.startsWith('zones'));
    const [start, end] = ['zones: { inner: ', 'zones: { inner: trusted'].map(({ length }) => ({
      line,
      character: length,
    }));
    const model = workspace.get('file:///workspace/shop.threats.yaml');
    if (model === undefined || start === undefined || end === undefined) throw new Error('no model');
    const after = workspace.with(changeDocument(model, [{ range: { start, end }, text: 'untrusted' }]));
    const again = analyse(after, { today: TODAY, relative: (uri) => uri.replace('file:///workspace/', '') });
    expect(risk(again)).toBeGreaterThan(risk(analysis) ?? expect.fail('no threat'));
  });

  it('says who does a threat, and where from', () => {
    const model = `zones: { inner: trusted }\nactors: { clerk: inner }\n${threats(`rule: ${BOLA}\n    by: clerk`)}`;
    const { factors } = by(assessed(BOLA, 'GET /orders/{orderId}', model), 'owaspRating');
    expect(factors[3]).toMatchObject({
      name: 'size',
      reason: 'The threat model says who does it: "clerk". Callers in the own network with an account reach it.',
    });
  });

  it('from the method: what is only read is not changed', () => {
    const bola = (operation: string) => by(assessed(BOLA, operation), 'owaspRating');
    expect(factor(bola('GET /orders/{orderId}'), 'integrity')).toBe('0 facts');
    expect(factor(bola('PUT /wallets/{walletId}'), 'integrity')).not.toMatch(/^0 /);
  });

  it('from what the rule says, with its reason', () => {
    const { factors } = by(assessed(BOLA, 'PUT /wallets/{walletId}'), 'dread');
    expect(factors[1]).toMatchObject({
      value: 8,
      origin: 'rule',
      reason: 'Another value in the same request is enough.',
    });
    expect(factors[0]).toMatchObject({ origin: 'facts', reason: expect.stringContaining('Changed here: It handles') });
  });

  it('believes less in a weakness that the description only does not rule out', () => {
    const silent = findingsIn().find(({ certainty, basis }) => certainty === 'silent' && basis !== null);
    const basis = silent?.basis ?? expect.fail('nothing is silent');
    const vulnerability = (certainty: 'shown' | 'silent') =>
      by(assess({ ...basis, certainty }), 'pasta').factors[1]?.value ?? 0;
    expect(vulnerability('silent')).toBeCloseTo(vulnerability('shown') * 0.6, 1);
  });

  it('takes the business impact only where people know something of it', () => {
    const plain = by(assessed(BOLA, 'GET /orders/{orderId}'), 'owaspRating');
    expect(plain.besides.map(({ name }) => name)).toEqual(['financial', 'reputation', 'compliance', 'privacy']);
    const known = threats(`rule: ${BOLA}\n    owaspRating: { business: { financial: 9 } }`);
    const rated = by(assessed(BOLA, 'GET /orders/{orderId}', known), 'owaspRating');
    expect(rated.besides.map(({ name }) => name)).toEqual([
      'confidentiality',
      'integrity',
      'availability',
      'accountability',
    ]);
    expect(factor(rated, 'financial')).toBe('9 model');
    expect(factor(rated, 'privacy')).toBe('0 facts');
    expect(rated.formula).toContain('business impact');
  });
});

describe('What a threat says', () => {
  const said = (rest: string) => assessed(BOLA, 'GET /orders/{orderId}', threats(`rule: ${BOLA}\n    ${rest}`));

  it('counts before what is derived, and what is not named keeps that', () => {
    const given = said('dread: { damage: 9 }\n    owaspRating: { agent: { skill: 2 } }\n    pasta: { impact: 9.5 }');
    const plain = said('notes: none');
    const origins = (result: Assessment, name: MethodResult['method']) =>
      by(result, name).factors.flatMap((one) => (one.origin === 'model' ? [`${one.name} ${one.value}`] : []));
    expect(origins(given, 'dread')).toEqual(['damage 9']);
    expect(origins(given, 'owaspRating')).toEqual(['skill 2']);
    expect(origins(given, 'pasta')).toEqual(['impact 9.5']);
    for (const name of ['size', 'awareness', 'detection']) {
      expect(factor(by(given, 'owaspRating'), name)).toBe(factor(by(plain, 'owaspRating'), name));
    }
    expect(by(given, 'pasta').factors[0]).toEqual(by(plain, 'pasta').factors[0]);
  });

  it('with all sixteen numbers gives the published figures', () => {
    const vector = 'agent: 5/2/7/1, vulnerability: 3/6/9/2, technical: 9/7/5/8';
    const technical = by(said(`owaspRating: { ${vector} }`), 'owaspRating');
    expect(technical).toMatchObject({
      inherentLevel: 'high',
      formula: 'likelihood 4.38 (medium) and technical impact 7.25 (high) make high',
    });
    const business = by(said(`owaspRating: { ${vector}, business: 1/2/1/5 }`), 'owaspRating');
    expect(business).toMatchObject({
      inherentLevel: 'low',
      formula: 'likelihood 4.38 (medium) and business impact 2.25 (low) make low',
    });
  });

  it('may be a word for a side, which stands for all of its factors', () => {
    const rated = by(said('owaspRating: { likelihood: high, impact: medium, agent: 0/0/0/0 }'), 'owaspRating');
    expect(rated.factors.map(({ name, value }) => [name, value])).toEqual([
      ['likelihood', 6.3],
      ['impact', 4.5],
    ]);
    expect(rated.inherentLevel).toBe('high');
    expect(rated.besides).toHaveLength(16);
  });

  it('is the product for PASTA', () => {
    expect(by(said('pasta: 0.5/0.5/8'), 'pasta')).toMatchObject({ inherent: 2, residual: 2 });
  });
});

describe('A threat with no rule', () => {
  const written = (rest: string) =>
    `threats:\n  t: { title: Seen, affects: shop POST /notes, stride: denial${rest} }\n`;
  const messageOf = (rest: string) => findingsIn(rest).find(({ threat }) => threat?.id === 't')?.message ?? '';

  it('and no figures is medium by all methods, and says so', () => {
    const { methods } = assessed('t', 'POST /notes', written(''));
    expect(methods.map(({ level }) => level)).toEqual(['medium', 'medium', 'medium']);
    expect(methods.flatMap(({ factors }) => factors).every(({ origin }) => origin === 'assumed')).toBe(true);
    expect(messageOf(written(''))).toContain('no figures given: taken as medium');
  });

  it('and figures of the method that ranks does not say so', () => {
    const pasta = written(', pasta: 0.9/0.9/9');
    expect(messageOf(pasta)).toContain('no figures given');
    expect(messageOf(`risk: { method: pasta }\n${pasta}`)).not.toContain('no figures given');
  });

  it('lends the other methods its DREAD figures', () => {
    const { methods } = assessed('t', 'POST /notes', written(', dread: 9/9/9/9/9'));
    expect(methods.map(({ level }) => level)).toEqual(['critical', 'high', 'critical']);
  });
});

describe('What is left', () => {
  const left = (status: string) =>
    assessed(
      BOLA,
      'GET /orders/{orderId}',
      `mitigations:\n  owners: { title: Own, control: ownership-check, covers: shop, status: ${status} }\n`,
    );

  it('is by all methods what answers leave; they lower the likelihood of the OWASP rating, not the impact', () => {
    const { methods, taken } = left('implemented');
    expect(taken).toEqual([{ id: 'owners', share: 0.5 }]);
    for (const { inherent, residual } of methods) expect(residual).toBeLessThan(inherent);
    const [dread, owasp, pasta] = methods;
    expect(dread?.residual).toBeCloseTo((dread?.inherent ?? 0) / 2, 1);
    expect(pasta?.residual).toBeCloseTo((pasta?.inherent ?? 0) / 2, 1);
    expect([owasp?.inherentLevel, owasp?.level]).toEqual(['medium', 'low']);
  });

  it('is not changed by a plan, which is told beside it', () => {
    const { methods, taken } = left('planned');
    expect(taken).toEqual([]);
    for (const { inherent, residual, projected } of methods) {
      expect(residual).toBe(inherent);
      expect(projected).toBeLessThan(residual);
    }
  });

  it('is not changed by an answer that does not count yet', () => {
    const { methods } = left('verified');
    expect(methods.map(({ inherent, residual }) => residual / inherent)).toEqual([1, 1, 1]);
  });
});
