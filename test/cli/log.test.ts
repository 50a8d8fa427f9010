import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const isOurs = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/log.schema.json', 'utf8')));

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths: { /pets: { get: { operationId: listPets, responses: { "200": { description: Fine } } } } }
`;
const MODEL = 'stridewise: 1\napis: { store: ./openapi.yaml }\n';
const ACCEPTED = `${MODEL}mitigations:
  public-catalogue: { strategy: accept, covers: disclosure on GET /pets, reason: Nothing is private, owner: cto, until: 2027-05-01 }
  limits: { control: rate-limiting, covers: store, status: planned, due: 2027-01-01 }
`;

function repository() {
  const folder = scratchFolder({ 'api/openapi.yaml': SPEC, 'api/shop.threats.yaml': MODEL });
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=s@example.org', ...words], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '--quiet', '--initial-branch=main');
  const commit = (author: string, date: string, message: string, text?: string) => {
    if (text !== undefined) writeFileSync(join(folder, 'api/shop.threats.yaml'), text);
    git('add', '.');
    execFileSync(
      'git',
      [
        '-c',
        'user.name=Somebody',
        '-c',
        'user.email=s@example.org',
        'commit',
        '-qm',
        message,
        `--author=${author} <a@example.org>`,
        `--date=${date}`,
      ],
      { cwd: folder },
    );
  };
  commit('Ana', '2026-01-05T10:00:00+01:00', 'A first model');
  return { folder, commit, git };
}

describe('stridewise log', () => {
  it('says who answered what, what changed of it, and what was taken back', async () => {
    const { folder, commit } = repository();
    commit('Ana', '2026-02-05T10:00:00+01:00', 'Agreed', ACCEPTED);
    commit(
      'Ben \u001b[31m',
      '2026-03-05T10:00:00Z',
      'Done',
      ACCEPTED.replace('status: planned', 'status: implemented'),
    );
    commit(
      'Ana',
      '2026-04-05T10:00:00+02:00',
      'A word',
      ACCEPTED.replace('status: planned', 'status: implemented').replace('stridewise: 1', 'stridewise: 1\ntitle: Shop'),
    );
    commit('Cleo', '2026-05-05T10:00:00Z', 'No more', MODEL);
    const { code, stdout, stderr } = await stridewise(join(folder, 'api'), ['log']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replaceAll(/^ {2}[0-9a-f]{10} /gm, '  commit ')).toBe(`2026-05-05  Cleo  No more
  commit  shop.threats.yaml
  - public-catalogue no longer accepts disclosure on GET /pets until 2027-05-01 (Nothing is private)  owner cto
  - limits no longer reduces, implemented: store by 2027-01-01

