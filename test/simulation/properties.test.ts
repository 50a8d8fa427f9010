import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf, running, stepsIn } from '../../server/src/core/simulation';
import { seedStreams } from '../../server/src/core/simulation/random';
import { type Drawn, graphOf, runOf } from './graphs';

const NODES = ['start', 'a', 'b', 'c', 'd', 'e'];
const node = fc.constantFrom(...NODES);
const lowered = fc.array(
  fc.record({ candidate: fc.integer({ min: 0, max: 4 }), left: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 3 },
);
const edge: fc.Arbitrary<Drawn> = fc.tuple(
  node,
  node,
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'),
  lowered,
);
const graphs = fc.array(edge, { maxLength: 25 }).map((edges) => graphOf(edges, ['c', 'd', 'e'], 5));

describe('a simulation', () => {
  it('is the same for the same seed, and another for another', () => {
    const graph = graphOf(
      [
        ['start', 'asset', 0.5],
        ['start', 'b', 0.5],
        ['b', 'asset', 0.5],
      ],
      ['asset', 'b'],
    );
    expect(runOf(graph, 5)).toEqual(runOf(graph, 5));
    expect(runOf(graph, 5).hits).not.toEqual(runOf(graph, 6).hits);
  });

  it('draws the same numbers on every machine', () => {
    // Whole numbers of 32 bits: these were computed once and must never change.
    expect([...seedStreams(1, ['a', 'b'])]).toMatchInlineSnapshot(`
      [
        102684347,
        1935760104,
        -1527499496,
        16,
        -244166574,
        -905418313,
        -937901303,
        16,
      ]
    `);
    const [hits] = runOf(graphOf([['start', 'asset', 0.3]], ['asset']), 1, 10_000).hits;
    expect(hits).toMatchInlineSnapshot(`2999`);
  });

  it('leaves the draws of all else as they are when a step is added', () => {
    const before: Drawn[] = [
      ['start', 'a', 0.5, 'one'],
      ['a', 'b', 0.5, 'two'],
    ];
    const after: Drawn[] = [['start', 'z', 0.5, 'zero'], ...before];
    expect(runOf(graphOf(after, ['b']), 3).hits).toEqual(runOf(graphOf(before, ['b']), 3).hits);
  });

  it('never gets worse by a measure: what it removes is not below nought, and what is left not above what was', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const { removed, first, loss } = runOf(graph, seed, 200);
        expect(removed.every((one) => one >= 0 && one <= loss)).toBe(true);
        let left = loss;
        for (const one of first) {
          expect(one.left).toBeLessThanOrEqual(left);
          left = one.left;
        }
        expect(left).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });

  it('finds with a measure in place what it says that the measure leaves, and no asset more often', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), fc.integer({ min: 0, max: 4 }), (graph, seed, candidate) => {
        const before = runOf(graph, seed, 200);
        const edges = graph.edges.map((one) => {
          const left = one.lowered.filter((entry) => entry.candidate === candidate).map((entry) => entry.left);
          return { ...one, probability: one.probability * Math.min(1, ...left) };
        });
        // An edge may name a measure twice; then the stronger counts.
        const after = runOf({ ...graph, edges }, seed, 200);
        after.hits.forEach((hits, index) => {
          expect(hits).toBeLessThanOrEqual(before.hits[index] ?? 0);
        });
        expect(before.loss - (before.removed[candidate] ?? 0)).toBeCloseTo(after.loss, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('takes as many steps as it says, so that progress can be told', () => {
    for (const candidates of [0, 1, 2, 31, 32, 100]) {
      const edges = Array.from({ length: Math.max(1, candidates) }, (_, candidate): Drawn => {
        return ['start', 'asset', 0.01, `d${candidate}`, candidates === 0 ? [] : [{ candidate, left: 0.5 }]];
      });
      const { problem } = problemOf(graphOf(edges, ['asset'], candidates));
      const options = { runs: 1000, seed: 1 };
      const steps = running(problem, options);
      let count = 0;
      while (!steps.next().done) count++;
      expect(count).toBe(stepsIn(problem, options));
    }
  });
});
