// Plants the flaws of test/evaluation one by one and says which are found: npm run evaluate

import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/evaluation/table.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const [{ text }] = outputFiles;
  const { table } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  console.log(table().join('\n'));
});
