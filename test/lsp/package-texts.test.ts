import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const manifest = readFileSync('package.json', 'utf8');
const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const { contributes } = JSON.parse(manifest);

/** Keys whose values people read. */
const READ = new Set(['title', 'name', 'contextualTitle', 'contents', 'label', 'description', 'markdownDescription']);

function shownTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (READ.has(key) && typeof child === 'string') return [child];
    return key === 'enumDescriptions' ? (child as string[]) : shownTexts(child);
  });
}

describe('the texts of package.json', () => {
  it('all stand in package.nls.json', () => {
    const shown = shownTexts(contributes);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((text) => !/^%[^%]+%$/.test(text))).toEqual([]);
  });

  it('are exactly those that package.json names', () => {
    const named = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    expect([...named].sort()).toEqual(Object.keys(texts).sort());
  });

  it('use every welcome text for a state of its own', () => {
    const states = contributes.viewsWelcome.map(({ when }: { when: string }) => when);
    expect(new Set(states).size).toBe(states.length);
  });

  it('contribute no command that no menu and no palette shows', () => {
    const ids = contributes.commands.map(({ command }: { command: string }) => command);
    for (const { command } of Object.values(contributes.menus).flat() as { command?: string }[]) {
      if (command !== undefined) expect(ids).toContain(command);
    }
  });
});
