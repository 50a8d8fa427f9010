import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../server/src/cli/arguments';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';
import { asNobody } from './support/written';

beforeAll(bundleCommandLine, 60_000);

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: []
paths:
  /pets: { get: { operationId: listPets, responses: { "200": { description: Fine } } } }
  /pets/{petId}:
    delete:
      operationId: deletePet
      parameters: [{ name: petId, in: path, required: true, schema: { type: string, maxLength: 20 } }]
      responses: { "204": { description: Gone } }
`;
const MODEL = `# ours
stridewise: 1
apis: { store: ./openapi.yaml }   # the shop
risk: { acceptable: medium }
`;
const DAY = '2099-05-01';
const ACCEPT = ['--reason', 'Nothing is private', '--owner', 'cto', '--until', DAY];

const shop = (model = MODEL) => scratchFolder({ 'openapi.yaml': SPEC, 'shop.threats.yaml': model });
const modelIn = (folder: string, name = 'shop.threats.yaml') => readFileSync(join(folder, name), 'utf8');

describe('an answer from the command line', () => {
  it('is written into the model, and no other byte changes', async () => {
    const folder = shop();
    const { code, stdout, stderr } = await stridewise(folder, ['accept', 'disclosure on GET /pets', ...ACCEPT]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Wrote disclosure-on-get-pets to shop\.threats\.yaml: /);
    expect(modelIn(folder)).toBe(`${MODEL}
mitigations:
  disclosure-on-get-pets:
    strategy: accept
    covers: disclosure on GET /pets
    reason: Nothing is private
    owner: cto
    until: ${DAY}
`);
  });

  it('may be for a rule, a pattern, or several places at once', async () => {
    const folder = shop();
    const words = [
      'mitigate',
      'missing-authentication on ANY /pets/**',
      '--status',
      'implemented',
      '--id',
      'login',
      '--title',
      'Callers log in',
    ];
    const { code, stdout } = await stridewise(folder, words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Wrote login to shop\.threats\.yaml: \d threats? .*fewer$/m);
    expect(modelIn(folder)).toContain(
      '  login:\n    title: Callers log in\n    covers: missing-authentication on ANY /pets/**\n    status: implemented\n',
    );
    const second = await stridewise(folder, [
      'transfer',
      'denial on GET /pets',
      'denial on DELETE /pets/{petId}',
      '--to',
      'Example CDN',
    ]);
    expect(second.code).toBe(0);
    expect(modelIn(folder)).toContain(
      '      - denial on GET /pets\n      - denial on DELETE /pets/{petId}\n    to: Example CDN\n',
    );
  });

  it('says how far it is, what proves it, and where one would see it happen', async () => {
    const folder = shop();
    const words = [
      ...['mitigate', 'missing-authentication on store', '--control', 'authentication', '--status', 'verified'],
      ...['--evidence', 'openapi.yaml#listPets', '--evidence', 'shop.threats.yaml', '--except', 'GET /pets'],
      ...['--monitor', 'dashboards/logins', '--effect', '90%', '--owner', 'cto', '--id', 'login'],
    ];
    const { code, stderr } = await stridewise(folder, words);
    expect([code, stderr]).toEqual([0, '']);
    expect(modelIn(folder)).toContain(`  login:
    control: authentication
    covers: missing-authentication on store
    except: GET /pets
    status: verified
    owner: cto
    evidence:
      - openapi.yaml#listPets
      - shop.threats.yaml
    effect: 90%
    monitor: dashboards/logins
