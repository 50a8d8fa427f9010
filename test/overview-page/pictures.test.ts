import { describe, expect, it } from 'vitest';
import { currentTheme, drawnAs, type Sources } from '../../client/webview/pictures';
import { wantedRows } from '../../client/webview/wanted-rows';
import type { PictureName } from '../../server/src/protocol';
import { sample, simulation } from './sample';

const ALL = { filter: '', api: '', onlyOpen: false };
const SOURCES: Sources = { overview: sample(), simulation: simulation(), rows: ALL };
const NAMES: readonly PictureName[] = ['risk-matrix', 'coverage', 'data-flow', 'expected-loss', 'measures'];

describe('the pictures that are saved', () => {
  it.each(NAMES)('%s is a file of its own, as large as it says', (name) => {
    const drawn = drawnAs(name, SOURCES, 'dark');
    expect(drawn?.svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(drawn?.svg).toContain(`width="${drawn?.width}" height="${drawn?.height}"`);
    expect(drawn?.svg).not.toMatch(/var\(|<script|<image/);
  });

  it('are none as long as there is nothing to draw', () => {
    const nothing = { ...SOURCES, overview: null, simulation: null };
    expect(NAMES.map((name) => drawnAs(name, nothing, 'light'))).toEqual(NAMES.map(() => null));
  });

  it('show the operations that the filter leaves', () => {
    const post = drawnAs('coverage', { ...SOURCES, rows: { ...ALL, filter: 'post' } }, 'light')?.svg ?? '';
    expect([post.includes('POST /orders'), post.includes('GET /orders')]).toEqual([true, false]);
    expect(wantedRows(sample().apis, { ...ALL, filter: 'nothing' })).toEqual([]);
  });

  it.each([
    ['vscode-light', 'light'],
    ['vscode-dark', 'dark'],
    ['vscode-high-contrast', 'contrast'],
    ['vscode-high-contrast vscode-high-contrast-light', 'light'],
  ])('have the colours of %s', (classes, theme) => {
    const classList = { contains: (name: string) => classes.split(' ').includes(name) };
    expect(currentTheme({ classList } as never)).toBe(theme);
  });
});
