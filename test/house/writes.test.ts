import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What gives a file other content, by its name in `node:fs`, VS Code's file system and its documents. */
const WRITES = new RegExp(
  [
    /\b(?:write|append|copy|truncate|ftruncate|rename|rm|rmdir|unlink|link|symlink|mkdir|mkdtemp|cp|chmod|chown|utimes)(?:File)?Sync\b/,
    /\bcreateWriteStream\b|import (?:\*|[a-z]\w*) .*from 'node:fs(?:\/promises)?'/,
    /import \{[^}]*\b(?:writeFile|appendFile|open|rename|rm|unlink|mkdir|cp|copyFile|truncate|link|symlink)\b[^}]*\} from 'node:fs\/promises'/,
    /\bfs\.(?:writeFile|delete|rename|copy|createDirectory)\b/,
    /\bapplyEdit\(|\.insertSnippet\(|\beditor\.edit\(|\.save(?:All|As)?\(\)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Who writes, and where each of its writes is tried on a disk that is full, read-only or changed by somebody else, or killed half-way. */
const TRIED: Readonly<Record<string, string>> = {
  'server/src/cli/whole-file.ts': 'test/cli/writes.test.ts',
  'client/src/write-whole.ts': 'test/overview-page/panel.test.ts',
  'client/src/commands/apply-fix.ts': 'test/e2e/suite/cases/writes.ts',
};

test('nobody else writes a file', () => {
  const sources = ['server/src', 'client'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  expect(sources.length).toBeGreaterThan(500);
  const writers = sources.filter((file) => WRITES.test(readFileSync(file, 'utf8')));
  expect(writers.sort()).toEqual(Object.keys(TRIED).sort());
});

test('each of them is tried', () => {
  for (const file of Object.values(TRIED)) expect(readFileSync(file, 'utf8')).toMatch(/full/);
});
