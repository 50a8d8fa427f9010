import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleById, type Simulation, simulating } from '../../server/src/core/index';
import { finish } from '../../server/src/core/text';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: The order
          content:
            application/json:
              schema: { type: object, properties: { email: { type: string }, cardNumber: { type: string } } }
`;
const MODEL = `//- shop.threats.yaml
stridewise: 1
title: Shop
apis: { store: { spec: ./openapi.yaml, exposure: internet, zone: backend } }
`;
const ENUMERATE = `threats:
  enumerate:
    title: Orders of others are read
    affects: GET /orders/{orderId}
    rule: broken-object-level-authorization
    dread: 8/8/5/7/10
`;

function simulated(text: string, runs = 10_000): Simulation {
  const { analysis } = load(text);
  return finish(simulating(analysis, { runs, seed: 1 }));
}

const asset = (simulation: Simulation, title: string) => simulation.assets.find((one) => one.title === title);
const measure = (simulation: Simulation, id: string) => simulation.measures.find((one) => one.id === id);
/** Ways to an asset that go over a rule, the likeliest first. */
const ways = (simulation: Simulation, rule: string) =>
  simulation.paths.filter(({ steps }) => steps.some(({ finding }) => finding?.rule === rule));

describe('without a model', () => {
  const simulation = simulated(SPEC);

  it('goes from the internet over a login to the classes of data that answers carry, and marks what it guesses', () => {
    expect(simulation.modelled).toBe(false);
    const [way] = ways(simulation, 'broken-object-level-authorization');
    expect(way?.start).toBe('Anyone on the internet');
    expect(way?.steps.map(({ text }) => text)).toEqual([
      'calls openapi',
      'gets an account at openapi',
      'GET /orders/{orderId} (with a login): One caller may reach another caller’s objects',
    ]);
    expect(way?.steps.map(({ guess }) => guess !== '')).toEqual([true, true, false]);
    expect(asset(simulation, 'payment data')).toMatchObject({ kind: 'data', impact: 9, guessed: true });
    expect(asset(simulation, 'personal data')?.probability).toBeGreaterThan(0);
    expect(simulation.guesses.join('\n')).toContain('gets an account with probability 0.5');
  });

  it('needs no login where the description asks for none', () => {
    const open = simulated(SPEC.replace('security: [{ key: [] }]', 'security: []'));
    const [way] = ways(open, 'broken-object-level-authorization');
    expect(way?.steps.map(({ text }) => text.includes('no login needed'))).toEqual([false, true]);
    expect(asset(open, 'payment data')?.probability).toBeGreaterThan(
      asset(simulation, 'payment data')?.probability ?? 1,
    );
  });

  it('comes to an API of the inner network seldom', () => {
    const inner = simulated(SPEC.replace('https://api.shop.example', 'https://10.0.0.5'));
    const probability = asset(inner, 'payment data')?.probability ?? 1;
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThan((asset(simulation, 'payment data')?.probability ?? 0) / 5);
    expect(inner.guesses.join('\n')).toContain('gets into the inner network with probability 0.1');
  });

  it('lists the controls that would answer what is open, and what they buy', () => {
    const found = measure(simulation, 'ownership-check');
    expect(found).toMatchObject({
      source: 'possible',
      control: 'ownership-check',
      findings: 1,
      operations: 1,
      certainty: 'shown',
      at: null,
    });
    expect(found?.buys).toBeGreaterThan(0);
    expect(simulation.first[0]?.left).toBeLessThan(simulation.loss);
  });

  it('opens no way by a finding of repudiation', () => {
    const post = simulated(`${SHOP}  /users/{userId}: { delete: { responses: { '204': { description: Gone } } } }\n`);
    expect(post.leadNowhere).toBeGreaterThan(0);
    expect(post.paths.flatMap(({ steps }) => steps.map(({ finding }) => finding?.rule))).not.toContain('missing-audit');
  });

  it('gives nothing for a workspace that has no operation', () => {
    expect(simulated('//- a.yaml\na: 1\n')).toMatchObject({
      loss: 0,
      error: 0,
      assets: [],
      paths: [],
      measures: [],
      first: [],
    });
  });
});

describe('a step', () => {
  it('is as likely as its factors say: reproducibility, exploitability and discoverability as tenths', () => {
    const [way] = ways(simulated(`${SPEC}${MODEL}${ENUMERATE}`), 'broken-object-level-authorization');
    expect(way?.steps.at(-1)?.text).toContain('Orders of others are read');
    expect(way?.steps.at(-1)?.probability).toBeCloseTo(0.8 * 0.5 * 1, 9);
  });

  it('is as likely as before with a plan, and half as likely once it is carried out', () => {
    const answer = (status: string) =>
      `mitigations: { owner: { title: Checked, control: ownership-check, covers: enumerate, status: ${status} } }\n`;
    const of = (status: string) => simulated(`${SPEC}${MODEL}${ENUMERATE}${answer(status)}`);
    const planned = of('planned');
    const probability = (one: Simulation) =>
      ways(one, 'broken-object-level-authorization')[0]?.steps.at(-1)?.probability;
    expect(probability(planned)).toBeCloseTo(0.4, 9);
    expect(probability(of('implemented'))).toBeCloseTo(0.2, 9);
    // The plan stands for its control, so that the control is not offered a second time.
    expect(measure(planned, 'ownership-check')).toBeUndefined();
    expect(measure(planned, 'owner')).toMatchObject({ source: 'planned', findings: 1 });
    expect(measure(planned, 'owner')?.at).not.toBeNull();
    const worse = planned.loss - (measure(planned, 'owner')?.buys ?? 0);
    expect(of('implemented').loss).toBeCloseTo(worse, 6);
  });

  it('is a quarter as likely where the description only fails to show a control', () => {
    const text = `${SHOP}  /users: { get: { parameters: [{ name: filter, in: query, schema: { type: string } }], responses: { '200': { description: Found } } } }\n`;
    const { analysis } = load(text);
    const finding = analysis.apis[0]?.findings.find(({ rule }) => rule === 'injection');
    expect(finding?.certainty).toBe('silent');
    const factors = finding?.basis?.evidence?.dread?.factors ?? ruleById('injection')?.dread ?? [];
    const [, reproducibility = 0, exploitability = 0, , discoverability = 0] = factors;
    const [way] = ways(simulated(text), 'injection');
    const shown = (reproducibility * exploitability * discoverability) / 1000;
    expect(way?.steps.at(-1)?.probability).toBeCloseTo(shown / 4, 9);
    expect(way?.steps.at(-1)?.finding?.certainty).toBe('silent');
    expect(way?.harms[0]).toBe('openapi is taken over');
  });

  it.each([
    ['0.5/0.6/9', 0.5 * 0.6],
    ['{ threat: 0.5 }', 0.5 * 0.4],
    ['{ vulnerability: 0.6 }', 0.6],
    ['{ impact: 9 }', 0.4],
  ])('is as likely as the model says for PASTA, %s: tried, and successful', (pasta, probability) => {
    const simulation = simulated(`${SPEC}${MODEL}${ENUMERATE}    pasta: ${pasta}\n`);
    const [way] = ways(simulation, 'broken-object-level-authorization');
    expect(way?.steps.at(-1)?.probability).toBeCloseTo(probability, 9);
  });

  it('is gone with what was avoided or is no threat at all', () => {
    const none = (text: string) => ways(simulated(`${SPEC}${MODEL}${text}`), 'broken-object-level-authorization');
    expect(none('')).not.toEqual([]);
    expect(none('notApplicable: { broken-object-level-authorization on GET /orders/**: Ids are secrets }\n')).toEqual(
      [],
    );
    const removed = (removes: string) =>
      `mitigations: { gone: { strategy: avoid, removes: ${removes}, covers: broken-object-level-authorization on GET /orders/**, status: implemented } }\n`;
    expect(none(removed('GET /gone'))).toEqual([]);
    // What is still served can still be attacked.
    expect(none(removed('GET /orders/**'))).not.toEqual([]);
  });
});

describe('answers that are carried out', () => {
  const several = `${SPEC}    delete:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
      responses: { '204': { description: Gone } }
  /users:
    get:
      parameters: [{ name: filter, in: query, schema: { type: string } }]
      responses:
        '200':
          description: Everybody
          content:
            application/json:
              schema: { type: array, items: { type: object, properties: { email: { type: string } } } }
    post:
      security: []
      requestBody:
        content: { application/json: { schema: { type: object, properties: { role: {}, callbackUrl: {} } } } }
      responses: { '201': { description: Made } }
`;
  const answers = fc.array(
    fc.record({
      what: fc.constantFrom('all on ', 'elevation on ', 'denial on ', 'injection on ', 'mass-assignment on '),
      where: fc.constantFrom('store', 'GET /users', 'POST /users', 'DELETE /orders/{orderId}', 'READ /**'),
      control: fc.constantFrom('', 'ownership-check', 'rate-limiting', 'input-validation', 'authentication'),
      done: fc.constantFrom('planned', 'implemented', 'verified'),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('make nothing likelier, whatever they cover', () => {
    fc.assert(
      fc.property(answers, (written) => {
        const model = (statusOf: (one: (typeof written)[number]) => string) => {
          const entries = written.map((one, index) => {
            const covers = one.control === '' ? `${one.what}${one.where}` : one.where;
            const control = one.control === '' ? '' : `control: ${one.control}, `;
            return `  m${index}: { title: M, ${control}covers: "${covers}", status: ${statusOf(one)}, evidence: openapi.yaml }\n`;
          });
          return simulated(`${several}${MODEL}mitigations:\n${entries.join('')}`, 300);
        };
        const before = model(() => 'planned');
        const after = model(({ done }) => done);
        for (const { title, probability } of after.assets) {
          expect(probability, title).toBeLessThanOrEqual(asset(before, title)?.probability ?? 0);
        }
        expect(after.loss).toBeLessThanOrEqual(before.loss);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a login before an operation that is open as described', () => {
  const open = SPEC.replace('security: [{ key: [] }]', 'security: []').replace('/orders/{orderId}', '/orders/newest');
  /** Two weaknesses of the one operation: nobody logs in (0.5), and it tells too much (0.8). */
  const written = `threats:
  nobody: { title: Nobody logs in, affects: operation getOrder, rule: missing-authentication, pasta: 0.5/1/9 }
  all: { title: It tells all, affects: operation getOrder, rule: excessive-data-exposure, pasta: 0.8/1/9 }
`;
  const login = (status: string) =>
    `mitigations: { login: { title: A login, control: authentication, covers: store, status: ${status} } }\n`;
  const now = 1 - 0.5 * 0.2;
  /** Once a login is there, which holds in half of all cases: the other weakness without it, or with an account of one's own. */
  const withLogin = 1 - (1 - 0.25) * (1 - (0.4 + 0.4 * 0.5));
  const card = (simulation: Simulation) => asset(simulation, 'payment data');

  it.each(['possible', 'planned'])('puts all else that is open there behind it, as a measure that is %s', (source) => {
    const simulation = simulated(`${open}${MODEL}${written}${source === 'planned' ? login(source) : ''}`);
    expect(Math.abs((card(simulation)?.probability ?? 0) - now)).toBeLessThan(3 * (card(simulation)?.error ?? 0));
    const found = simulation.measures.find(({ control }) => control === 'authentication');
    expect(found).toMatchObject({ source, findings: 1 });
    // Cards (9) and people's addresses (7) are lost together.
    const buys = (now - withLogin) * (9 + 7);
    expect(Math.abs((found?.buys ?? 0) - buys)).toBeLessThan(3 * (found?.error ?? 0));
  });

  it('does so once it is carried out, and an account of an actor needs no guess', () => {
    const done = simulated(`${open}${MODEL}${written}${login('implemented')}`);
    expect(Math.abs((card(done)?.probability ?? 0) - withLogin)).toBeLessThan(3 * (card(done)?.error ?? 0));
    const actors = 'actors: { shopper: { calls: store ANY /** } }\n';
    const known = simulated(`${open}${MODEL}${written}${login('implemented')}${actors}`);
    const expected = 1 - (1 - 0.25) * (1 - 0.8);
    expect(Math.abs((card(known)?.probability ?? 0) - expected)).toBeLessThan(3 * (card(known)?.error ?? 0));
  });

  it('adds no way that is only longer than another', () => {
    const { paths, guesses } = simulated(`${open}${MODEL}${written}`);
    expect(paths.flatMap(({ steps }) => steps.map(({ text }) => text))).not.toContain('gets an account at store');
    expect(guesses).toContain(
      'store: once callers must log in, whoever comes before it gets an account with probability 0.5, since no model says who logs in.',
    );
  });
});

