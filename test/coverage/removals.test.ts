import { describe, expect, it } from 'vitest';
import { diagnosticsFor } from '../../server/src/core';
import { assess } from '../../server/src/core/risk';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders:
    post:
      security: []
      responses: { "201": { description: made } }
  /debug:
    delete:
      security: []
      responses: { "204": { description: gone } }
`;

function figures(entry: string, more = '', method = 'dread') {
  const api = `stridewise: 1\napis:\n  shop: { spec: ./openapi.yaml${more} }\nrisk: { method: ${method} }\n`;
  const { analysis } = load(`${SPEC}//- shop.threats.yaml\n${api}mitigations:\n  a: { strategy: avoid, ${entry} }\n`);
  const of = (path: string) => {
    const found = analysis.apis[0]?.findings.find(
      ({ rule, operations }) => rule === 'missing-authentication' && operations[0]?.path === path,
    );
    if (found?.basis == null) throw new Error(`Nothing on ${path}`);
    const { state, risk, basis } = found;
    const projected = assess(basis).methods.find(({ ranks }) => ranks)?.projected;
    return { state, left: risk.residual / risk.inherent, level: risk.level, projected };
  };
  return { of, codes: analysis.problems.map(({ code }) => code) };
}

describe('What is removed', () => {
  it('leaves all of the risk while it is still served, which is a problem', () => {
    const { of, codes } = figures('removes: DELETE /debug, status: implemented');
    expect(of('/debug')).toMatchObject({ state: 'planned', left: 1, projected: 0 });
    expect(codes).toEqual(['still-there']);
  });

  it('leaves nothing once its plan is carried out', () => {
    const { of, codes } = figures('removes: DELETE /debug, status: planned');
    expect(of('/debug')).toMatchObject({ state: 'planned', left: 1, projected: 0 });
    expect(codes).toEqual([]);
  });

  it.each(['dread', 'owaspRating', 'pasta'])('leaves nothing where the API is retired, by %s', (method) => {
    const { of, codes } = figures('removes: DELETE /debug, status: implemented', ', lifecycle: retired', method);
    expect(of('/debug')).toMatchObject({ state: 'avoided', left: 0, level: 'note', projected: 0 });
    expect(of('/orders')).toMatchObject({ state: 'threatened', left: 1 });
    expect(codes).toEqual(['retired-still-there']);
  });

  it('leaves nothing of what it made possible elsewhere', () => {
    const covering = (path: string) =>
      `removes: ${path}, covers: missing-authentication on POST /orders, status: implemented`;
    expect(figures(covering('GET /gone')).of('/orders')).toMatchObject({ state: 'avoided', left: 0 });
    expect(figures(covering('DELETE /debug')).of('/orders')).toMatchObject({ state: 'planned', left: 1 });
  });

  it('answers no question while it is still served, and says so beside what is found', () => {
    const text = `${SPEC}//- shop.threats.yaml\nstridewise: 1\napis: { shop: ./openapi.yaml }\nmitigations: { a: { strategy: avoid, removes: DELETE /debug, status: implemented } }\n`;
    const { workspace, analysis } = load(text);
    const api = analysis.apis[0];
    const debug = api?.description.operations.find(({ path }) => path === '/debug');
    if (api === undefined || debug === undefined) throw new Error('no operation');
    expect(new Set(Object.values(api.coverage.get(debug) ?? {}))).toEqual(new Set(['planned']));
    const told = diagnosticsFor(workspace, analysis, 'file:///workspace/openapi.yaml', { open: true });
    expect(told.find(({ code }) => code === 'debug-operation')?.message).toMatch(
      /\. "a" says that it is gone, and it is still served\.$/,
    );
  });
});
