import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/index';
import { load, TODAY } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders:
    post:
      operationId: placeOrder
      security: []
      requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
      responses: { "201": { description: made } }
  /pets:
    delete:
      operationId: dropPets
      security: []
      responses: { "204": { description: gone } }
`;

const RULE = 'missing-authentication';

function findings(model: string, today = TODAY): readonly Finding[] {
  const text =
    model === '' ? '' : `//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n${model}`;
  const [api] = load(SPEC + text, today).analysis.apis;
  if (api === undefined) throw new Error('No API');
  return api.findings;
}

function on(path: string, model: string, today?: string): Finding {
  const found = findings(model, today).find(
    (finding) => finding.rule === RULE && finding.operations.some((operation) => operation.path === path),
  );
  if (found === undefined) throw new Error(`No ${RULE} on ${path}`);
  return found;
}

describe('Answers', () => {
  it('leave a finding open where there is none', () => {
    expect(on('/orders', '')).toMatchObject({ state: 'threatened', certainty: 'shown' });
    expect(['warning', 'error']).toContain(on('/orders', '').severity);
  });

  it.each([
    ['status: implemented', 'mitigated', 'hint'],
    ['status: planned', 'planned', 'information'],
    ['strategy: transfer, to: Insurer, status: implemented', 'transferred', 'hint'],
    ['strategy: accept, reason: Public, owner: cto, until: 2027-01-01', 'accepted', 'hint'],
  ])('close a finding by its rule: %s', (fields, state, severity) => {
    const model = `mitigations:\n  login:\n    { ${fields}, covers: ${RULE} on operation placeOrder }\n`;
    expect(on('/orders', model)).toMatchObject({ state, severity });
    expect(on('/pets', model).state).toBe('threatened');
  });

  it('lower the risk by what is implemented', () => {
    const { risk } = on(
      '/orders',
      `mitigations:\n  a: { status: implemented, covers: ${RULE} on operation placeOrder }\n`,
    );
    expect(risk.residual).toBeCloseTo(risk.inherent / 2, 1);
  });

  it('count once however many of their places hit, and multiply where they are two', () => {
    const share = (model: string) => {
      const { inherent, residual } = on('/orders', `mitigations:\n${model}`).risk;
      return residual / inherent;
    };
    const covers = `[${RULE} on shop, ${RULE} on ANY /**, ${RULE} on operation placeOrder]`;
    const one = (id: string) => `  ${id}: { status: implemented, covers: ${covers} }\n`;
    expect(share(one('a'))).toBeCloseTo(0.5, 2);
    expect(share(one('a') + one('b'))).toBeCloseTo(0.25, 2);
  });

  it.each([
    'status: verified',
    'status: verified, evidence: TODO',
    'strategy: transfer, status: implemented, effect: 90%',
    'status: planned, due: 2020-01-01, effect: 90%',
    'status: missing, effect: 90%',
    'status: implemented, effect: 90%, in: nowhere',
  ])('that do not count take nothing off the risk: %s', (fields) => {
    const { risk, severity, state } = on('/orders', `mitigations:\n  a: { ${fields}, covers: ${RULE} on shop }\n`);
    expect({ state, severity }).toEqual({ state: 'threatened', severity: on('/orders', '').severity });
    expect(risk.residual).toBe(risk.inherent);
  });

  it('close nothing that is shown by a category, unless accepted', () => {
    const reduce = 'mitigations:\n  a: { status: implemented, covers: all on operation placeOrder }\n';
    expect(on('/orders', reduce).state).toBe('threatened');
    const accept =
      'mitigations:\n  a: { strategy: accept, reason: R, owner: o, until: 2027-01-01, covers: all on shop }\n';
    expect(on('/orders', accept).state).toBe('accepted');
  });

  it('do not count when they lack something, and say what', () => {
    const model = `mitigations:\n  a: { strategy: accept, covers: ${RULE} on operation placeOrder }\n`;
    const finding = on('/orders', model);
    expect(finding.state).toBe('threatened');
    expect(finding.lacking).toMatch(/reason.*owner.*until/);
  });

  it('end after their day', () => {
    const model = `mitigations:\n  a: { strategy: accept, reason: R, owner: o, until: 2026-11-24, covers: ${RULE} on shop }\n`;
    expect(on('/orders', model, '2026-11-24').state).toBe('accepted');
    const late = on('/orders', model, '2026-11-25');
    expect(late.state).toBe('threatened');
    expect(late.lacking).toContain('2026-11-24');
  });

  it('are plans until they are due', () => {
    const model = `mitigations:\n  a: { status: planned, due: 2026-12-01, covers: ${RULE} on shop }\n`;
    expect(on('/orders', model, '2026-12-01').state).toBe('planned');
    expect(on('/orders', model, '2026-12-02').state).toBe('threatened');
  });

  it('lose what except takes away', () => {
    const model = `mitigations:\n  a: { status: implemented, covers: ${RULE} on shop, except: operation dropPets }\n`;
    expect(on('/orders', model).state).toBe('mitigated');
    expect(on('/pets', model).state).toBe('threatened');
  });

  it('avoid by removing once that is gone', () => {
    const removed = (what: string, status: string) =>
      `mitigations:\n  a: { strategy: avoid, removes: ${what}, covers: ${RULE} on operation dropPets, status: ${status} }\n`;
    expect(on('/pets', removed('GET /gone', 'planned')).state).toBe('planned');
    expect(on('/pets', removed('operation dropPets', 'implemented')).state).toBe('planned');
    expect(on('/pets', removed('GET /gone', 'implemented')).state).toBe('avoided');
  });

  it('avoid no more than the part that they remove', () => {
    const text = (part: string) =>
      `${SPEC}//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\nmitigations:\n  a: { strategy: avoid, removes: POST /orders ${part}, status: implemented }\n`;
    const { analysis } = load(text('body.note'));
    const [states] = analysis.apis[0]?.coverage.values() ?? [];
    expect(states?.['denial-of-service']).toBe('unanswered');
    expect(analysis.problems.map(({ message }) => message)).toEqual([
      '"a" says that this is removed, and the specification still has `body.note` of POST /orders',
    ]);
    expect(load(text('body.gone')).analysis.problems).toEqual([]);
  });

  it('are contradicted by a specification that still has what they removed', () => {
    const model = '//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n';
    const entry = 'mitigations:\n  a: { strategy: avoid, removes: operation dropPets, status: implemented }\n';
    expect(load(SPEC + model + entry).analysis.problems).toMatchObject([{ code: 'still-there' }]);
  });

  it('that reduce it too little leave an information', () => {
    const reduced = (effect: string) =>
      `mitigations:\n  a: { status: implemented, effect: ${effect}, covers: ${RULE} on operation placeOrder }\n`;
    expect(on('/orders', reduced('10%'))).toMatchObject({ state: 'mitigated', severity: 'information' });
    expect(on('/orders', reduced('90%'))).toMatchObject({ state: 'mitigated', severity: 'hint' });
  });

  it('that accept more than the line allows are a problem, one each', () => {
    const accepted = (line: string, until = '2027-01-01') =>
      load(
        `${SPEC}//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\nrisk: { acceptable: ${line} }\n` +
          `mitigations:\n  a: { strategy: accept, reason: Public, owner: cto, until: ${until}, covers: all on shop }\n`,
      ).analysis.problems;
    expect(accepted('low')).toMatchObject([
      {
        code: 'accepts-too-much',
        severity: 'warning',
        message: expect.stringMatching(/^"a" accepts a \w+ risk \(and \d+ more\): /),
      },
    ]);
    expect(accepted('critical')).toEqual([]);
    expect(accepted('low', '2020-01-01').map(({ code }) => code)).toEqual(['expired']);
  });

  it.each([
    ['strategy: accept, reason: Public, owner: cto, until: tomorrow', 'until'],
    ['strategy: accept, reason: Public, owner: cto, until: 2099-02-31', 'until'],
    ['status: done', 'status'],
  ])('do not count where a value cannot be read: %s', (fields, key) => {
    const finding = on('/orders', `mitigations:\n  a: { ${fields}, covers: ${RULE} on operation placeOrder }\n`);
    expect(finding).toMatchObject({ state: 'threatened', lacking: `"a" does not count yet: it lacks ${key}.` });
  });

  it('silence a false alarm by the rule', () => {
    const model = `notApplicable:\n  ${RULE} on operation placeOrder: This is how one logs in\n`;
    expect(on('/orders', model)).toMatchObject({ state: 'silenced', severity: 'hint' });
    expect(on('/orders', 'notApplicable:\n  spoofing on operation placeOrder: Nobody would\n').state).toBe(
      'threatened',
    );
  });

  it('take their title and numbers from the threat that names the rule', () => {
    const model = `threats:\n  open:\n    title: Anybody orders\n    affects: POST /orders\n    rule: ${RULE}\n    dread: 10/10/10/10/10\n`;
    const finding = on('/orders', model);
    expect(finding).toMatchObject({ title: 'Anybody orders', severity: 'error', risk: { inherent: 10 } });
    expect(finding.fingerprint).toBe(on('/orders', '').fingerprint);
    expect(findings(model).filter((one) => one.rule === 'written-threat')).toEqual([]);
  });

  it('close a written threat by its id', () => {
    const threat =
      'threats:\n  t: { title: A clerk sells it, affects: POST /orders, stride: tampering, dread: 9/9/9/9/9 }\n';
    const written = (model: string) => findings(model).find((finding) => finding.rule === 'written-threat');
    expect(written(threat)).toMatchObject({ state: 'threatened', severity: 'error', title: 'A clerk sells it' });
    expect(written(`${threat}mitigations:\n  a: { status: implemented, covers: t }\n`)?.state).toBe('mitigated');
  });
});

