import { describe, expect, it } from 'vitest';
import { load } from '../support/check';

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders/{orderId}:
    get:
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
      responses: { "200": { description: One } }
  /gifts/unlock:
    post:
      operationId: unlockGift
      responses: { "200": { description: Yours } }
  /lines:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 5000 } }]
      responses: { "200": { description: Lines, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Line" } } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Line: { type: object, properties: { wert: { type: string }, password: { type: string } } }
`;

const MODEL = `stridewise: 1
title: Shop
apis: { shop: { spec: ./openapi.yaml } }
`;

function analysed(rest: string) {
  const { analysis } = load(`\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\n${MODEL}${rest}`);
  return {
    findings: analysis.apis[0]?.findings ?? [],
    problems: [...analysis.problems, ...(analysis.models[0]?.problems ?? [])],
  };
}

/** `rule certainty level severity` of what one rule finds. */
function of(rule: string, rest = ''): readonly string[] {
  return analysed(rest)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ certainty, risk, severity }) => `${certainty} ${risk.level} ${severity}`);
}

describe('rules in a model', () => {
  const BOLA = 'broken-object-level-authorization';

  it('off takes away what the rule finds', () => {
    expect(of(BOLA)).toEqual(['shown medium warning']);
    expect(of(BOLA, `rules: { ${BOLA}: { level: off, reason: Ids are secret } }\n`)).toEqual([]);
  });

  it('a level is the level of what it finds', () => {
    expect(of(BOLA, `rules: { ${BOLA}: { level: low, reason: Ids are secret } }\n`)).toEqual(['shown low information']);
    expect(of(BOLA, `rules: { ${BOLA}: { level: critical, reason: Health data } }\n`)).toEqual([
      'shown critical error',
    ]);
  });

  it('without a reason nothing changes, and a problem says so', () => {
    const rest = `rules: { ${BOLA}: { level: off } }\n`;
    expect(of(BOLA, rest)).toEqual(['shown medium warning']);
    expect(analysed(rest).problems.map(({ code }) => code)).toContain('missing-key');
  });

  it('a parameter moves the bound that a rule knows, and an unknown one is a problem', () => {
    expect(of('unbounded-page-size')).toEqual([]);
    const rest = 'rules: { unbounded-page-size: { largest: 500, reason: The database is small } }\n';
    expect(of('unbounded-page-size', rest)).toHaveLength(1);
    const wrong = analysed(
      'rules: { unbounded-page-size: { biggest: 500, reason: x }, injection: { depth: 1, reason: y } }\n',
    );
    expect(wrong.problems.map(({ message }) => message)).toEqual([
      '`unbounded-page-size` has no parameter `biggest`: it has `largest`',
      '`injection` has no parameter `depth`: it has none',
    ]);
  });

  it.each(['lots', '~', '-5', '5 000'])('a parameter whose value is %s is a problem and changes nothing', (value) => {
    const rest = `rules: { unbounded-page-size: { largest: ${value}, reason: x } }\n`;
    expect(of('unbounded-page-size', rest)).toEqual([]);
    expect(
      analysed(rest)
        .problems.map(({ message }) => message)
        .join(),
    ).toContain('`largest` of `unbounded-page-size` takes a number');
  });

  it('a rule that does not exist is a problem', () => {
    expect(analysed('rules: { injektion: { level: off, reason: x } }\n').problems.map(({ code }) => code)).toEqual([
      'unknown-rule',
    ]);
  });
});

describe('business flows in a model', () => {
  it('make an operation worth abusing that its name does not show', () => {
    expect(of('business-flow-abuse')).toEqual([]);
    expect(of('business-flow-abuse', 'businessFlows: { gift: [operation unlockGift] }\n')).toEqual([
      'shown medium warning',
    ]);
  });

  it('may be abused out of order too, which no name of one operation shows', () => {
    const { findings } = analysed('businessFlows: { gift: [operation unlockGift] }\n');
    expect(findings.find(({ rule }) => rule === 'business-flow-abuse')?.cwe).toEqual([841, 837, 799]);
  });

  it('name operations that exist', () => {
    expect(analysed('businessFlows: { gift: [operation openGift] }\n').problems.map(({ code }) => code)).toEqual([
      'unknown-operation',
    ]);
  });
});

describe('data in a model', () => {
  const EXPOSED = 'excessive-data-exposure';

  it('replaces what a name lets us derive', () => {
    expect(of(EXPOSED)).toHaveLength(1);
    expect(of(EXPOSED, 'data: { word: { class: public, fields: Line.password } }\n')).toEqual([]);
    expect(of(EXPOSED, 'data: { word: { class: public, schemas: Line } }\n')).toEqual([]);
    expect(of(EXPOSED, 'data: { word: { class: public, fields: Other.password } }\n')).toHaveLength(1);
  });

  it('raises what handles it', () => {
    const damage = (rest = '') =>
      analysed(rest).findings.find(({ rule }) => rule === 'broken-object-level-authorization')?.risk.inherent ?? 0;
    const secret = 'data: { number: { class: payment, fields: orderId } }\n';
    expect(damage(secret)).toBeGreaterThan(damage());
  });
});
