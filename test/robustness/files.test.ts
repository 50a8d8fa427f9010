import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInside } from '../../server/src/node/read-file';
import { bundleCommandLine, stridewise } from '../cli/bundle';
import { scratchFolder } from '../cli/scratch';
import { SOUND } from './support/bad-inputs';

beforeAll(bundleCommandLine, 60_000);

/** A folder with a sound description and what makes it dangerous; the folder that is checked is `inside`. */
function folderWith(more: string, make: (inside: string) => void = () => {}): string {
  const root = scratchFolder({
    'inside/.git/': '',
    'inside/openapi.yaml': SOUND + more,
    'secret.yaml': 'get: { summary: TOP-SECRET, responses: {} }\n',
  });
  make(join(root, 'inside'));
  return join(root, 'inside');
}

const pipe = (path: string) => execFileSync('mkfifo', [path]);

async function check(folder: string, ...words: string[]) {
  const { code, stdout, stderr } = await stridewise(folder, ['check', '--format', 'json', ...words]);
  const rules = JSON.parse(stdout).findings.map((finding: { rule: string }) => finding.rule);
  expect([0, 1]).toContain(code);
  expect(rules).toContain('missing-authentication');
  expect(stdout).not.toContain('TOP-SECRET');
  return { stdout, stderr };
}

describe('the command line does not hang on, or leave the folder by', () => {
  it('a pipe beside the description', async () => {
    await check(folderWith('', (inside) => pipe(join(inside, 'pipe.yaml'))));
  });

  it('a reference to a pipe', async () => {
    await check(folderWith("  /other: { $ref: 'pipe.yaml' }\n", (inside) => pipe(join(inside, 'pipe.yaml'))));
  });

  it('a pipe where rules of git are', async () => {
    await check(folderWith('', (inside) => pipe(join(inside, '.gitignore'))));
  });

  it('links in a circle', async () => {
    const make = (inside: string) => {
      mkdirSync(join(inside, 'a'));
      symlinkSync('..', join(inside, 'a/up'));
      symlinkSync('loop.yaml', join(inside, 'loop.yaml'));
    };
    await check(
      folderWith(
        "  /other: { $ref: 'loop.yaml' }\n  /third: { $ref: 'a/up/a/up/openapi.yaml#/paths/~1notes' }\n",
        make,
      ),
    );
  });

  it('a link out of it', async () => {
    const make = (inside: string) => {
      symlinkSync('../secret.yaml', join(inside, 'linked.yaml'));
      symlinkSync('..', join(inside, 'linked'));
    };
    await check(folderWith("  /other: { $ref: 'linked.yaml' }\n  /third: { $ref: 'linked/secret.yaml' }\n", make));
  });

  it('a reference out of it', async () => {
    const { stdout } = await check(
      folderWith("  /other: { $ref: '../secret.yaml' }\n  /third: { $ref: '../../../../../etc/passwd' }\n"),
    );
    expect(stdout).toContain('lies outside');
    expect(stdout).not.toContain('root:');
  });

  it('a folder with the name of a description', async () => {
    await check(folderWith("  /other: { $ref: 'folder.yaml' }\n", (inside) => mkdirSync(join(inside, 'folder.yaml'))));
  });

  it('bytes that are no UTF-8', async () => {
    await check(
      folderWith("  /other: { $ref: 'bytes.yaml' }\n", (inside) =>
        writeFileSync(join(inside, 'bytes.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x0a])),
      ),
    );
  });
});

it('the command line asks the network for nothing', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end(SOUND);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const folder = folderWith(`  /other: { $ref: 'http://127.0.0.1:${port}/a.yaml' }\n`, (inside) => {
    writeFileSync(
      join(inside, 'x.threats.yaml'),
      `stridewise: 1\ntitle: x\napis:\n  a: { spec: 'http://127.0.0.1:${port}/b.yaml' }\n  b: { spec: ./openapi.yaml }\n`,
    );
  });
  await check(folder);
  await new Promise((done) => server.close(done));
  expect(asked).toBe(0);
});

it('a terminal is told nothing by a file', async () => {
  const evil = '"\\e[31mred\\a\\x9b2J\\u202egnp\\u2066"';
  const folder = scratchFolder({
    'openapi.yaml':
      SOUND.replace('title: Sound', `title: ${evil}`).replace('operationId: addNote', `operationId: ${evil}`) +
      `  "/${evil.slice(1)}: { post: { responses: {} }, get: { $ref: ${evil} } }\n`,
    'x.threats.yaml': `stridewise: 1\ntitle: ${evil}\nowner: [${evil}]\n${evil}: 1\napis:\n  ${evil}: { spec: ./openapi.yaml }\nthreats:\n  t: { title: ${evil}, affects: ${evil}, stride: ${evil} }\n`,
  });
  const { stdout, stderr } = await stridewise(folder, ['check']);
  expect(stdout).toContain('\\u{1b}');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

describe('the server reads', () => {
  it('no pipe, no loop, no folder and nothing outside', () => {
    const inside = folderWith('', (folder) => {
      pipe(join(folder, 'pipe.yaml'));
      symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
      symlinkSync('../secret.yaml', join(folder, 'linked.yaml'));
      mkdirSync(join(folder, 'folder.yaml'));
    });
    const root = pathToFileURL(inside).href;
    const read = (name: string) => readInside(`${root}/${name}`, [root]);
    expect(read('openapi.yaml')).toBe(SOUND);
    for (const name of [
      'pipe.yaml',
      'loop.yaml',
      'linked.yaml',
      'folder.yaml',
      '../secret.yaml',
      '%2e%2e/secret.yaml',
      'none.yaml',
      '%zz',
      '%00',
    ]) {
      expect([name, read(name)]).toEqual([name, null]);
    }
    expect(readInside('http://127.0.0.1:9/a.yaml', [root])).toBe(null);
    expect(readInside('file:///dev/zero', [root])).toBe(null);
  });
});
