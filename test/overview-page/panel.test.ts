import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerControl } from '../../client/src/language-client';
import type { ToPage } from '../../server/src/protocol';
import { sample, simulation } from './sample';

const editor = vi.hoisted(() => ({
  opened: [] as string[],
  ran: [] as unknown[][],
  files: new Map<string, string>(),
  errors: [] as string[],
  created: 0,
  serializer: null as { deserializeWebviewPanel(panel: unknown): Promise<void> } | null,
  saveTo: null as string | null,
  make: null as (() => unknown) | null,
}));

vi.mock('vscode', () => {
  const uri = (path: string): object => ({
    path,
    toString: () => path,
    with: (change: { path: string }) => uri(change.path),
  });
  class Disposable {
    constructor(readonly dispose: () => void) {}
  }
  class CancellationTokenSource {
    readonly token = { isCancellationRequested: false };
    cancel() {
      this.token.isCancellationRequested = true;
    }
    dispose() {}
  }
  return {
    Disposable,
    CancellationTokenSource,
    ViewColumn: { Active: -1, Beside: -2 },
    Range: class {
      constructor(...at: number[]) {
        Object.assign(this, { at });
      }
    },
    Uri: { joinPath: (base: { path: string }, path: string) => uri(`${base.path}/${path}`), parse: uri },
    l10n: { t: (message: string, ...values: unknown[]) => message.replace(/\{(\d)\}/g, (_, n) => String(values[n])) },
    commands: { executeCommand: async (...words: unknown[]) => void editor.ran.push(words) },
    workspace: {
      workspaceFolders: [{ uri: uri('/shop') }],
      asRelativePath: ({ path }: { path: string }) => path,
      fs: {
        writeFile: async ({ path }: { path: string }, bytes: Uint8Array) => {
          if (path.startsWith('/readonly')) throw new Error('it is read-only');
          const content = new TextDecoder().decode(bytes);
          const isFull = path.startsWith('/full');
          editor.files.set(path, isFull ? content.slice(0, 1) : content);
          if (isFull) throw new Error('no space left');
        },
        rename: async ({ path: from }: { path: string }, { path: to }: { path: string }) => {
          if (to.startsWith('/held')) throw new Error('it is in use');
          editor.files.set(to, editor.files.get(from) ?? '');
          editor.files.delete(from);
        },
        delete: async ({ path }: { path: string }) => {
          if (!editor.files.delete(path)) throw new Error('it is not there');
        },
      },
    },
    window: {
      tabGroups: { all: [{ viewColumn: 1 }] },
      showTextDocument: async ({ path }: { path: string }, { selection }: { selection: { at: number[] } }) =>
        void editor.opened.push(`${path} ${selection.at.slice(0, 2).join(':')}`),
      showErrorMessage: async (message: string) => void editor.errors.push(message),
      showSaveDialog: async () => (editor.saveTo === null ? undefined : uri(editor.saveTo)),
      createWebviewPanel: () => editor.make?.(),
      registerWebviewPanelSerializer: (_type: string, serializer: typeof editor.serializer) => {
        editor.serializer = serializer;
        return new Disposable(() => {});
      },
    },
  };
});

const { Overviews } = await import('../../client/src/overview/overviews');

/** A panel whose page is this test. */
class FakePanel {
  readonly told: ToPage[] = [];
  visible = true;
  viewColumn = 1;
  disposed = false;
  #hear: (message: unknown) => void = () => {};
  #shown: () => void = () => {};
  #ended: () => void = () => {};
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://page.example',
    asWebviewUri: ({ path }: { path: string }) => `https://page.example${path}`,
    postMessage: (message: ToPage) => this.told.push(message),
    onDidReceiveMessage: (hear: (message: unknown) => void) => {
      this.#hear = hear;
      return { dispose: () => {} };
    },
  };

  onDidChangeViewState(shown: () => void) {
    this.#shown = shown;
    return { dispose: () => {} };
  }

  onDidDispose(ended: () => void) {
    this.#ended = ended;
  }

  reveal(): void {}

  dispose(): void {
    this.disposed = true;
    this.#ended();
  }

  async says(message: unknown): Promise<void> {
    this.#hear(message);
    await vi.advanceTimersByTimeAsync(0);
  }

  show(visible: boolean): void {
    this.visible = visible;
    this.#shown();
  }

  get types(): string[] {
    return this.told.map(({ type }) => type);
  }
}

