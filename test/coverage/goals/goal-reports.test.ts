import { describe, expect, it } from 'vitest';
import { goalReports } from '../../../server/src/core/coverage';
import { goalsTree, type StatusNode } from '../../../server/src/core/features/status-tree';
import { load } from '../../support/check';
import { STUDIO, studioModel } from './studio';

/** `state: weight number message, ...` of the only goal. */
function report(rest: string, description?: string) {
  const [found] = goalReports(load(studioModel(rest, description)).analysis);
  if (found === undefined) throw new Error('no goal');
  const against = [
    ...found.findings.map(({ weight, clause, finding }) => `${weight} ${clause?.number ?? ''} ${finding.rule}`),
  ];
  return { state: found.state, against, flows: found.flows.map(({ weight, clause }) => `${weight} ${clause?.number}`) };
}

const ERASED = `right-to-know, right-to-erasure, processing-records, data-minimisation and security-of-processing on member`;

describe('A goal', () => {
  it('is broken by what a description shows, under the article that it is about by our reading', () => {
    const inQuery = STUDIO.replace(
      '  /status:\n    get: {',
      '  /status:\n    get: { parameters: [{ name: email, in: query, schema: { type: string, format: email } }],',
    );
    expect(inQuery).not.toBe(STUDIO);
    const { state, against } = report('goals: { gdpr: { regulation: GDPR, protects: studio } }\n', inQuery);
    expect(state).toBe('broken');
    expect(against).toContain('breaks Art 25 broken-object-level-authorization');
    expect(against.join()).toContain('Art 32 sensitive-data-in-query');
  });

  it('is broken where card data goes without TLS', () => {
    const { state, against } = report(
      'goals: { cards: { regulation: PCI DSS, protects: card } }\n',
      STUDIO.replace('https:', 'http:'),
    );
    expect([state, against.filter((one) => one.includes('cleartext'))]).toEqual([
      'broken',
      ['breaks 4.2 cleartext-transport'],
    ]);
  });

  it('is broken by a flow that carries its data in clear text, and at risk by one of which nobody knows', () => {
    const flow = (over: string) => `goals: { gdpr: { regulation: GDPR, protects: member } }
zones: { out: untrusted, in: trusted }
actors: { a: { zone: out } }
components: { db: { zone: in } }
flows: { a -> db: { carries: member${over} } }
`;
    expect(report(flow(', over: http')).flows).toEqual(['breaks Art 32']);
    expect(report(flow('')).flows).toEqual(['endangers Art 32']);
    expect(report(flow(', over: tls')).flows).toEqual([]);
  });

  it('is met where its questions are answered and nothing above the line is open', () => {
    const answered = `goals: { gdpr: { regulation: GDPR, protects: member } }
mitigations:
  owner: { control: ownership-check, covers: member, status: implemented }
  office: { covers: "${ERASED}", status: implemented }
  minimal: { covers: data-minimisation on member, status: STATUS }
`;
    expect(report(answered.replace('STATUS', 'implemented')).state).toBe('met');
    const [planned] = [answered.replaceAll('data-minimisation and ', '').replace('STATUS', 'planned, due: 2099-01-01')];
    expect(report(planned ?? '').state).toBe('at-risk');
  });

  it('of a property counts what is against it, and asks the questions of its category', () => {
    const rest = 'goals: { uptime: { property: availability, protects: studio } }\n';
    expect(report(rest)).toEqual({ state: 'at-risk', against: [], flows: [] });
    const shut =
      'mitigations: { limits: { covers: denial on studio, status: implemented }, none: { control: rate-limiting, covers: studio, status: implemented } }\n';
    expect(report(rest + shut).state).toBe('met');
    const threat = 'threats: { t: { title: T, affects: operation pay, stride: denial, dread: 9/9/9/9/9 } }\n';
    expect(report(rest + threat)).toMatchObject({
      state: 'broken',
      against: expect.arrayContaining(['breaks  written-threat']),
    });
    const other = 'threats: { t: { title: T, affects: operation pay, stride: spoofing, dread: 9/9/9/9/9 } }\n';
    expect(report(rest + other).against).not.toContain('breaks  written-threat');
  });

  it('counts a threat that harms it wherever it strikes', () => {
    const rest = `goals: { gdpr: { regulation: GDPR, protects: member } }
threats: { t: { title: T, affects: operation status, stride: repudiation, harms: member, dread: 9/9/9/9/9 } }
`;
    expect(report(rest).against).toContain('breaks  written-threat');
    expect(report(rest.replace(', harms: member', '')).against).not.toContain('breaks  written-threat');
  });

  it('below its own line is not at risk', () => {
    const rest =
      'goals: { ours: { regulation: Ours, protects: operation status } }\nthreats: { t: { title: T, affects: operation status, stride: denial, dread: 2/2/2/2/2 } }\nmitigations: { all: { covers: all on operation status, status: implemented } }\n';
    expect(report(rest)).toEqual({ state: 'met', against: ['below  written-threat'], flows: [] });
  });

  it('that reaches nothing is at risk', () => {
    expect(report('goals: { ours: { regulation: Ours, protects: nobody } }\n').state).toBe('at-risk');
  });
});

describe('The list of goals', () => {
  const flat = (nodes: readonly StatusNode[]): StatusNode[] => nodes.flatMap((one) => [one, ...flat(one.children)]);

  it('has each goal with what is against it and its questions, and ids of their own', () => {
    const rest =
      'goals: { gdpr: { title: People, regulation: GDPR, protects: member }, up: { property: availability, protects: studio } }\n';
    const nodes = goalsTree(load(studioModel(rest)).analysis);
    expect(nodes.map(({ label, description, tone }) => [label, description, tone])).toEqual([
      ['People', 'broken · GDPR', 'bad'],
      ['up', 'at risk', 'waiting'],
    ]);
    const [people] = nodes;
    expect(people?.children[0]).toMatchObject({ description: 'GDPR Art 25', detail: 'breaks it', tone: 'bad' });
    expect(people?.children.find(({ label }) => label === 'GDPR Art 17 erasure')).toMatchObject({
      description: 'nobody has answered yet',
      tone: 'waiting',
    });
    const all = flat(nodes);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ label, description, detail }) => `${label} ${description} ${detail}`).join()).not.toMatch(
      /complian/i,
    );
  });

  it('leaves out findings that settings hide, and says of the goal what it said', () => {
    const { analysis } = load(studioModel('goals: { gdpr: { regulation: GDPR, protects: member } }\n'));
    const [all] = goalsTree(analysis);
    const [some] = goalsTree(analysis, new Set(['broken-object-level-authorization']));
    expect(some).toMatchObject({ description: all?.description, tone: 'bad' });
    expect(all?.children.filter(({ detail }) => detail === 'breaks it')).toHaveLength(1);
    expect(some?.children.filter(({ detail }) => detail === 'breaks it')).toEqual([]);
  });

  it('is empty without goals', () => expect(goalsTree(load(studioModel('')).analysis)).toEqual([]));
});