describe('with a model of what stands around', () => {
  const landscape = `data:
  customer: { class: personal, fields: email }
  card: { class: payment, fields: cardNumber }
zones: { internet: untrusted, dmz: semi-trusted, backend: trusted }
actors: { shopper: { zone: internet, calls: store ANY /** } }
components:
  orders-db: { kind: datastore, zone: backend, holds: [customer, card] }
  queue: { kind: queue, zone: dmz, holds: customer }
flows:
  shopper -> store: { carries: [customer, card], over: https }
  store -> orders-db: { carries: [customer, card] }
`;
  const simulation = simulated(`${SPEC}${MODEL}${landscape}${ENUMERATE}`);

  it('begins with the actors of untrusted zones, who have a login, and names data as the model does', () => {
    expect(simulation.modelled).toBe(true);
    const way = ways(simulation, 'broken-object-level-authorization').find(({ assets }) => assets.includes('card'));
    expect(way?.steps.map(({ text }) => text)).toEqual([
      'acts as shopper',
      'logs in at store',
      'GET /orders/{orderId} (with a login): Orders of others are read',
    ]);
    expect(way?.probability).toBeCloseTo(0.4, 9);
    expect(asset(simulation, 'card (payment data)')?.probability).toBeGreaterThan(0.35);
    expect(simulation.guesses.join('\n')).not.toContain('gets an account');
  });

  it('goes on from zones to components, and from what is taken over to what it calls', () => {
    const titles = simulation.assets.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['orders-db is taken over', 'queue is taken over']));
    // An intruder stands in the zone with probability 0.2, and takes over what stands there in a fifth of these cases.
    const queue = asset(simulation, 'queue is taken over');
    expect(Math.abs((queue?.probability ?? 0) - 0.2 * 0.2)).toBeLessThan(3 * (queue?.error ?? 0));
  });

  it('tells no way that needs what another needs and more, and one that harms several things once', () => {
    const open = SPEC.replace('security: [{ key: [] }]', 'security: []');
    const { paths } = simulated(`${open}${MODEL}${landscape}${ENUMERATE}`);
    const risky = paths.map(({ steps, assets }) => {
      return { assets, needs: steps.filter(({ probability }) => probability < 1).map(({ text }) => text) };
    });
    for (const one of risky) {
      const within = risky.filter(
        (other) =>
          other !== one &&
          other.needs.every((text) => one.needs.includes(text)) &&
          other.assets.some((id) => one.assets.includes(id)),
      );
      expect(within, one.needs.join('; ')).toEqual([]);
    }
    const way = ways({ ...simulation, paths }, 'broken-object-level-authorization')[0];
    expect(way?.steps.map(({ text }) => text)).toEqual([
      'calls store',
      'GET /orders/{orderId} (no login needed): Orders of others are read',
    ]);
    expect(way?.assets).toEqual(['card', 'customer']);
    expect(way?.loss).toBeCloseTo(0.4 * (9 + 7), 9);
  });

  it('counts a written threat to a component that no operation stands behind', () => {
    const threat = `threats:
  open-port:
    title: The queue answers without a password
    affects: queue
    stride: [disclosure, elevation]
    dread: 8/10/10/7/10
mitigations: { password: { title: A password, covers: open-port, status: planned } }
`;
    const found = simulated(`${SPEC}${MODEL}${landscape}${threat}`);
    expect(asset(found, 'queue is taken over')?.probability).toBe(1);
    expect(found.paths[0]?.steps.map(({ text }) => text)).toEqual(['The queue answers without a password']);
    expect(measure(found, 'password')).toMatchObject({ source: 'planned', operations: 0 });
    expect(measure(found, 'password')?.buys).toBeGreaterThan(4);
  });
});

describe('the example shop', () => {
  const files = readdirSync('examples/shop').filter((name) => name.endsWith('.yaml'));
  const text = files.map((name) => `//- ${name}\n${readFileSync(`examples/shop/${name}`, 'utf8')}`).join('\n');

  it('is simulated: what is worth most comes first, and three measures each take something off', () => {
    const simulation = simulated(text);
    const losses = simulation.assets.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(simulation.loss).toBeCloseTo(
      losses.reduce((sum, one) => sum + one, 0),
      6,
    );
    expect(simulation.assets.every(({ loss, probability }) => loss <= 10 && probability <= 1)).toBe(true);
    expect(simulation.first).toHaveLength(3);
    const left = simulation.first.map((one) => one.left);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    const planned = simulation.measures.filter(({ source }) => source === 'planned').map(({ id }) => id);
    expect(planned.sort()).toEqual(['card-tokens', 'no-debug', 'order-owner']);
    for (const { buys, error } of simulation.measures) expect([buys >= 0, error >= 0]).toEqual([true, true]);
  });
});
