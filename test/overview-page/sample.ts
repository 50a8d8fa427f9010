import type { Overview, OverviewCell, OverviewThreat, WireSimulation } from '../../server/src/protocol';

const FILE = 'file:///shop/openapi.yaml';

export function threat(change: Partial<OverviewThreat> = {}): OverviewThreat {
  return {
    key: 'k1',
    rule: 'injection',
    title: 'A free text may reach a query',
    place: 'GET /orders',
    operations: 1,
    stride: ['tampering'],
    state: 'threatened',
    open: true,
    certainty: 'shown',
    inherent: 6.5,
    residual: 6.5,
    projected: 3.2,
    level: 'medium',
    cell: 7,
    inherentCell: 3,
    at: [0, 10, 4],
    ...change,
  };
}

const CELL: OverviewCell = { level: 'medium', threats: 0, open: 0, inherent: 0 };

/** An overview of one API, two operations and the given threats. */
export function sample(threats: readonly OverviewThreat[] = [threat()], title = 'Shop'): Overview {
  const cells = Array.from({ length: 25 }, (_, index) => ({
    ...CELL,
    threats: threats.filter(({ cell }) => cell === index).length,
    open: threats.filter(({ cell, open }) => open && cell === index).length,
    inherent: threats.filter(({ inherentCell }) => inherentCell === index).length,
  }));
  const none = [null, null, null, null, null, null];
  return {
    title,
    files: [FILE],
    apis: [
      {
        name: 'shop',
        exposure: 'internet',
        at: [0, 0, 0],
        rows: [
          {
            name: 'GET /orders',
            at: [0, 9, 2],
            states: ['controlled', 'threatened', 'not-applicable', 'mitigated', 'controlled', 'controlled'],
            levels: [null, 'medium', null, null, null, null],
            worst: [null, 0, null, null, null, null],
          },
          {
            name: 'POST /orders',
            at: [0, 20, 2],
            states: ['controlled', 'controlled', 'accepted', 'mitigated', 'controlled', 'controlled'],
            levels: none,
            worst: none,
          },
        ],
      },
    ],
    summary: {
      apis: 1,
      operations: 2,
      threats: threats.length,
      open: threats.filter(({ open }) => open).length,
      unanswered: 0,
      levels: (['critical', 'high', 'medium', 'low', 'note'] as const).map((level) => ({
        level,
        inherent: 1,
        residual: threats.filter((one) => one.level === level).length,
        projected: 0,
      })),
      risk: { inherent: 20, residual: 15, projected: 5 },
      methods: ['DREAD'],
    },
    threats,
    matrix: { cells },
    answers: [],
    diagram: {
      width: 400,
      height: 200,
      modelled: true,
      guesses: [],
      zones: [
        { id: 'dmz', label: 'DMZ', trust: 'trusted', guessed: false, at: null, x: 0, y: 0, width: 200, height: 200 },
      ],
      nodes: [
        {
          id: 'shop',
          kind: 'api',
          label: 'shop',
          detail: '2 operations',
          zone: 'dmz',
          level: 'medium',
          threats: 1,
          guessed: false,
          at: [0, 0, 0],
          x: 20,
          y: 20,
          width: 120,
          height: 50,
        },
        {
          id: 'customer',
          kind: 'actor',
          label: 'customer',
          detail: '',
          zone: '',
          level: null,
          threats: 0,
          guessed: true,
          at: null,
          x: 260,
          y: 20,
          width: 120,
          height: 50,
        },
      ],
      edges: [
        {
          from: 'customer',
          to: 'shop',
          carries: ['card number'],
          over: 'https',
          crosses: true,
          clear: false,
          guessed: false,
          points: [
            [260, 40],
            [140, 40],
          ],
          labelAt: [200, 40],
          at: null,
        },
      ],
    },
  };
}

export function simulation(change: Partial<WireSimulation> = {}): WireSimulation {
  const location = { uri: FILE, range: { start: { line: 10, character: 4 }, end: { line: 10, character: 9 } } };
  return {
    runs: 10_000,
    seed: 1,
    modelled: true,
    guesses: ['Whoever comes before an API gets an account there, with probability 0.5.'],
    leadNowhere: 1,
    loss: 4,
    error: 0.05,
    assets: [
      {
        kind: 'data',
        id: 'orders',
        title: 'Orders',
        harm: 'disclosed',
        impact: 7,
        probability: 0.25,
        error: 0.004,
        loss: 1.75,
        guessed: true,
      },
    ],
    paths: [
      {
        assets: ['orders'],
        harms: ['Orders disclosed'],
        probability: 0.2,
        loss: 1.4,
        start: 'internet',
        steps: [
          {
            text: 'A free text may reach a query',
            probability: 0.4,
            guess: '',
            finding: 'k1',
            certainty: 'silent',
            operation: 'GET /orders',
            location,
          },
        ],
      },
    ],
    measures: [
      {
        id: 'm1',
        title: 'Queries with parameters',
        source: 'possible',
        control: 'parameterised-queries',
        location,
        findings: 1,
        operations: 1,
        certainty: 'silent',
        buys: 1.5,
        error: 0.02,
      },
    ],
    first: [{ id: 'm1', title: 'Queries with parameters', source: 'possible', buys: 1.5, left: 2.5 }],
    ...change,
  };
}
