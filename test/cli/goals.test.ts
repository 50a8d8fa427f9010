import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { studioModel } from '../coverage/goals/studio';
import { readMarkedText } from '../support/marked-text';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const schemaOf = (name: string) =>
  new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));

const GOALS = `owner: team
goals:
  gdpr: { title: "People\\u202e", regulation: GDPR, protects: member }
  uptime: { property: availability, protects: studio }
mitigations:
  floods: { covers: denial on studio, status: implemented }
zones: { out: untrusted, in: trusted }
actors: { guest: { zone: out } }
components: { db: { kind: datastore, zone: in } }
flows: { guest -> db: { carries: member, over: http } }
`;

/** A folder with the studio's files. */
function studio(rest: string): string {
  const { files } = readMarkedText(studioModel(rest));
  return scratchFolder(Object.fromEntries(files.map(({ uri, text }) => [uri.replace('file:///workspace/', ''), text])));
}

describe('stridewise goals', () => {
  it('says how each goal stands, what is against it, and what is asked', async () => {
    const { code, stdout, stderr } = await stridewise(studio(GOALS), ['goals']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^x People\S* {2}broken · GDPR {2}studio\.threats\.yaml:8:3$/m);
    expect(stdout).toMatch(
      /^ {2}x 2 operations take a reference to a member .* {2}GDPR Art 25 {2}openapi\.yaml:\d+:\d+$/m,
    );
    expect(stdout).toMatch(/^ {2}o GDPR Art 17 erasure {2}nobody has answered yet$/m);
    expect(stdout).toMatch(/^\+ uptime {2}met {2}studio/m);
    expect(stdout).toContain('Our reading of articles and requirements');
    expect(stdout).toMatch(/ {3}- lies below the line: listed, and changes nothing$/m);
    expect(stdout).not.toMatch(/complian|\u202e/i);
  });

  it('gives the same as JSON by its schema', async () => {
    const { stdout } = await stridewise(studio(GOALS), ['goals', '--format', 'json']);
    const json = JSON.parse(stdout);
    const isOurs = schemaOf('goals');
    expect(isOurs(json), JSON.stringify(isOurs.errors)).toBe(true);
    expect(json.goals.map(({ goal, state }: { goal: string; state: string }) => [goal, state])).toEqual([
      ['gdpr', 'broken'],
      ['uptime', 'met'],
    ]);
    expect(json.goals[0].questions[2]).toEqual({
      id: 'right-to-erasure',
      number: 'Art 17',
      topic: 'erasure',
      question: 'Can what is kept of a person be erased when they ask for it?',
      state: 'unanswered',
      left: 2,
      operations: 2,
      by: [],
    });
    expect(json.goals[0].findings[0]).toMatchObject({
      weight: 'breaks',
      number: 'Art 25',
      at: { file: 'openapi.yaml' },
    });
  });

  it('says so where there is no goal', async () => {
    const folder = studio('');
    expect((await stridewise(folder, ['goals'])).stdout).toBe(
      'No goal is set: a threat model says under `goals` what must stay true.\n',
    );
    expect(JSON.parse((await stridewise(folder, ['goals', '--format', 'json'])).stdout)).toEqual({
      version: 1,
      goals: [],
      notChecked: [],
    });
  });

  it('is told in short by check, and not at all without goals', async () => {
    const folder = studio(GOALS);
    const { stdout } = await stridewise(folder, ['check']);
    expect(stdout).toMatch(/^goal gdpr \(GDPR\) {2}broken: 2 break it, \d questions are unanswered$/m);
    expect(stdout).toMatch(/^goal uptime {2}met: nothing/m);
    const json = JSON.parse((await stridewise(folder, ['check', '--format', 'json'])).stdout);
    const isOurs = schemaOf('findings');
    expect(isOurs(json), JSON.stringify(isOurs.errors)).toBe(true);
    expect(json.goals[0]).toMatchObject({ goal: 'gdpr', regulation: 'GDPR', state: 'broken', breaks: 2 });
    expect(json.goals[1]).toMatchObject({ goal: 'uptime', state: 'met', breaks: 0, endangers: 0, unanswered: 0 });
    expect(JSON.parse((await stridewise(studio(''), ['check', '--format', 'json'])).stdout)).not.toHaveProperty(
      'goals',
    );
  });
});

describe('stridewise pasta', () => {
  it('says how far a model is, stage by stage, with what is missing and where', async () => {
    const { code, stdout } = await stridewise(studio(GOALS), ['pasta']);
    expect(code).toBe(0);
    expect(stdout.match(/^[+ox] \d\. .* {2}(?:complete|partial|empty)$/gm)).toHaveLength(7);
    expect(stdout).toMatch(/^ {2}o 1 thing lies in no zone: studio {2}studio\.threats\.yaml:2:9$/m);
    expect(stdout).toMatch(/^\d of 7 stages are complete\.$/m);
  });

  it('gives the same as JSON by its schema', async () => {
    const { stdout } = await stridewise(studio(GOALS), ['pasta', '--format', 'json']);
    const json = JSON.parse(stdout);
    const isOurs = schemaOf('process');
    expect(isOurs(json), JSON.stringify(isOurs.errors)).toBe(true);
    expect(json.models).toHaveLength(1);
    const { model, complete, stages } = json.models[0];
    expect(model).toBe('studio.threats.yaml');
    expect(stages.filter(({ state }: { state: string }) => state === 'complete')).toHaveLength(complete);
  });

  it('misses evidence that is not there any more', async () => {
    const answers = 'mitigations: { m: { covers: denial on studio, status: verified, evidence: gone.ts } }\n';
    const { stdout } = await stridewise(studio(`${GOALS}${answers}`), ['pasta']);
    expect(stdout).toMatch(/^ {2}o 1 piece of evidence is not there {2}studio\.threats\.yaml:\d+:\d+$/m);
  });

  it('says so where there is no model', async () => {
    const folder = scratchFolder({
      'openapi.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: "1" }\npaths: {}\n',
    });
    expect((await stridewise(folder, ['pasta'])).stdout).toMatch(/^No threat model was found/);
  });
});

it('their words are paths and options', () => {
  expect(parseArguments(['goals', 'a', '--format', 'json', '--model', 'm', '-o', 'f'])).toEqual({
    name: 'goals',
    options: { paths: ['a'], models: ['m'], format: 'json', output: 'f' },
  });
  expect(parseArguments(['pasta'])).toEqual({
    name: 'pasta',
    options: { paths: ['.'], models: [], format: 'text', output: null },
  });
  expect(() => parseArguments(['pasta', '--format', 'sarif'])).toThrow('--format takes text, json; not "sarif".');
});