describe('A control that people call missing', () => {
  const LOGIN = SPEC.replaceAll('      security: []\n', '');
  const stateOf = (model: string, path: string) => {
    const text = `${LOGIN}//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n${model}`;
    const [api] = load(text).analysis.apis;
    return [...(api?.coverage ?? [])].find(([operation]) => operation.path === path)?.[1].spoofing;
  };
  const missing = (rest: string) => `mitigations:\n  m: { control: authentication, status: missing, ${rest} }\n`;

  it('is not there, whatever the description shows', () => {
    expect(stateOf('', '/orders')).toBe('controlled');
    expect(stateOf(missing('covers: shop'), '/orders')).toBe('unanswered');
    expect(stateOf(missing('covers: shop').replace('missing', 'implemented'), '/orders')).toBe('mitigated');
  });

  it('is shown elsewhere', () => {
    expect(stateOf(missing('covers: operation dropPets'), '/orders')).toBe('controlled');
    expect(stateOf(missing('covers: shop, except: operation placeOrder'), '/orders')).toBe('controlled');
    expect(stateOf(missing('covers: shop').replace('authentication', 'password-policy'), '/orders')).toBe('controlled');
  });
});

it('An exception of a part leaves the questions of the operation answered', () => {
  const model = (except: string) =>
    `mitigations:\n  a: { status: implemented, covers: denial on operation placeOrder, except: ${except} }\n`;
  const state = (except: string) => {
    const text = `${SPEC}//- shop.threats.yaml\nstridewise: 1\napis:\n  shop: { spec: ./openapi.yaml }\n${model(except)}`;
    const { analysis } = load(text);
    const [first] = analysis.apis[0]?.coverage.values() ?? [];
    return [first?.['denial-of-service'], ...analysis.problems.map(({ code }) => code)];
  };
  expect(state('POST /orders body.note')).toEqual(['mitigated']);
  expect(state('denial on POST /orders')).toEqual(['unanswered', 'covers-nothing']);
  expect(state('POST /orders')).toEqual(['unanswered', 'covers-nothing']);
});

describe('Questions', () => {
  it('are one per API without a model and one per operation with one', () => {
    const bare = findings('').filter((finding) => finding.rule === 'unanswered');
    expect(bare).toMatchObject([{ apiWide: true, severity: 'information' }]);
    const asked = findings('mitigations: {}\n').filter((finding) => finding.rule === 'unanswered');
    expect(asked.length).toBe(2);
    expect(asked.every((finding) => finding.operations.length === 1 && finding.state === 'unanswered')).toBe(true);
  });

  it('are answered by a category', () => {
    const model = 'notApplicable:\n  all on shop: Only a demonstration\n';
    expect(findings(model).filter((finding) => finding.rule === 'unanswered')).toEqual([]);
  });
});
