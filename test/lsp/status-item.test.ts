import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerControl } from '../../client/src/language-client';
import type { FileCoverage } from '../../server/src/protocol';

interface Item {
  busy?: boolean;
  text: string;
  detail?: string;
  severity?: number;
  command?: { command: string; arguments?: readonly string[] };
}

const shown = vi.hoisted(() => new Map<string, Item & { readonly selector: readonly { language: string }[] }>());

/** The window: what is shown in it, and who hears when that changes. */
const editor = vi.hoisted(() => {
  let turned: () => void = () => {};
  return {
    activeTextEditor: undefined as { document: { languageId: string; uri: string } } | undefined,
    onDidChangeActiveTextEditor(listener: () => void) {
      turned = listener;
      return { dispose: () => {} };
    },
    show(uri: string, languageId = 'yaml') {
      editor.activeTextEditor = { document: { languageId, uri } };
      turned();
    },
  };
});

vi.mock('vscode', () => {
  class Disposable {
    constructor(readonly dispose: () => void) {}
    static from = (...parts: Disposable[]) => new Disposable(() => void parts.map((part) => part.dispose()));
  }
  return {
    Disposable,
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    l10n: { t: (message: string, ...values: unknown[]) => message.replace(/\{(\d)\}/g, (_, n) => String(values[n])) },
    workspace: { onDidChangeConfiguration: () => new Disposable(() => {}) },
    window: editor,
    languages: {
      match: (selector: readonly { language: string }[], { languageId }: { languageId: string }) =>
        selector.some(({ language }) => language === languageId) ? 10 : 0,
      createLanguageStatusItem(id: string, selector: readonly { language: string }[]) {
        const item = { text: '', selector, dispose: () => shown.delete(id) };
        shown.set(id, item);
        return item;
      },
    },
  };
});

const { registerStatus } = await import('../../client/src/status');

const SUMMARY = { searching: false, apis: 1, models: 0, open: 3, high: 0, critical: 0, hidden: 0, notChecked: 0 };
let change: () => void = () => {};
let server: { state: string; summary: typeof SUMMARY };
/** What the server is asked, and how it answers. */
let asked: string[] = [];
let answer: (uri: string) => Promise<FileCoverage | null> = async () => null;

/** The items after the server has told this. */
function told(summary: Partial<typeof SUMMARY>, state = 'running') {
  Object.assign(server, { state, summary: { ...SUMMARY, ...summary } });
  change();
  return { status: shown.get('stridewise.status'), unchecked: shown.get('stridewise.notChecked') };
}

beforeEach(() => {
  shown.clear();
  server = { state: 'stopped', summary: SUMMARY };
  const onDidChange = (listener: () => void) => {
    change = listener;
    return { dispose: () => {} };
  };
  [asked, answer, editor.activeTextEditor] = [[], async () => null, undefined];
  const request = (_method: string, { uri }: { uri: string }) => {
    asked.push(uri);
    return answer(uri);
  };
  registerStatus(Object.assign(server, { onDidChange, request, hide: () => {} }) as unknown as ServerControl);
});

describe('the language status', () => {
  it('says how many findings the settings hide, and leads to the setting', () => {
    expect(told({}).status).toMatchObject({ text: 'Stridewise: 3 open threats', detail: '' });
    expect(told({}).status?.command).toMatchObject({ command: 'stridewise.threats.focus' });
    expect(told({ hidden: 1, open: 1 }).status).toMatchObject({
      text: 'Stridewise: 1 open threat',
      detail: '1 finding is hidden by settings',
    });
    const { status } = told({ hidden: 12 });
    expect(status).toMatchObject({ detail: '12 findings are hidden by settings' });
    expect(status?.command).toMatchObject({
      command: 'workbench.action.openSettings',
      arguments: ['stridewise.hide'],
    });
  });

  it('says how far the shown file is answered, and goes back to the number where it is no file of ours', async () => {
    const set = (coverage: FileCoverage) => {
      answer = async () => coverage;
    };
    set({ questions: 12, answered: 10, above: 3 });
    editor.show('file:///openapi.yaml');
    const { status } = told({});
    await vi.waitFor(() => {
      expect(status?.text).toBe('Stridewise: 83 % of questions answered · 3 open above the line');
    });
    expect(status).toMatchObject({ detail: '3 open threats' });
    expect(told({ hidden: 2, open: 1 }).status?.detail).toBe('1 open threat · 2 findings are hidden by settings');
    expect(told({ searching: true }).status).toMatchObject({ text: 'Stridewise: searching', busy: true });
    set({ questions: 1000, answered: 999, above: 0 });
    told({});
    await vi.waitFor(() => {
      expect(status?.text).toBe('Stridewise: 99 % of questions answered · nothing open above the line');
    });
    editor.show('file:///README.md', 'markdown');
    expect(status?.text).toBe('Stridewise: 3 open threats');
    expect(asked).not.toContain('file:///README.md');
  });

  it('shows no answer that comes for a file which is no longer shown', async () => {
    const waiting: ((coverage: FileCoverage) => void)[] = [];
    answer = (uri) =>
      uri === 'file:///slow.yaml'
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve({ questions: 2, answered: 1, above: 0 });
    const { status } = told({});
    editor.show('file:///slow.yaml');
    editor.show('file:///quick.yaml');
    await vi.waitFor(() => expect(status?.text).toContain('50 %'));
    for (const resolve of waiting) resolve({ questions: 2, answered: 0, above: 0 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(status?.text).toContain('50 %');
  });

  it('warns of what was not checked in an item of its own, which goes when all is', () => {
    expect(told({}).unchecked).toBeUndefined();
    const { unchecked } = told({ notChecked: 2 });
    expect(unchecked).toMatchObject({ text: '2 parts were not checked', severity: 1 });
    expect(unchecked?.command).toMatchObject({ command: 'stridewise.showNotChecked' });
    expect(told({ notChecked: 1 }).unchecked).toMatchObject({ text: '1 part was not checked' });
    expect(told({}).unchecked).toBeUndefined();
  });

  it('stands beside files of every language that the server reads', () => {
    const { status, unchecked } = told({ notChecked: 1 });
    for (const item of [status, unchecked]) {
      const languages = item?.selector.map(({ language }) => language);
      expect(languages).toEqual(expect.arrayContaining(['threat-model', 'yaml', 'json', 'jsonc', 'openapi']));
    }
  });

  it('leads to the log where the server did not start', () => {
    expect(told({}, 'failed').status).toMatchObject({
      text: 'Stridewise did not start',
      severity: 2,
      command: { command: 'stridewise.showLog' },
    });
  });
});
