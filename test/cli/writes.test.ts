import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine, redirected, stridewise } from './bundle';
import { scratchFolder } from './scratch';
import { asNobody, contentsOf, faulty } from './support/written';

beforeAll(bundleCommandLine, 60_000);

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: []
paths:
  /pets/{petId}:
    delete:
      operationId: deletePet
      parameters: [{ name: petId, in: path, required: true, schema: { type: string, maxLength: 20 } }]
      responses: { "204": { description: Gone } }
`;
const MODEL = 'stridewise: 1\napis: { store: ./openapi.yaml }\ngoals: { g: { title: Pets, protects: store } }\n';
const LOCK = '{\n"reviewed": "2026-11-01",\n"store GET /old": {"id": "old"},\n"stridewiseLock": 1\n}\n';

/** One thing that the command line writes. */
interface Write {
  /** The file of `server/src/cli/commands` that writes it. */
  readonly by: string;
  readonly words: readonly string[];
  /** What is written, and what stands there before; nothing for a file that is new. */
  readonly file: string;
  readonly before?: string;
}

const ON = 'denial on DELETE /pets/{petId}';

/** An output in each of its formats. */
function formats(by: string, words: readonly string[], ...names: readonly string[]): Write[] {
  return names.map((name) => ({
    by,
    words: [by, ...words, '--format', name, '--output', 'out.txt'],
    file: 'out.txt',
    before: 'before\n',
  }));
}

const SIGNED = { by: 'answer', file: 'openapi.yaml', before: SPEC };
const answered = (...words: string[]): Write => ({ by: 'answer', words, file: 'shop.threats.yaml', before: MODEL });

/** Every write of the command line: a command that writes and is not here fails a test below. */
const WRITES: readonly Write[] = [
  ...formats('check', [], 'text', 'json', 'sarif', 'junit', 'gitlab'),
  { by: 'check', words: ['check', '--write-baseline', 'known.json'], file: 'known.json', before: '{}\n' },
  ...formats('explain', ['missing-audit'], 'text', 'json'),
  ...formats('simulate', ['--runs', '10'], 'text', 'json'),
  ...formats('report', ['--runs', '10'], 'html', 'markdown'),
  ...formats('drift', [], 'text', 'markdown', 'json'),
  ...formats('inventory', [], 'text', 'json', 'csv'),
  ...formats('log', [], 'text', 'json'),
  ...formats('goals', [], 'text', 'json'),
  ...formats('pasta', [], 'text', 'json'),
  { by: 'schema', words: ['schema', '--output', 'schema.json'], file: 'schema.json', before: 'before\n' },
  { by: 'init', words: ['init', 'other'], file: 'other/openapi.threats.yaml' },
  answered('mitigate', ON),
  { ...SIGNED, words: ['mitigate', 'denial on store DELETE /pets/{petId}', '--place', 'description'] },
  answered('transfer', ON, '--to', 'Example CDN'),
  answered('avoid', 'DELETE /pets/{petId}'),
  answered('accept', ON, '--reason', 'Rare', '--owner', 'cto', '--until', '2099-01-01'),
];

/** Where all of them can run: a repository with a model and its lock, and a description without one. */
function shop(): string {
  const folder = scratchFolder({
    'openapi.yaml': SPEC,
    'shop.threats.yaml': MODEL,
    'shop.threats.lock.json': LOCK,
    'other/openapi.yaml': SPEC.replace('Shop', 'Other'),
  });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--message', 'First');
  return folder;
}

function shopFor({ file, before }: Write): string {
  const folder = shop();
  if (before !== undefined) writeFileSync(join(folder, file), before);
  return folder;
}

const named = WRITES.map((write) => [write.words.join(' '), write] as const);
const oneEach = named.filter(([, { by }], index) => WRITES.findIndex((other) => other.by === by) === index);

describe('every write of the command line', () => {
  it('is among those that are tried here', () => {
    const folder = 'server/src/cli/commands';
    const writers = readdirSync(folder).filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes("'../output'"),
    );
    expect([...new Set(WRITES.map(({ by }) => `${by}.ts`))].sort()).toEqual(writers.sort());
  });

  it.each(named)('says that the disk is full, and leaves all as it was: %s', async (_, write) => {
    const folder = shopFor(write);
    const before = contentsOf(folder);
    const { code, stderr } = await faulty('full', folder, write.words);
    expect(stderr).toMatch(/^stridewise: \S+ cannot be written: the disk is full\.$/m);
    expect(stderr).toContain(write.file);
    expect(code).toBe(2);
    expect(contentsOf(folder)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each(oneEach)('leaves no half file where it is killed: %s', async (_, write) => {
    await isKilled('killed', write);
  });
});

/** Wants all to stay as it was where the process is killed, and what it leaves beside to hinder nobody. */
async function isKilled(fault: 'killed' | 'killedLate', write: Write): Promise<void> {
  const folder = shopFor(write);
  const before = contentsOf(folder);
  expect((await faulty(fault, folder, write.words)).code).toBe(null);
  expect(contentsOf(folder)).toEqual(before);
  const { code } = await stridewise(folder, write.words);
  expect(code).not.toBe(2);
  expect(contentsOf(folder)[write.file]).not.toBe(before[write.file]);
}

/** One of each kind: a file that is written anew, one that is made, and one that is changed. */
const KINDS = named.filter(([name]) => /^(?:schema|init|mitigate) /.test(name));
const CHANGED = ['mitigate', ON];

describe('a file', () => {
  it.each(KINDS)('is there or is not, where it is killed in the end: %s', async (_, write) => {
    await isKilled('killedLate', write);
  });

  it.each(KINDS)('stays where the disk fails in the end: %s', async (_, write) => {
    const folder = shopFor(write);
    const before = contentsOf(folder);
    const { code, stderr } = await faulty('broken', folder, write.words);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be written: the disk fails.')]);
    expect(contentsOf(folder)).toEqual(before);
  });

  it.each(['closed', 'held'] as const)('is written in its place where none can be moved there: %s', async (fault) => {
    const folder = shop();
    const [plain, longer] = ['short.json', 'long.json'];
    writeFileSync(join(folder, plain), 'x');
    writeFileSync(join(folder, longer), 'x'.repeat(1_000_000));
    for (const file of [plain, longer]) {
      const { ino } = statSync(join(folder, file));
      expect((await faulty(fault, folder, ['schema', '-o', file])).code).toBe(0);
      expect(statSync(join(folder, file)).ino).toBe(ino);
    }
    const texts = [plain, longer].map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(texts[0]).toBe(texts[1]);
    expect(JSON.parse(texts[0] ?? '')).toHaveProperty('$schema');
  });

  it('stays where it can only be written in its place, and the disk is full', async () => {
    const folder = shop();
    writeFileSync(join(folder, 'out.json'), 'before\n');
    const { code, stderr } = await faulty('closedAndFull', folder, ['schema', '-o', 'out.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('out.json cannot be written: the disk is full.')]);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('before\n');
  });

  it('that somebody changes meanwhile is left to them', async () => {
    const folder = shop();
    const model = join(folder, 'shop.threats.yaml');
    const { code, stderr } = await faulty(`meanwhile ${model}`, folder, CHANGED);
    expect([code, stderr]).toEqual([2, expect.stringContaining('shop.threats.yaml has changed meanwhile')]);
    expect(readFileSync(model, 'utf8')).toBe(`${MODEL}# theirs\n`);
  });

  it('that somebody makes meanwhile is left to them', async () => {
    const folder = shop();
    const model = join(folder, 'other/openapi.threats.yaml');
    const { code, stderr } = await faulty(`meanwhile ${model}`, folder, ['init', 'other']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('exists and is left as it is')]);
    expect(readFileSync(model, 'utf8')).toBe('# theirs\n');
  });

  it('is made where there are no hard links too', async () => {
    const folder = shop();
    expect((await faulty('unlinked', folder, ['init', 'other'])).code).toBe(0);
    expect(contentsOf(folder)['other/openapi.threats.yaml']).toContain('stridewise: 1\n');
    expect(readdirSync(join(folder, 'other')).sort()).toEqual(['openapi.threats.yaml', 'openapi.yaml']);
  });
});

