import { describe, expect, it } from 'vitest';
import { fails } from '../../server/src/cli/report/gate';
import { load } from '../support/check';

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
  /search:
    get:
      operationId: search
      parameters: [{ name: q, in: query, schema: { type: string, maxLength: 9, pattern: "^a$" } }]
      responses: { "200": { description: Found } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas: { Order: { type: object, properties: { number: { type: string }, street: { type: string } } } }
`;

function analysed(rest: string, today?: string) {
  const { analysis } = load(
    `\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n${rest}`,
    today,
  );
  const [api] = analysis.apis;
  const operation = api?.description.operations.find(({ operationId }) => operationId === 'getOrder');
  const finding = api?.findings.find(({ rule }) => rule === 'broken-object-level-authorization');
  const coverage = operation === undefined ? undefined : api?.coverage.get(operation);
  return { finding, coverage, codes: analysis.problems.map(({ code }) => code), api };
}

const ENVIRONMENTS = 'environments: { production: https://api.shop.example, sandbox: https://sandbox.shop.example }\n';
const OWNER = (rest: string) =>
  `mitigations: { owner: { control: ownership-check, covers: operation getOrder, status: implemented${rest} } }\n`;

describe('An answer that holds in some environments', () => {
  it('leaves what it answers open in the others, with its figures', () => {
    const everywhere = analysed(ENVIRONMENTS + OWNER('')).finding;
    expect(everywhere).toMatchObject({ state: 'mitigated', lacking: '' });
    const live = analysed(ENVIRONMENTS + OWNER(', in: production')).finding;
    expect(live).toMatchObject({ state: 'threatened', lacking: 'Nothing answers it in sandbox.' });
    expect(live?.severity).toBe('warning');
    expect(live?.risk.residual).toBe(live?.risk.inherent);
    expect(everywhere?.risk.residual).toBeLessThan(everywhere?.risk.inherent ?? 0);
  });

  it('is enough where all are named, alone or by another answer', () => {
    expect(analysed(ENVIRONMENTS + OWNER(', in: [production, sandbox]')).finding?.state).toBe('mitigated');
    const both = `mitigations:
  live: { control: ownership-check, covers: operation getOrder, status: verified, evidence: https://a.example, in: production }
  test: { control: ownership-check, covers: operation getOrder, status: implemented, in: sandbox }
`;
    const { finding } = analysed(ENVIRONMENTS + both);
    expect(finding?.state).toBe('mitigated');
    // The sandbox has the weaker of the two: half is left there.
    expect(finding?.risk.residual).toBeCloseTo((finding?.risk.inherent ?? 0) / 2, 1);
  });

  it('takes the worst of its environments', () => {
    const plan = `mitigations:
  live: { control: ownership-check, covers: operation getOrder, status: implemented, in: production }
  test: { control: ownership-check, covers: operation getOrder, status: planned, due: 2099-01-01, in: sandbox }
`;
    expect(analysed(ENVIRONMENTS + plan).finding?.state).toBe('planned');
  });

  it('answers a question in the same way', () => {
    const log = (rest: string) =>
      `mitigations: { log: { covers: repudiation on operation getOrder, status: implemented${rest} } }\n`;
    expect(analysed(ENVIRONMENTS + log('')).coverage?.repudiation).toBe('mitigated');
    expect(analysed(ENVIRONMENTS + log(', in: sandbox')).coverage?.repudiation).toBe('unanswered');
  });

  it('counts nowhere where the environment is none', () => {
    const { finding, codes } = analysed(OWNER(', in: production'));
    expect(finding?.state).toBe('threatened');
    expect(codes).toContain('unknown-environment');
  });
});

describe('An assumption', () => {
  const assumed = (rest: string) => `assumptions: { private: { ${rest} } }\n`;

  it('stands in place of an answer, and takes nothing off the risk', () => {
    const { finding } = analysed(
      assumed('covers: broken-object-level-authorization on shop, owner: ciso, until: 2027-06-30'),
    );
    expect(finding).toMatchObject({ state: 'assumed', severity: 'hint' });
    expect(finding?.risk.residual).toBe(finding?.risk.inherent);
  });

  it('is open again after its day, and counts for nothing without owner and day', () => {
    const covers = 'covers: broken-object-level-authorization on shop';
    const past = analysed(assumed(`${covers}, owner: ciso, until: 2026-06-30`));
    expect(past.finding).toMatchObject({ state: 'threatened', severity: 'warning' });
    expect(past.finding?.lacking).toBe('"private" assumed it until 2026-06-30, which has passed.');
    const bare = analysed(assumed(covers));
    expect(bare.finding).toMatchObject({
      state: 'threatened',
      lacking: '"private" does not count yet: it lacks owner and until.',
    });
    expect(analysed(assumed(`${covers}, owner: ciso, until: 2026-11-24`)).finding?.state).toBe('assumed');
  });

  it('of a whole category closes nothing that is shown, and answers questions', () => {
    const all = assumed('covers: all on shop, owner: ciso, until: 2027-06-30');
    expect(analysed(all).finding?.state).toBe('threatened');
    expect(analysed(all).coverage?.repudiation).toBe('assumed');
  });

  it('says what it would answer', () => {
    const problems = load(
      `\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n` +
        assumed('covers: operation getOrdr, owner: ciso, until: 2027-06-30'),
    ).analysis.problems.map(({ code }) => code);
    expect(problems).toEqual(['missing-what', 'unknown-operation']);
  });
});

describe('The line of a goal', () => {
  const RISK = 'risk: { acceptable: critical }\n';
  const severity = (rest: string) => analysed(RISK + rest).finding?.severity;

  it('counts where it is stricter than that of the model, at all that it protects', () => {
    expect(severity('')).toBe('information');
    expect(severity('goals: { g: { protects: shop, acceptable: low } }\n')).toBe('warning');
    expect(severity('goals: { g: { protects: operation search, acceptable: low } }\n')).toBe('information');
    expect(severity('goals: { g: { protects: shop } }\n')).toBe('information');
    expect(analysed('goals: { g: { protects: shop, acceptable: critical } }\n').finding?.severity).toBe('warning');
  });

  it('counts for the property that it names', () => {
    expect(severity('goals: { g: { protects: shop, property: authorization, acceptable: low } }\n')).toBe('warning');
    expect(severity('goals: { g: { protects: shop, property: availability, acceptable: low } }\n')).toBe('information');
  });

  it('counts where data is, by schema, field or API, and in a business flow', () => {
    const goal = 'goals: { g: { protects: thing, acceptable: low } }\n';
    expect(severity(`data: { thing: { class: personal, schemas: Order } }\n${goal}`)).toBe('warning');
    expect(severity(`data: { thing: { class: personal, schemas: shop Order } }\n${goal}`)).toBe('warning');
    expect(severity(`data: { thing: { class: personal, fields: street } }\n${goal}`)).toBe('warning');
    expect(severity(`data: { thing: { class: personal, fields: Order.street } }\n${goal}`)).toBe('warning');
    expect(severity(`data: { thing: { class: personal, fields: q } }\n${goal}`)).toBe('information');
    expect(severity(`businessFlows: { thing: operation getOrder }\n${goal}`)).toBe('warning');
    expect(severity(`businessFlows: { thing: operation search }\n${goal}`)).toBe('information');
  });

  it('counts for a threat that harms it, or data that it protects', () => {
    const data = 'data: { customer: { class: personal, fields: nowhere } }\n';
    const goals = 'goals: { gdpr: { regulation: GDPR, protects: customer, acceptable: low } }\n';
    const threat = (harms: string) =>
      `threats: { t: { title: T, affects: operation search, stride: disclosure, dread: 8/8/8/8/8${harms} } }\n`;
    const written = (harms: string) =>
      analysed(RISK + data + goals + threat(harms)).api?.findings.find(({ rule }) => rule === 'written-threat')
        ?.severity;
    expect(written('')).toBe('information');
    expect(written(', harms: customer')).toBe('warning');
    expect(written(', harms: gdpr')).toBe('warning');
  });

  it('is the line that fails a check', () => {
    const exit = (rest: string) => {
      const { analysis, files } = load(
        `\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n${rest}`,
      );
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const findings = analysis.apis.flatMap((api) =>
        api.findings.map((finding) => ({ api, finding, location: { path: files[0]?.uri ?? '', range } })),
      );
      return findings.filter((one) => fails(one, null)).map(({ finding }) => finding.rule);
    };
    expect(exit(RISK)).toEqual([]);
    const goal = 'goals: { g: { protects: operation getOrder, property: authorization, acceptable: low } }\n';
    expect(exit(RISK + goal)).toEqual(['broken-object-level-authorization']);
    expect(exit(RISK + goal.replace('getOrder', 'search'))).toEqual([]);
  });

  it('is the line that an acceptance is held against', () => {
    const accept =
      'mitigations: { a: { strategy: accept, covers: all on shop, reason: R, owner: o, until: 2099-01-01 } }\n';
    expect(analysed(RISK + accept).codes).toEqual([]);
    expect(analysed(`${RISK}goals: { g: { protects: shop, acceptable: low } }\n${accept}`).codes).toEqual([
      'accepts-too-much',
    ]);
  });
});
