import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../server/src/core/simulation';
import { likeliestWays, pathsOf } from '../../server/src/core/simulation/paths';
import { type Drawn, graphOf, runOf } from './graphs';

function waysIn(drawn: readonly Drawn[], assets: readonly string[]) {
  const graph = graphOf(drawn, assets);
  const { problem, edges } = problemOf(graph);
  return likeliestWays(graph, problem, edges);
}

const told = (drawn: readonly Drawn[], assets = ['asset']) =>
  waysIn(drawn, assets).map(({ probability, steps }) => [
    steps.map(({ text }) => text).join(', '),
    Number(probability.toFixed(6)),
  ]);

describe('the likeliest ways', () => {
  it('have the product of their steps, the likeliest first, and at most three to one asset', () => {
    const drawn: Drawn[] = [
      ['start', 'a', 0.5],
      ['a', 'asset', 0.4],
      ['start', 'asset', 0.1],
      ['start', 'b', 1],
      ['b', 'asset', 0.3],
      ['b', 'asset', 0.05],
    ];
    expect(told(drawn)).toEqual([
      ['start to b, b to asset', 0.3],
      ['start to a, a to asset', 0.2],
      ['start to asset', 0.1],
    ]);
  });

  it('count a draw that they need twice once', () => {
    const twice: Drawn[] = [
      ['start', 'a', 0.5, 'same'],
      ['a', 'b', 0.9],
      ['b', 'asset', 0.3, 'same'],
    ];
    expect(told(twice)).toEqual([['start to a, a to b, b to asset', 0.27]]);
  });

  it('go round no circle and past nothing that never works', () => {
    const drawn: Drawn[] = [
      ['start', 'a', 0.5],
      ['a', 'b', 0.5],
      ['b', 'a', 1],
      ['b', 'asset', 0.5],
      ['start', 'asset', 0],
    ];
    expect(told(drawn)).toEqual([['start to a, a to b, b to asset', 0.125]]);
  });

  it('are never likelier than that the asset is harmed at all', () => {
    const node = fc.constantFrom('start', 'a', 'b', 'c');
    const tenths = fc.integer({ min: 0, max: 10 }).map((one) => one / 10);
    const edge: fc.Arbitrary<Drawn> = fc.tuple(node, node, tenths, fc.constantFrom('one', 'two', 'three', 'four'));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), (drawn) => {
        const assets = ['b', 'c'];
        const graph = graphOf(drawn, assets);
        const { hits, runs } = runOf(graph, 9, 4000);
        for (const { asset, probability } of waysIn(drawn, assets)) {
          const share = (hits[assets.indexOf(asset.id)] ?? 0) / runs;
          expect(probability).toBeLessThanOrEqual(share + 5 * Math.sqrt(0.25 / runs));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are one path where the same steps harm several things', () => {
    const both: Drawn[] = [
      ['start', 'a', 0.5, 'x'],
      ['a', 'one', 1],
      ['a', 'two', 1],
    ];
    const same = waysIn(both, ['one', 'two']).map((way) => ({
      ...way,
      steps: way.steps.map((step) => ({ ...step, text: step.from === 0 ? step.text : 'harms' })),
    }));
    expect(pathsOf(same, 5)).toMatchObject([{ assets: ['one', 'two'], probability: 0.5, loss: 10 }]);
    expect(pathsOf(waysIn(both, ['one', 'two']), 1)).toHaveLength(1);
  });
});