2026-03-05  Ben \\u{1b}[31m  Done
  commit  shop.threats.yaml
  ~ limits status: planned -> implemented

2026-02-05  Ana  Agreed
  commit  shop.threats.yaml
  + public-catalogue accepts disclosure on GET /pets until 2027-05-01 (Nothing is private)  owner cto
  + limits reduces, planned: store by 2027-01-01
`);
  });

  it('follows a model under its earlier names, with what a move changed', async () => {
    const { folder, commit } = repository();
    commit('Ana', '2026-02-05T10:00:00Z', 'Agreed', ACCEPTED);
    renameSync(join(folder, 'api'), join(folder, 'store'));
    commit('Ben', '2026-03-05T10:00:00Z', 'Moved');
    renameSync(join(folder, 'store/shop.threats.yaml'), join(folder, 'store/store threats.yaml'));
    writeFileSync(join(folder, 'store/store threats.yaml'), ACCEPTED.replace('2027-05-01', '2028-05-01'));
    commit('Cleo', '2026-04-05T10:00:00Z', 'Renamed');
    const { stdout } = await stridewise(folder, ['log']);
    expect(stdout.replaceAll(/^ {2}[0-9a-f]{10} /gm, '  commit ')).toBe(`2026-04-05  Cleo  Renamed
  commit  store/store threats.yaml
  ~ public-catalogue until: 2027-05-01 -> 2028-05-01  owner cto

2026-02-05  Ana  Agreed
  commit  store/store threats.yaml
  + public-catalogue accepts disclosure on GET /pets until 2027-05-01 (Nothing is private)  owner cto
  + limits reduces, planned: store by 2027-01-01
`);
  });

  it('holds a commit against its own parent where branches went side by side, and tells of a merge what is its own', async () => {
    const { folder, commit, git } = repository();
    const end = '#\n'.repeat(9);
    commit('Ana', '2026-02-05T10:00:00Z', 'Agreed', `${ACCEPTED}${end}`);
    git('checkout', '-qb', 'side');
    const other = '  more: { strategy: transfer, covers: denial on GET /pets, to: CDN, status: planned }\n';
    commit('Ben', '2026-03-05T10:00:00Z', 'Handed over', `${ACCEPTED}${end}${other}`);
    git('checkout', '-q', 'main');
    commit(
      'Cleo',
      '2026-04-05T10:00:00Z',
      'Done',
      `${ACCEPTED.replace('status: planned', 'status: implemented')}${end}`,
    );
    git('merge', '-q', '--no-commit', 'side');
    commit('Dan', '2026-05-05T10:00:00Z', 'Merged');
    const told = async () => {
      const { stdout } = await stridewise(folder, ['log', '--format', 'json']);
      return JSON.parse(stdout).commits.map((one: { author: string; changes: { what: string; id: string }[] }) => [
        one.author,
        ...one.changes.map(({ what, id }) => `${what} ${id}`),
      ]);
    };
    const own = [
      ['Cleo', 'changed limits'],
      ['Ben', 'added more'],
      ['Ana', 'added public-catalogue', 'added limits'],
    ];
    expect(await told()).toEqual(own);
    git('reset', '-q', '--hard', 'HEAD^');
    git('merge', '-q', '--no-commit', 'side');
    commit(
      'Dan',
      '2026-05-05T10:00:00Z',
      'Merged',
      `${ACCEPTED.replace('status: planned', 'status: missing')}${end}${other}`,
    );
    expect(await told()).toEqual([['Dan', 'changed limits'], ...own]);
  });

  it('says of a shallow clone that its history is cut off', async () => {
    const { folder, commit } = repository();
    commit('Ana', '2026-02-05T10:00:00Z', 'Agreed', ACCEPTED);
    const clone = join(scratchFolder({}), 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone]);
    const { stdout, stderr } = await stridewise(clone, ['log']);
    expect(stderr).toContain('is a shallow clone: what its oldest commits have is told as theirs');
    expect(stdout).toContain('Ana  Agreed');
  });

  it('gives JSON that is what its schema says', async () => {
    const { folder, commit } = repository();
    commit('Ana', '2026-02-05T10:00:00+01:00', 'Agreed', ACCEPTED);
    const { stdout } = await stridewise(folder, ['log', '--format', 'json']);
    const found = JSON.parse(stdout);
    expect(isOurs(found), JSON.stringify(isOurs.errors)).toBe(true);
    expect(found.commits).toMatchObject([{ author: 'Ana', model: 'api/shop.threats.yaml', changes: [{}, {}] }]);
  });

  it('says where there is nothing to tell, and where it cannot', async () => {
    const { folder } = repository();
    expect((await stridewise(folder, ['log'])).stdout).toBe('No commit changed an answer.\n');
    const bare = scratchFolder({ 'openapi.yaml': SPEC, 'shop.threats.yaml': MODEL });
    expect(await stridewise(bare, ['log'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('log takes a git repository'),
    });
    const none = scratchFolder({ 'openapi.yaml': SPEC });
    expect((await stridewise(none, ['log'])).stderr).toContain('There is no threat model here.');
  });

  it('follows the answers in descriptions, each by where it stands', async () => {
    const { folder, git } = repository();
    const answered = (until: string) =>
      `${SPEC.replace('paths:', 'x-stridewise: { notApplicable: { repudiation: Nobody would } }\npaths:').replace(
        'operationId: listPets',
        `operationId: listPets, x-stridewise: { mitigations: { open: { strategy: accept, covers: disclosure, reason: Public, owner: cto, until: ${until} } } }`,
      )}`;
    for (const until of ['2027-05-01', '2028-05-01']) {
      writeFileSync(join(folder, 'api/openapi.yaml'), answered(until));
      git('commit', '-qam', `Until ${until}`);
    }
    const { code, stdout, stderr } = await stridewise(folder, ['log', '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const told = JSON.parse(stdout);
    expect(isOurs(told)).toBe(true);
    const ours = told.commits.filter(({ model }: { model: string }) => model.endsWith('openapi.yaml'));
    expect(ours.map((one: { changes: unknown }) => one.changes)).toEqual(
      expect.arrayContaining([
        [{ id: 'open', what: 'changed', owner: 'cto', text: 'until: 2027-05-01 -> 2028-05-01' }],
        [
          {
            id: 'open',
            what: 'added',
            owner: 'cto',
            text: 'accepts disclosure on GET /pets until 2027-05-01 (Public)',
          },
          { id: 'repudiation', what: 'added', owner: '', text: 'does not apply: repudiation (Nobody would)' },
        ],
      ]),
    );
  });
});
