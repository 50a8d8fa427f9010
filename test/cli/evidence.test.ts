import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundleCommandLine, stridewise } from './bundle';
import { scratchFolder } from './scratch';

beforeAll(bundleCommandLine, 60_000);

const SPEC = 'openapi: 3.0.3\ninfo: { title: t, version: "1" }\npaths: { /x: { get: { responses: {} } } }\n';
const MODEL = `stridewise: 1
apis: { shop: ./openapi.yaml }
mitigations:
  m:
    control: audit-log
    covers: shop
    status: verified
    evidence: [src/own.ts#mustOwn, src/own.ts#other, src/gone.ts, link.ts, ../../secret.ts, src, shot.png]
`;

it('check tells which evidence is gone, a folder, outside or without its text', async () => {
  const folder = scratchFolder({
    'repository/.git/': '',
    'repository/openapi.yaml': SPEC,
    'repository/shop.threats.yaml': MODEL,
    'repository/src/own.ts': 'export function mustOwn() {}\n',
    'repository/shot.png': '\u0000\u0001',
    'elsewhere.ts': 'x',
  });
  const repository = join(folder, 'repository');
  mkdirSync(join(repository, 'empty'));
  symlinkSync(join(folder, 'elsewhere.ts'), join(repository, 'link.ts'));
  const { stdout } = await stridewise(repository, ['check', '--format', 'json']);
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string }[] };
  const told = problems.filter(({ code }) => code.startsWith('evidence'));
  expect(told.map(({ code, message }) => `${code} ${/`([^`]*)`/.exec(message)?.[1]}`)).toEqual([
    'evidence-text-gone src/own.ts',
    'evidence-gone src/gone.ts',
    'evidence-outside link.ts',
    'evidence-outside ../../secret.ts',
    'evidence-gone src',
  ]);
});
