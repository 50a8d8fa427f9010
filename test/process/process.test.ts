import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processTree } from '../../server/src/core/features/status-tree';
import { processesOf, type Stage, type StageId } from '../../server/src/core/process';
import { inWords } from '../../server/src/core/process/in-words';
import { studioModel } from '../coverage/goals/studio';
import { load } from '../support/check';

/** The stages of the first model. */
function stagesOf(source: string): readonly Stage[] {
  const [first] = processesOf(load(source).analysis);
  if (first === undefined) throw new Error('no model');
  return first.stages;
}

/** What is missing in a stage, `text @ lines`, and what is done there. */
function stage(id: StageId, rest: string) {
  const source = studioModel(rest);
  const { workspace, analysis } = load(source);
  const found = processesOf(analysis)[0]?.stages.find((one) => one.id === id);
  const lineOf = (at: NonNullable<Stage['items'][number]['missing'][number]['at']>) =>
    at.block.text.slice(at.start, at.end).split('\n')[0];
  expect(workspace.documents.size).toBeGreaterThan(0);
  return {
    state: found?.state,
    missing: found?.items
      .filter(({ done }) => !done)
      .map(({ text, missing }) => `${text} @ ${missing.flatMap(({ at }) => (at === null ? [] : lineOf(at))).join()}`),
    done: found?.items.filter(({ done }) => done).map(({ text }) => text),
  };
}

describe('The seven stages', () => {
  it('are these, in their order', () => {
    expect(stagesOf(studioModel('')).map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 objectives',
      '2 scope',
      '3 decomposition',
      '4 threats',
      '5 weaknesses',
      '6 attacks',
      '7 risk',
    ]);
  });

  it('1 ask for goals, that they reach something, and what their regulations ask', () => {
    expect(stage('objectives', '')).toMatchObject({
      state: 'empty',
      missing: ['No goal says what must stay true: write one under `goals` @ stridewise'],
    });
    expect(
      stage('objectives', 'goals: { gdpr: { regulation: GDPR, protects: member }, none: { protects: nobody } }\n'),
    ).toEqual({
      state: 'partial',
      missing: [
        '1 goal protects nothing that is there: none @ none',
        '5 questions of regulations are unanswered @ gdpr,gdpr,gdpr,gdpr,gdpr',
        '1 error keeps something written here from counting @ nobody',
      ],
      done: ['2 goals say what must stay true'],
    });
    expect(stage('objectives', 'goals: { ours: { regulation: Ours, protects: studio } }\n').state).toBe('complete');
  });

  it('2 ask for descriptions, owners, components and zones', () => {
    expect(stage('scope', '')).toEqual({
      state: 'partial',
      missing: [
        '1 API has no owner: studio @ studio',
        'No component is named: gateways, datastores and services of others stand under `components` @ stridewise',
        '1 thing lies in no zone: studio @ studio',
      ],
      done: ['1 API is named', 'Every API has its description', 'Every description belongs to a model'],
    });
    expect(stage('scope', 'owner: team\ncomponents: { db: { kind: datastore } }\n').missing).toEqual([
      '2 things lie in no zone: studio, db @ studio,db',
    ]);
    const lost = studioModel('').replace('./openapi.yaml }', './gone.yaml, owner: me }');
    const [, scope] = stagesOf(lost);
    expect(scope?.items.filter(({ done }) => !done).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '1 API has no description that was found: studio',
        '1 description belongs to no model: openapi',
      ]),
    );
  });

  it('3 ask for data, zones, actors and flows, and what no flow reaches', () => {
    const parts = `zones: { out: untrusted, in: trusted }
actors: { guest: { zone: out }, idle: { zone: out } }
components: { orders-db: { kind: datastore, zone: in } }
flows: { guest -> studio: { carries: member, over: https } }
`;
    expect(stage('decomposition', parts)).toEqual({
      state: 'partial',
      missing: [
        '1 thing has no flow that leads there: orders-db @ orders-db',
        '1 actor calls nothing: idle @ idle',
        '1 kind of data goes nowhere: no flow carries it and no component holds it: card @ card',
      ],
      done: [
        '2 kinds of data are named',
        '2 zones are named',
        '2 actors are named',
        'Every actor stands in a zone',
        '1 flow is drawn',
      ],
    });
  });

  it('4 count the questions that nobody has answered, and want what people know', () => {
    const { missing, state } = stage('threats', '');
    expect(state).toBe('partial');
    expect(missing?.[0]).toMatch(/^\d+ questions are unanswered @ get,/);
    expect(missing?.[1]).toMatch(/^No threat was written by people/);
    const all =
      'mitigations: { all: { covers: all on studio, status: implemented } }\nthreats: { t: { title: T, affects: studio, stride: denial } }\n';
    expect(stage('threats', all).missing).toEqual(['1 written threat does not say who does it: t @ t']);
  });

  it('5 want the weakness of each threat, and what a description leaves open looked at', () => {
    const found = stage('weaknesses', 'threats: { t: { title: T, affects: studio, stride: denial } }\n');
    expect(found.missing).toEqual([
      expect.stringMatching(/^\d+ weaknesses may be there: a description does not say @ /),
      '1 written threat names no weakness, by `rule` or `cwe`: t @ t',
    ]);
  });

  it('6 want somebody who attacks, how, and what is worth abusing', () => {
    expect(stage('attacks', 'threats: { t: { title: T, affects: studio, stride: denial } }\n')).toMatchObject({
      state: 'empty',
      missing: [
        'No actor acts from a zone that is not trusted, so nobody would attack @ stridewise',
        '1 written threat names no attack technique, under `attack`: t @ t',
        'No business flow is marked as worth abusing: write one under `businessFlows` @ stridewise',
      ],
    });
    const rest =
      'zones: { out: untrusted }\nactors: { guest: { zone: out, calls: studio } }\nbusinessFlows: { paying: operation pay }\n';
    expect(stage('attacks', rest).state).toBe('complete');
  });

  it('7 count what is open above the line, what is planned and what does not count', () => {
    const rest =
      'mitigations: { later: { control: ownership-check, covers: operation pay, status: planned, due: 2099-01-01 }, bare: { strategy: transfer, covers: denial on studio } }\n';
    const { missing, done } = stage('risk', rest);
    expect(missing?.map((one) => one.replace(/ @.*/, ''))).toEqual([
      expect.stringMatching(/^\d shown threats? above the line (?:is|are) open$/),
      '1 answer is planned and not done',
      '1 answer does not count yet: something is missing: bare',
    ]);
    expect(done).toEqual(['What is reduced lies below the line']);
  });
});