describe.skipIf(process.platform === 'win32')('what a file is stays as it was:', () => {
  it('its mode, its owner and the links to it', async () => {
    const folder = shop();
    const file = join(folder, 'real.json');
    writeFileSync(file, 'before\n');
    chmodSync(file, 0o666);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(file, 65_534, 65_534);
    const before = statSync(file);
    symlinkSync('real.json', join(folder, 'link.json'));
    expect((await stridewise(folder, ['schema', '-o', 'link.json'])).code).toBe(0);
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    const { mode, uid, gid, size } = statSync(file);
    expect([mode, uid, gid]).toEqual([before.mode, before.uid, before.gid]);
    expect(size).toBeGreaterThan(1000);
  });

  it('a link that leads to nothing yet', async () => {
    const folder = shop();
    symlinkSync('sub/real.json', join(folder, 'link.json'));
    mkdirSync(join(folder, 'sub'));
    expect((await stridewise(folder, ['schema', '-o', 'link.json'])).code).toBe(0);
    expect(contentsOf(folder)['link.json']).toBe('-> sub/real.json');
    expect(contentsOf(folder)['sub/real.json']).toContain('$schema');
  });

  it.each([
    ['UTF-16 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 of the other byte order', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ])('the encoding of a model: %s', async (_, encoded) => {
    const folder = shop();
    writeFileSync(join(folder, 'shop.threats.yaml'), encoded(MODEL));
    expect((await stridewise(folder, CHANGED)).code).toBe(0);
    const after = readFileSync(join(folder, 'shop.threats.yaml'));
    expect(after.subarray(0, encoded(MODEL).length)).toEqual(encoded(MODEL));
    expect(after.length).toBeGreaterThan(encoded(MODEL).length);
  });

  it('bytes that are no text', async () => {
    const folder = shop();
    const bytes = Buffer.concat([Buffer.from(`${MODEL}# `), Buffer.from([0xff, 0xfe, 0x0a])]);
    writeFileSync(join(folder, 'shop.threats.yaml'), bytes);
    const { code, stderr } = await stridewise(folder, CHANGED);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is no UTF-8 or UTF-16 throughout')]);
    expect(readFileSync(join(folder, 'shop.threats.yaml'))).toEqual(bytes);
  });
});

describe.skipIf(process.platform === 'win32')('what cannot be written is told:', () => {
  it.each(KINDS)('a file that may only be read, and a folder: %s', async (_, write) => {
    const folder = shopFor(write);
    const isNew = write.before === undefined;
    chmodSync(folder, 0o755);
    // In a folder where anything may be made, a new file could take the place of one that may only be read.
    chmodSync(join(folder, write.file, '..'), isNew ? 0o555 : 0o777);
    chmodSync(join(folder, isNew ? 'openapi.yaml' : write.file), 0o444);
    const before = contentsOf(folder);
    const { code, stderr } = asNobody(folder, write.words);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be written: it may not be written.')]);
    expect(contentsOf(folder)).toEqual(before);
    chmodSync(join(folder, write.file, '..'), 0o755);
  });

  it('a folder in its place, a folder that is missing, a device that is full, and a limit', async () => {
    const folder = shop();
    for (const [file, reason] of [
      ['other', 'it is a folder'],
      ['gone/out.json', 'its folder does not exist'],
      ['openapi.yaml/out.json', 'its folder does not exist'],
      ['/dev/full', 'the disk is full'],
    ] as const) {
      const before = contentsOf(folder);
      const { code, stderr } = await stridewise(folder, ['schema', '-o', file]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${file} cannot be written: ${reason}.`)]);
      expect(contentsOf(folder)).toEqual(before);
    }
    const { stdout } = await redirected(folder, ['schema', '-o', 'out.json'], '2>&1', 'ulimit -f 4;');
    expect(stdout).toMatch(/out\.json cannot be written: it would be too large\.[\s\S]*2$/);
    expect(readdirSync(folder)).not.toContain('out.json');
  });
});
