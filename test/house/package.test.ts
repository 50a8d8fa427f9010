import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What people download; all else stays in the checkout. */
const WANTED = [
  /^(?:package|package\.nls)\.json$/,
  /^(?:README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/[\w.]+\.(?:c?js|css)$/,
  /^docs\/(?:model|overview|problems|risk|techniques|threats-view|tutorial|rules\/[\w-]+)\.md$/,
  /^(?:syntaxes|snippets|schemas)\/[\w.-]+\.json$/,
  /^media\/[\w/-]+\.(?:svg|png)$/,
];

describe('the packed extension', () => {
  it('holds what runs and what is read, and no maps, tests, scripts or sources', () => {
    const words = ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'];
    const files = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n');
    expect(files).toContain('package.json');
    const marks = readdirSync('media/marks').map((name) => `media/marks/${name}`);
    expect(files).toEqual(expect.arrayContaining(marks));
    expect(files.filter((file) => !WANTED.some((wanted) => wanted.test(file)))).toEqual([]);
  });
});

describe('how VS Code edits models', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const settings = contributes.configurationDefaults['[threat-model]'];

  it('suggests while one types, in plain texts too, which are strings to it', () => {
    expect(settings['editor.quickSuggestions']).toEqual({ other: 'on', comments: 'off', strings: 'on' });
    expect(settings['editor.suggest.snippetsPreventQuickSuggestions']).toBe(false);
  });

  it('suggests nothing in the middle of a sentence: no words, no snippets, and Enter ends a line that is complete', () => {
    expect(settings['editor.wordBasedSuggestions']).toBe('off');
    expect(settings['editor.snippetSuggestions']).toBe('none');
    expect(settings['editor.acceptSuggestionOnEnter']).toBe('smart');
  });

  it('sets in by two blanks, and further behind a colon', () => {
    expect(settings['editor.tabSize']).toBe(2);
    // Only `full`, which VS Code has by default, looks at the rules of the language.
    expect(settings).not.toHaveProperty('editor.autoIndent');
    const { indentationRules } = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8'));
    const increases = new RegExp(indentationRules.increaseIndentPattern);
    for (const line of ['apis:', '  store -> orders-db:', '  denial on GET /a/{id}:'])
      expect(increases.test(line), line).toBe(true);
    for (const line of ['  title: x', '# covers:', '  - a', '']) expect(increases.test(line), line).toBe(false);
  });
});