describe('The list of stages', () => {
  it('are not complete where something that is written counts for nothing, each told where it belongs', () => {
    const broken = [
      ['goals', 'objectives', 'goals: { ours: { regulation: Ours, protects: [studio, nobody] } }', 'nobody'],
      ['components', 'scope', 'components: { db: { kind: nosuch } }', 'nosuch'],
      ['data', 'decomposition', 'zones: { a: neither }', 'neither'],
      ['threats', 'threats', 'threats: { t: { title: T, affects: GET /nowhere, stride: denial } }', '/nowhere'],
      ['rules', 'weaknesses', 'rules: { nosuch: { level: off, reason: R } }', 'nosuch'],
      ['businessFlows', 'attacks', 'businessFlows: { buy: GET /nowhere }', '/nowhere'],
      ['mitigations', 'risk', 'mitigations: { m: { covers: all on GET /nowhere, status: planned } }', '/nowhere'],
    ] as const;
    const line = '1 error keeps something written here from counting';
    for (const [section, id, rest, at] of broken) {
      const { state, missing } = stage(id, `${rest}\n`);
      const said = missing?.find((one) => one.startsWith(line));
      expect(said?.endsWith(at), `${section}: ${said}`).toBe(true);
      expect(state).not.toBe('complete');
    }
    // What reads is told by nobody.
    expect(stage('threats', '').missing?.join()).not.toContain(line);
  });

  it('are told of what lost its entry by a slip of the pen', () => {
    const rest = 'threats:\n  t: { title: T, affects: GET /clubs/{clubId}, stride: denial, by: nobody }\n';
    expect(stage('threats', rest).missing?.join('\n')).toMatch(
      /^\d errors? keeps? something written here from counting @ /m,
    );
  });

  it('want a zone for who acts, and answers that cover something', () => {
    const actors =
      'zones: { in: trusted }\nactors: { guest: { calls: studio ANY /** }, staff: { zone: in, calls: studio ANY /** } }\n';
    expect(stage('decomposition', actors).missing).toContain('1 actor stands in no zone: guest @ guest');
    // As where risk is rated, who stands in no zone comes from outside.
    expect(stage('attacks', actors).done).toContain('1 actor may attack from outside');
    expect(
      stage('risk', 'mitigations: { m: { title: M, control: rate-limiting, status: planned } }\n').missing,
    ).toContain('1 answer covers nothing @ m');
  });

  it('shows what is missing first, each with its place', () => {
    const nodes = processTree(load(studioModel('owner: team\n')).analysis);
    expect(nodes.map(({ label, description, tone }) => `${label} ${description} ${tone}`).slice(0, 2)).toEqual([
      '1. Define the objectives empty bad',
      '2. Define the technical scope partial waiting',
    ]);
    expect(nodes[1]?.children.map(({ tone }) => tone)).toEqual(['waiting', 'waiting', 'good', 'good', 'good', 'good']);
    expect(nodes[3]?.children[0]?.children.length).toBeGreaterThan(1);
  });

  it('has a line for each of several models, and none without', () => {
    const two = `${studioModel('')}//- other.threats.yaml\nstridewise: 1\ntitle: Other\napis: { other: { spec: ./openapi.yaml } }\n`;
    expect(processTree(load(two).analysis).map(({ label, description }) => `${label} ${description}`)).toEqual([
      expect.stringMatching(/^Other \d of 7$/),
      expect.stringMatching(/^studio \d of 7$/),
    ]);
    expect(processTree(load('//- a.yaml\nopenapi: 3.0.3\npaths: {}\n').analysis)).toEqual([]);
  });

  it('of the half-finished example is complete nowhere', () => {
    const source = `//- openapi.yaml\n${readFileSync('examples/shop/openapi.yaml', 'utf8')}//- shop.threats.yaml\n${readFileSync('examples/shop/shop.threats.yaml', 'utf8')}`;
    const states = Object.fromEntries(stagesOf(source).map(({ id, state }) => [id, state]));
    expect(Object.values(states)).not.toContain('complete');
    expect(states).toMatchObject({ objectives: 'empty', threats: 'partial', risk: 'empty' });
  });
});

it('counts are told in the singular and the plural', () => {
  expect([1, 2].map((count) => inWords(count, '{API has|APIs have} no owner'))).toEqual([
    '1 API has no owner',
    '2 APIs have no owner',
  ]);
});
