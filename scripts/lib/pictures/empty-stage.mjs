// Windows that have nothing to show, and what the view then says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openThreats, openWorkbench } from '../editor-page.mjs';

function empty(name, words, address) {
  return {
    name,
    opensWindow: true,
    async show({ page, url, folder, theme }) {
      const bare = join(folder, 'bare');
      mkdirSync(bare, { recursive: true });
      writeFileSync(join(bare, 'README.md'), '# Nothing here\n');
      await openWorkbench(page, address(url(bare)));
      await page.locator(theme.workbench).first().waitFor();
      await openThreats(page);
      await page.locator('.welcome-view', { hasText: words }).first().waitFor({ timeout: 30_000 });
    },
  };
}

export const EMPTY_STAGE = {
  name: 'empty',
  scenes: [
    empty('no-api', 'Nothing in this workspace', (url) => url),
    empty('no-folder', 'Open a folder', (url) => url.replace(/&folder=[^&]*/, '&ew=true')),
  ],
};