`);
  });

  it('is refused for a problem that another answer has already', async () => {
    const model = `${MODEL}mitigations: { a: { strategy: accept, covers: denial on GET /pets, reason: R, owner: TODO, until: ${DAY} } }\n`;
    const folder = shop(model);
    const words = ['accept', 'disclosure on GET /pets', '--reason', 'R', '--owner', 'TODO', '--until', DAY];
    const { code, stderr } = await stridewise(folder, words);
    expect([code, stderr]).toEqual([2, expect.stringContaining('`owner` is still to be filled in')]);
    expect(modelIn(folder)).toBe(model);
  });

  it.each([
    [['accept', 'disclosure on GET /dogs', ...ACCEPT], 'shop.threats.yaml is left as it is: '],
    [['accept', 'disclosre on GET /pets', ...ACCEPT], 'shop.threats.yaml is left as it is: '],
    [
      ['accept', 'disclosure on GET /pets', '--reason', 'x', '--owner', 'cto', '--until', '2020-01-01'],
      'left as it is: ',
    ],
    [['mitigate', 'injection'], 'Say where: "injection on every API"'],
    [['mitigate', 'injection on store', '--status', 'verified'], 'needs `evidence`'],
    [['mitigate', 'injection on store', '--status', 'verified', '--evidence', 'gone.ts'], 'gone.ts'],
    [['mitigate', 'injection on store', '--due', '2020-01-01'], 'was due on 2020-01-01'],
    [['accept', 'disclosure on GET /pets', '--status', 'planned', ...ACCEPT], 'no --status'],
    [['accept', 'disclosure on GET /pets', '--model', 'openapi.yaml', ...ACCEPT], 'openapi.yaml: no threat model'],
  ])('%j is refused, and nothing is written', async (words, message) => {
    const folder = shop();
    const { code, stderr } = await stridewise(folder, words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(modelIn(folder)).toBe(MODEL);
  });

  it('goes to the model that it speaks of, and asks where several take it', async () => {
    const other = SPEC.replace('/pets:', '/dogs:').replace('/pets/', '/dogs/');
    const files = {
      'a/openapi.yaml': SPEC,
      'a/a.threats.yaml': MODEL,
      'b/openapi.yaml': other,
      'b/b.threats.yaml': MODEL,
    };
    const folder = scratchFolder(files);
    expect((await stridewise(folder, ['accept', 'disclosure on GET /dogs', ...ACCEPT])).stdout).toMatch(
      / to b\/b\.threats\.yaml: /,
    );
    const { code, stderr } = await stridewise(folder, ['accept', 'disclosure on store', ...ACCEPT]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/choose one with --model .*a\.threats\.yaml or --model .*b\.threats\.yaml/),
    ]);
    const chosen = await stridewise(folder, [
      'accept',
      'disclosure on store',
      '--model',
      'a/a.threats.yaml',
      ...ACCEPT,
    ]);
    expect(chosen.code).toBe(0);
    expect(modelIn(folder, 'b/b.threats.yaml')).not.toContain('disclosure on store');
  });

  it('says where there is no model', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    const { code, stderr } = await stridewise(folder, ['accept', 'disclosure on GET /pets', ...ACCEPT]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('There is no threat model here: write one with stridewise init'),
    ]);
  });

  it('leaves a file that may not be written as it is', () => {
    const folder = shop();
    chmodSync(join(folder, 'shop.threats.yaml'), 0o444);
    chmodSync(folder, 0o555);
    const { code, stderr } = asNobody(folder, ['accept', 'disclosure on GET /pets', ...ACCEPT]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('may not be written')]);
    chmodSync(folder, 0o755);
    expect(modelIn(folder)).toBe(MODEL);
  });

  it.each([
    [['accept'], 'It takes what is answered: stridewise accept "disclosure on GET /pets"'],
    [['accept', 'x on y', '--owner', 'cto'], 'It takes --reason, --until.'],
    [['transfer', 'x on y'], 'It takes --to.'],
    [['mitigate', 'x on y', '--status', 'done'], '--status takes missing, planned, implemented, verified; not "done".'],
  ])('%j says what it takes', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });

  it('is written into the description where that is asked for, without what is said by its place', async () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    const words = ['accept', 'disclosure on DELETE /pets/{petId}', '--id', 'open', '--place', 'description', ...ACCEPT];
    const { code, stdout, stderr } = await stridewise(folder, words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Wrote open to openapi\.yaml: /);
    expect(modelIn(folder, 'openapi.yaml')).toBe(`${SPEC}      x-stridewise:
        mitigations:
          open:
            strategy: accept
            covers: disclosure
            reason: Nothing is private
            owner: cto
            until: ${DAY}
`);
    const again = await stridewise(folder, words);
    expect(again.code).toBe(2);
  });

  it.each(['', 'all on '])('says what goes away of what it stands on, as a place alone or with "%s"', async (what) => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    const statement = `${what}DELETE /pets/{petId} path.petId`;
    const words = ['avoid', statement, '--id', 'gone', '--title', 'It goes away', '--place', 'description'];
    const { code, stderr } = await stridewise(folder, words);
    expect([code, stderr]).toEqual([0, '']);
    expect(modelIn(folder, 'openapi.yaml')).toContain('\n            removes: path.petId\n');
  });

  it('is refused where the description has no such operation, or a model is named as well', async () => {
    const folder = shop();
    const place = ['--place', 'description'];
    const gone = await stridewise(folder, ['accept', 'disclosure on GET /dogs', ...place, ...ACCEPT]);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toContain(
      'openapi.yaml is left as it is: Nothing in openapi.yaml is called so: disclosure on GET /dogs',
    );
    const both = ['accept', 'disclosure on GET /pets', ...place, '--model', 'shop.threats.yaml', ...ACCEPT];
    expect((await stridewise(folder, both)).code).toBe(2);
    expect(modelIn(folder, 'openapi.yaml')).toBe(SPEC);
  });
});
