// How a search through many files behaves in the server: how long, in what slices, and what it does afterwards.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageClient } from './language-client.mjs';

const SERVER = fileURLToPath(new URL('../../../dist/server.cjs', import.meta.url));
const PROBE = fileURLToPath(new URL('longest-stretch.cjs', import.meta.url));
const IDLE = 2000;

/** Milliseconds: from start to found, the longest stretch of the event loop, processor used in the two seconds afterwards. */
export async function searchIn(folder) {
  const scratch = mkdtempSync(join(tmpdir(), 'stridewise-bench-'));
  const stretch = join(scratch, 'stretch');
  try {
    const client = new LanguageClient(['--require', PROBE, SERVER, '--stdio'], { STRIDEWISE_STRETCH: stretch });
    const start = performance.now();
    await client.start(folder);
    // Answered when the search is over.
    await client.request('workspace/diagnostic', { previousResultIds: [] });
    const found = performance.now() - start;
    const before = client.cpu();
    await new Promise((done) => setTimeout(done, IDLE));
    const idle = before === null ? null : client.cpu() - before;
    await client.stop();
    await client.ended;
    return { found, longest: Number(readFileSync(stretch, 'utf8')), idle };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