const FILE = 'file:///shop/openapi.yaml';
const SUMMARY = { searching: false, apis: 1 };
let panel: FakePanel;
let change: () => void;
let asked: number;
let warned: string[];
let token: { readonly isCancellationRequested: boolean };
let finish: (result: unknown) => void;
let server: { state: string; summary: typeof SUMMARY };
let overviews: InstanceType<typeof Overviews>;

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(editor, { opened: [], ran: [], files: new Map(), errors: [], created: 0, saveTo: null });
  editor.make = () => {
    editor.created += 1;
    panel = new FakePanel();
    return panel;
  };
  asked = 0;
  warned = [];
  server = { state: 'running', summary: { ...SUMMARY } };
  const control = Object.assign(server, {
    onDidChange: (listener: () => void) => {
      change = listener;
      return { dispose: () => {} };
    },
    request: async () => {
      asked += 1;
      return sample();
    },
    requestLong: (_method: string, _params: object, given: typeof token, tell: (done: number) => void) => {
      token = given;
      tell(0.5);
      return new Promise((done) => {
        finish = done;
      });
    },
  }) as unknown as ServerControl;
  const context = { extensionUri: { path: '/extension' } } as never;
  overviews = new Overviews({ context, server: control, log: { warn: (text: string) => warned.push(text) } as never });
  overviews.show();
});

const calm = () => vi.advanceTimersByTimeAsync(300);

describe('the panel of the overview', () => {
  it('has a page that loads our script and style sheet and nothing else', () => {
    const { html, options } = panel.webview;
    const nonce = /script-src 'nonce-([^']+)'/.exec(html)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThanOrEqual(32);
    expect(html).toContain("default-src 'none'; ");
    expect(html).toContain(`<script nonce="${nonce}" src="https://page.example/extension/dist/overview.js">`);
    expect(html.match(/<script|<style|unsafe|command:/g)).toEqual(['<script']);
    expect(options).toMatchObject({ enableScripts: true, localResourceRoots: [{ path: '/extension/dist' }] });
  });

  it('is one, and comes back after a reload of the window', async () => {
    const first = panel;
    overviews.show();
    expect(editor.created).toBe(1);
    const restored = new FakePanel();
    await editor.serializer?.deserializeWebviewPanel(restored);
    expect(first.disposed).toBe(true);
    expect(restored.webview.html).toContain('overview.js');
    overviews.show();
    expect(editor.created).toBe(1);
  });

  it('tells a page that listens, and asks once as long as nothing changes', async () => {
    expect(panel.told).toEqual([]);
    await panel.says({ type: 'ready' });
    await panel.says({ type: 'ready' });
    expect([panel.types, asked]).toEqual([['overview', 'overview'], 1]);
  });

  it('asks again when findings have been calm for a moment, and only while somebody looks', async () => {
    await panel.says({ type: 'ready' });
    for (let count = 0; count < 5; count++) change();
    await calm();
    expect([panel.types, asked]).toEqual([['overview', 'overview'], 2]);
    panel.show(false);
    change();
    await calm();
    expect(asked).toBe(2);
    panel.show(true);
    await panel.says({ type: 'ready' });
    expect([panel.types.length, asked]).toEqual([3, 3]);
  });

  it.each([
    [{ searching: true }, 'running', 'searching'],
    [{ apis: 0 }, 'running', 'noApi'],
    [{}, 'failed', 'failed'],
  ])('says why there is nothing: %j, %s', async (summary, state, notice) => {
    Object.assign(server, { state, summary: { ...SUMMARY, ...summary } });
    await panel.says({ type: 'ready' });
    expect(panel.told).toEqual([{ type: 'notice', notice }]);
  });
});

