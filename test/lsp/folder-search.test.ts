import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { searchFolder } from '../../client/src/node/folder-search';

const root = mkdtempSync(join(tmpdir(), 'stridewise-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function search(stop = () => false): Promise<string | null> {
  return searchFolder({ fsPath: root } as Parameters<typeof searchFolder>[0], stop);
}

describe('the search on the disk that decides whether the server starts', () => {
  it('finds nothing where nothing is ours', async () => {
    put('node_modules/a/openapi.yaml', 'openapi: 3.0.0\n');
    put('k8s/deployment.yaml', 'kind: Deployment # not openapi\n');
    expect(await search()).toBeNull();
  });

  it('finds a description under any name, and stops when told', async () => {
    put('deep/er/things.json', '{"info":{},"openapi":"3.1.0"}');
    expect(await search()).toBe(join(root, 'deep/er/things.json'));
    expect(await search(() => true)).toBeNull();
  });
});
