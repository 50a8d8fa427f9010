import { describe, expect, it } from 'vitest';
import { type Analysis, problemsOf } from '../../server/src/core';
import { analysisOf, type Files } from '../support/told';

const MODEL = 'stridewise: 1\napis: { shop: ./openapi.yaml }\n';

const spec = (answers: { operation?: string; path?: string; root?: string }) => `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
${answers.root ?? ''}
paths:
  /orders/{orderId}:
${answers.path ?? ''}
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    get:
${answers.operation ?? ''}
      operationId: getOrder
      security: []
      responses: { "200": { description: ok } }
    delete:
      security: []
      responses: { "204": { description: gone } }
  /orders:
    post:
      security: []
      responses: { "201": { description: made } }
`;

/** What is found, with what became of it, and the states of all operations. */
function told(files: Files): string[] {
  const analysis = analysisOf(files);
  const findings = analysis.apis.flatMap((api) =>
    api.findings.flatMap(({ rule, members }) =>
      members.map(
        ({ operation: { method, path }, answers, appraisal }) =>
          `${rule} ${method} ${path} ${answers.map(({ id, status }) => `${id} ${status}`).join()} ${JSON.stringify(appraisal.risk)}`,
      ),
    ),
  );
  const states = analysis.apis.flatMap(({ coverage }) =>
    [...coverage].map(([{ method, path }, categories]) => `${method} ${path} ${JSON.stringify(categories)}`),
  );
  return [...findings, ...states].sort();
}

function problems(analysis: Analysis): string[] {
  return problemsOf(analysis).map(
    ({ code, at, message }) => `${at.uri.slice(-12)} ${code} "${at.block.text.slice(at.start, at.end)}" ${message}`,
  );
}

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

const CASES: readonly (readonly [string, string, string])[] = [
  [
    'a rule that is accepted',
    'm: { strategy: accept, covers: missing-authentication%, reason: r, owner: o, until: 2027-01-01 }',
    ' on @',
  ],
  [
    'a category',
    'm: { strategy: accept, covers: spoofing and denial%, reason: r, owner: o, until: 2027-01-01 }',
    ' on @',
  ],
  ['everything', 'm: { covers: all%, status: implemented }', ' on @'],
  ['a control', 'm: { control: rate-limiting, status: implemented# }', ', covers: @'],
  [
    'what was accepted and is open again',
    'm: { strategy: accept, covers: all%, reason: r, owner: o, until: 2025-01-01 }',
    ' on @',
  ],
  ['what is planned', 'm: { covers: missing-authentication%, status: planned, due: 2027-01-01 }', ' on @'],
  ['what goes away', 'm: { strategy: avoid, status: planned# }', ', removes: @'],
  ['an exception', 'm: { covers: all%, except: denial%, status: implemented }', ' on @'],
];

describe('Answers beside what they answer', () => {
  it.each(CASES)('%s on an operation is the same as in the model', (_, entry, place) => {
    const beside = entry.replaceAll('%', '').replace('#', '');
    const there = entry.replaceAll('%', place).replace('#', place).replaceAll('@', 'GET /orders/{orderId}');
    const model = `${MODEL}mitigations:\n  ${quoted(there)}\n`;
    const operation = `      x-stridewise:\n        mitigations:\n          ${beside}`;
    const files = { 'openapi.yaml': spec({ operation }), 'a.threats.yaml': MODEL };
    expect(told(files)).toEqual(told({ 'openapi.yaml': spec({}), 'a.threats.yaml': model }));
    expect(told(files)).not.toEqual(told({ 'openapi.yaml': spec({}), 'a.threats.yaml': MODEL }));
  });

  it.each(CASES)('%s on a path is the same as in the model', (_, entry, place) => {
    const beside = entry.replaceAll('%', '').replace('#', '');
    const there = entry.replaceAll('%', place).replace('#', place).replaceAll('@', 'ANY /orders/{orderId}');
    const model = `${MODEL}mitigations:\n  ${quoted(there)}\n`;
    const path = `    x-stridewise:\n      mitigations:\n        ${beside}`;
    const files = { 'openapi.yaml': spec({ path }), 'a.threats.yaml': MODEL };
    expect(told(files)).toEqual(told({ 'openapi.yaml': spec({}), 'a.threats.yaml': model }));
  });

  it.each(CASES.filter(([name]) => name !== 'what goes away'))(
    '%s at the root is the same as in the model',
    (_, entry, place) => {
      const beside = entry.replaceAll('%', '').replace('#', '');
      const there = entry.replaceAll('%', place).replace('#', place).replaceAll('@', 'shop');
      const model = `${MODEL}mitigations:\n  ${quoted(there)}\n`;
      const root = `x-stridewise:\n  mitigations:\n    ${beside}`;
      const files = { 'openapi.yaml': spec({ root }), 'a.threats.yaml': MODEL };
      expect(told(files)).toEqual(told({ 'openapi.yaml': spec({}), 'a.threats.yaml': model }));
    },
  );

  it('what does not apply is said by a category or a rule alone', () => {
    const operation = indented(
      'x-stridewise:\n  notApplicable:\n    repudiation: Reading only\n    missing-authentication: Public',
      6,
    );
    const files = { 'openapi.yaml': spec({ operation }), 'a.threats.yaml': MODEL };
    const model = `${MODEL}notApplicable:\n  repudiation on GET /orders/{orderId}: Reading only\n  missing-authentication on GET /orders/{orderId}: Public\n`;
    expect(told(files)).toEqual(told({ 'openapi.yaml': spec({}), 'a.threats.yaml': model }));
    expect(problems(analysisOf(files))).toEqual([]);
  });

  it('counts without a model, which asks no question of its own', () => {
    const entry = 'm: { strategy: accept, covers: missing-authentication, reason: r, owner: o, until: 2027-01-01 }';
    const operation = `      x-stridewise: { mitigations: { ${entry} } }`;
    const analysis = analysisOf({ 'openapi.yaml': spec({ operation }) });
    const found = analysis.apis[0]?.findings.filter(({ rule }) => rule === 'missing-authentication') ?? [];
    expect(found.map(({ state, operations }) => `${state} ${operations.map(({ method }) => method).join()}`)).toEqual([
      'threatened DELETE',
      'threatened POST',
      'accepted GET',
    ]);
    expect(analysis.apis[0]?.findings.filter(({ rule }) => rule === 'unanswered')).toHaveLength(1);
    expect(analysis.models).toEqual([]);
    expect(problems(analysis)).toEqual([
      'openapi.yaml accepts-too-much "m" "m" accepts a high risk: GET /orders/{orderId} hands out data and needs no login. Only low risk is acceptable here: reduce it, or raise `acceptable`',
    ]);
  });

  it('a threat of the model is meant by its id', () => {
    const model = `${MODEL}threats:\n  guess: { title: Guessing, stride: spoofing, affects: "GET /orders/{orderId}" }\n`;
    const operation = indented('x-stridewise: { mitigations: { m: { covers: guess, status: implemented } } }', 6);
    const analysis = analysisOf({ 'openapi.yaml': spec({ operation }), 'a.threats.yaml': model });
    const threat = analysis.apis[0]?.findings.find(({ threat }) => threat?.id === 'guess');
    expect(threat?.state).toBe('mitigated');
    expect(problems(analysis)).toEqual([]);
  });
});

/** Braces of a path would end a mapping in braces. */
function quoted(entry: string): string {
  return entry.replace(/(covers|except|removes): ((?:[^,{}]|\{\w+\})+)(?=,| \})/g, '$1: "$2"');
}