describe('what the page asks for', () => {
  it('is a line of a file that it was told of, and of no other', async () => {
    await panel.says({ type: 'reveal', uri: FILE, line: 3, character: 1 });
    expect([editor.opened, warned.length]).toEqual([[], 1]);
    await panel.says({ type: 'ready' });
    await panel.says({ type: 'reveal', uri: FILE, line: 3.7, character: -1 });
    await panel.says({ type: 'reveal', uri: 'file:///etc/passwd', line: 0, character: 0 });
    expect([editor.opened, warned.length]).toEqual([[`${FILE} 3:0`], 2]);
  });

  it('is still such a line while findings change', async () => {
    await panel.says({ type: 'ready' });
    change();
    await panel.says({ type: 'reveal', uri: FILE, line: 1, character: 0 });
    expect(editor.opened).toEqual([`${FILE} 1:0`]);
  });

  it('is dropped and logged where it is no message of ours', async () => {
    for (const message of [null, 'ready', { type: 'run', command: 'x' }, { type: 'reveal', uri: 3 }]) {
      await panel.says(message);
    }
    expect([warned.length, panel.told, editor.ran]).toEqual([4, [], []]);
  });

  it('is an explanation', async () => {
    await panel.says({ type: 'explain', key: 'k1' });
    expect(editor.ran).toEqual([['stridewise.explain', { finding: 'k1' }]]);
  });

  it('is a picture, saved where a person wants it', async () => {
    const save = { type: 'save', name: 'coverage', format: 'svg', bytes: new TextEncoder().encode('<svg/>') };
    await panel.says(save);
    editor.saveTo = '/shop/coverage.svg';
    await panel.says(save);
    expect([...editor.files]).toEqual([['/shop/coverage.svg', '<svg/>']]);
  });

  it.each([
    ['/readonly', 'it is read-only'],
    ['/full', 'no space left'],
    ['/held', 'it is in use'],
  ])('is a picture that cannot be saved below %s, and what was there stays', async (folder, why) => {
    editor.saveTo = `${folder}/coverage.svg`;
    editor.files.set(editor.saveTo, 'before');
    await panel.says({ type: 'save', name: 'coverage', format: 'svg', bytes: new TextEncoder().encode('<svg/>') });
    expect(editor.errors).toEqual([`${folder}/coverage.svg could not be written: ${why}`]);
    expect([...editor.files]).toEqual([[editor.saveTo, 'before']]);
  });
});

describe('a simulation', () => {
  it('runs once, tells how far it is, and is there when the page comes back', async () => {
    await panel.says({ type: 'ready' });
    await panel.says({ type: 'simulate' });
    await panel.says({ type: 'simulate' });
    expect(panel.told.slice(1)).toEqual([
      { type: 'progress', done: 0 },
      { type: 'progress', done: 0.5 },
    ]);
    panel.show(false);
    finish(simulation());
    await vi.advanceTimersByTimeAsync(0);
    panel.show(true);
    await panel.says({ type: 'ready' });
    expect(panel.types.slice(3)).toEqual(['overview', 'simulation']);
  });

  it('is outdated once findings change', async () => {
    await panel.says({ type: 'ready' });
    change();
    await calm();
    await panel.says({ type: 'simulate' });
    finish(simulation());
    await vi.advanceTimersByTimeAsync(0);
    change();
    change();
    expect(panel.types.slice(-2)).toEqual(['simulation', 'outdated']);
  });

  it('can be cancelled, and fails in words', async () => {
    await panel.says({ type: 'ready' });
    await panel.says({ type: 'simulate' });
    await panel.says({ type: 'cancel' });
    finish(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(panel.told.at(-1)).toEqual({ type: 'stopped', why: 'cancelled' });
    await panel.says({ type: 'simulate' });
    finish(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(panel.told.at(-1)).toEqual({ type: 'stopped', why: 'failed' });
  });

  it('ends with its panel, and the next one is new', async () => {
    await panel.says({ type: 'ready' });
    await panel.says({ type: 'simulate' });
    panel.dispose();
    expect(token.isCancellationRequested).toBe(true);
    overviews.show();
    expect(editor.created).toBe(2);
  });
});
