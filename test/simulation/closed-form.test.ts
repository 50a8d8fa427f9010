import { describe, expect, it } from 'vitest';
import { type Drawn, errorsAbove, errorsAway, graphOf, RUNS, runOf, SEEDS } from './graphs';

const GRAPHS: readonly (readonly [name: string, edges: readonly Drawn[], probability: number])[] = [
  ['one step', [['start', 'asset', 0.3]], 0.3],
  [
    'steps in series',
    [
      ['start', 'a', 0.5],
      ['a', 'b', 0.6],
      ['b', 'asset', 0.7],
    ],
    0.5 * 0.6 * 0.7,
  ],
  [
    'steps in parallel',
    [
      ['start', 'asset', 0.2],
      ['start', 'asset', 0.3],
    ],
    1 - 0.8 * 0.7,
  ],
  [
    'two ways of two steps',
    [
      ['start', 'a', 0.5],
      ['a', 'asset', 0.4],
      ['start', 'b', 0.6],
      ['b', 'asset', 0.3],
    ],
    1 - (1 - 0.5 * 0.4) * (1 - 0.6 * 0.3),
  ],
  [
    'a step that both ways share',
    [
      ['start', 'a', 0.5],
      ['a', 'b', 0.6],
      ['a', 'c', 0.7],
      ['b', 'asset', 0.8],
      ['c', 'asset', 0.4],
    ],
    0.5 * (1 - (1 - 0.6 * 0.8) * (1 - 0.7 * 0.4)),
  ],
  // The same weakness twice on one way: it is there or it is not.
  [
    'a draw that a way needs twice',
    [
      ['start', 'a', 0.5, 'same'],
      ['a', 'asset', 0.3, 'same'],
    ],
    0.3,
  ],
  [
    'a draw that opens two ways',
    [
      ['start', 'asset', 0.5, 'same'],
      ['start', 'asset', 0.3, 'same'],
    ],
    0.5,
  ],
  [
    'a cycle',
    [
      ['start', 'a', 0.5],
      ['a', 'b', 0.6],
      ['b', 'a', 0.9],
      ['start', 'b', 0.2],
      ['a', 'asset', 0.7],
    ],
    // a by itself, or by b when b is reached directly.
    (1 - (1 - 0.5) * (1 - 0.2 * 0.9)) * 0.7,
  ],
  [
    'a bridge, which is neither series nor parallel',
    [
      ['start', 'a', 0.5],
      ['start', 'b', 0.5],
      ['a', 'b', 0.5],
      ['b', 'a', 0.5],
      ['a', 'asset', 0.5],
      ['b', 'asset', 0.5],
    ],
    bridge(),
  ],
];

/** By going through all 64 ways in which six even steps can turn out. */
function bridge(): number {
  let reached = 0;
  for (let outcome = 0; outcome < 64; outcome++) {
    const works = (step: number) => (outcome >> step) % 2 === 1;
    let a = works(0);
    let b = works(1);
    const [first, second] = [a, b];
    a ||= second && works(3);
    b ||= first && works(2);
    if ((a && works(4)) || (b && works(5))) reached++;
  }
  return reached / 64;
}

describe('simulated attacks agree with the closed form', () => {
  it.each(GRAPHS)('of %s', (_, edges, probability) => {
    for (const seed of SEEDS) {
      const [hits = 0] = runOf(graphOf(edges, ['asset']), seed).hits;
      expect(errorsAway(hits, probability), `seed ${seed}: ${hits / RUNS}, not ${probability}`).toBeLessThan(3);
    }
  });

  it('over four hundred seeds as chance would have it, neither farther off nor nearer', () => {
    const runs = 1000;
    const graph = graphOf(
      [
        ['start', 'asset', 0.2],
        ['start', 'asset', 0.3],
      ],
      ['asset'],
    );
    const away = Array.from({ length: 400 }, (_, seed) =>
      errorsAbove(runOf(graph, seed, runs).hits[0] ?? 0, 0.44, runs),
    );
    const mean = away.reduce((sum, one) => sum + one, 0) / away.length;
    const variance = away.reduce((sum, one) => sum + one * one, 0) / away.length;
    // Three standard errors of a mean and of a variance of 400 standard normal values.
    expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(400));
    expect(Math.abs(variance - 1)).toBeLessThan(3 * Math.sqrt(2 / 400));
  });

  it('of what a measure removes, and of three one after the other', () => {
    // Each measure halves a step of its own; m3 halves the step that m0 halves, too.
    const half = (candidate: number) => ({ candidate, left: 0.5 });
    const edges: Drawn[] = [
      ['start', 'x', 0.8, 'x', [half(0), half(3)]],
      ['start', 'y', 0.6, 'y', [half(1)]],
      ['start', 'z', 0.5, 'z', [half(2)]],
    ];
    for (const seed of SEEDS) {
      const tally = runOf(graphOf(edges, ['x', 'y', 'z'], 4), seed);
      for (const [candidate, removed] of [0.4, 0.3, 0.25, 0.4].entries()) {
        expect(errorsAway((tally.removed[candidate] ?? 0) / 10, removed)).toBeLessThan(3);
      }
      expect(tally.first.map(({ candidate }) => candidate)).toEqual([0, 1, 2]);
      const left = tally.loss - (tally.removed[0] ?? 0) - (tally.removed[1] ?? 0) - (tally.removed[2] ?? 0);
      expect(tally.first[2]?.left).toBeCloseTo(left, 6);
    }
  });

  it('where a measure closes one way to a step and another stays open, in whatever order they are found', () => {
    const closed: Drawn = ['start', 'a', 0.5, 'x', [{ candidate: 0, left: 0 }]];
    const rest: Drawn[] = [
      ['start', 'b', 1],
      ['b', 'a', 1],
      ['a', 'c', 1],
      ['c', 'asset', 0.5, 'y'],
    ];
    for (const edges of [
      [closed, ...rest],
      [...rest, closed],
    ]) {
      const { removed, loss } = runOf(graphOf(edges, ['asset'], 1), 1, 1000);
      expect([removed[0], loss > 0]).toEqual([0, true]);
    }
  });

  it('with more measures than fit into one word', () => {
    const edges = Array.from({ length: 70 }, (_, candidate): Drawn => {
      return ['start', `n${candidate}`, 0.5, `d${candidate}`, [{ candidate, left: candidate % 2 === 0 ? 0 : 1 }]];
    });
    const assets = edges.map(([, to]) => to);
    const tally = runOf(graphOf(edges, assets, 70), 7);
    for (let index = 0; index < 70; index++) {
      const whole = (tally.hits[index] ?? 0) * 10;
      expect(tally.removed[index]).toBe(index % 2 === 0 ? whole : 0);
    }
  });
});
