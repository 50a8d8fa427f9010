import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerControl } from '../../client/src/language-client';
import { FILE_MARKS, FILE_STANDINGS, type FileMarks, type FileStandings } from '../../server/src/protocol';

type Provider = import('vscode').FileDecorationProvider;
type Listener = (value: never) => void;
interface Editor {
  readonly document: { languageId: string; version: number; uri: string };
  readonly set: string[];
  setDecorations(type: { mark: string; disposed: boolean }, ranges: readonly { line: number }[]): void;
}

const host = vi.hoisted(() => ({
  settings: new Map<string, unknown>(),
  listeners: new Map<string, Listener>(),
  provider: null as Provider | null,
  fired: [] as string[][],
  editors: [] as Editor[],
  types: [] as { mark: string; disposed: boolean; ruler: boolean }[],
}));

vi.mock('vscode', () => {
  class Disposable {
    constructor(readonly dispose: () => void) {}
    static from = (...parts: Disposable[]) => new Disposable(() => void parts.map((part) => part.dispose()));
  }
  const listen = (name: string) => (listener: Listener) => {
    host.listeners.set(name, listener);
    return new Disposable(() => {});
  };
  return {
    Disposable,
    EventEmitter: class {
      event = () => new Disposable(() => {});
      fire = (uris: { toString(): string }[]) => host.fired.push(uris.map(String));
    },
    OverviewRulerLane: { Left: 1 },
    Range: class {
      constructor(readonly line: number) {}
    },
    ThemeColor: class {
      constructor(readonly id: string) {}
    },
    Uri: {
      parse: (uri: string) => ({ toString: () => uri }),
      joinPath: (_folder: unknown, ...parts: string[]) => parts.join('/'),
    },
    l10n: { t: (message: string, ...values: unknown[]) => message.replace(/\{(\d)\}/g, (_, n) => String(values[n])) },
    languages: {
      match: (selector: readonly { language: string }[], { languageId }: { languageId: string }) =>
        selector.some(({ language }) => language === languageId) ? 10 : 0,
    },
    window: {
      get visibleTextEditors() {
        return host.editors;
      },
      onDidChangeVisibleTextEditors: listen('editors'),
      registerFileDecorationProvider(provider: Provider) {
        host.provider = provider;
        return new Disposable(() => {});
      },
      createTextEditorDecorationType(options: { light: { gutterIconPath: string }; overviewRulerColor?: unknown }) {
        const mark = /marks\/(\w+)-light\.svg$/.exec(options.light.gutterIconPath)?.[1] ?? '';
        const type = { mark, disposed: false, ruler: options.overviewRulerColor !== undefined, dispose: () => {} };
        type.dispose = () => {
          type.disposed = true;
        };
        host.types.push(type);
        return type;
      },
    },
    workspace: {
      getConfiguration: () => ({ get: (name: string) => host.settings.get(name) }),
      onDidChangeConfiguration: listen('settings'),
    },
  };
});

const { registerFileDecorations } = await import('../../client/src/around/file-decorations');
const { registerGutterMarks } = await import('../../client/src/around/gutter-marks');

let hear: (standings: FileStandings) => void = () => {};
let marks: FileMarks = {};
let requests = 0;
let onRequest: () => void = () => {};
let news: () => void = () => {};
let state = 'running';
const server = {
  get state() {
    return state;
  },
  onDidChange(listener: () => void) {
    const before = news;
    news = () => {
      before();
      listener();
    };
    return { dispose: () => {} };
  },
  onNotification(method: string, listener: typeof hear) {
    if (method === FILE_STANDINGS) hear = listener;
  },
  async request(method: string) {
    requests += 1;
    onRequest();
    return method === FILE_MARKS ? marks : null;
  },
} as unknown as ServerControl;

const change = (setting: string, value: unknown) => {
  host.settings.set(setting, value);
  host.listeners.get('settings')?.({ affectsConfiguration: (name: string) => name === setting } as never);
};

beforeEach(() => {
  host.settings.clear();
  Object.assign(host, { provider: null, fired: [], editors: [], types: [] });
  [marks, requests, state, news, onRequest] = [{}, 0, 'running', () => {}, () => {}];
});

describe('files in the Explorer', () => {
  const on = async (uri: string) => {
    const { Uri } = await import('vscode');
    return host.provider?.provideFileDecoration(Uri.parse(uri), {} as never);
  };

  it('have the letter of the worst level, as long as something is open above the line', async () => {
    registerFileDecorations(server);
    hear({
      files: [
        { uri: 'file:///a.yaml', above: 3, level: 'high' },
        { uri: 'file:///b.yaml', above: 1, level: 'low' },
      ],
    });
    expect(host.fired).toEqual([['file:///a.yaml', 'file:///b.yaml']]);
    expect(await on('file:///a.yaml')).toMatchObject({
      badge: 'H',
      color: { id: 'stridewise.highForeground' },
      tooltip: '3 threats above the line, the worst high',
    });
    expect(await on('file:///b.yaml')).toMatchObject({ badge: 'L', tooltip: '1 low threat above the line' });
    expect(await on('file:///other.yaml')).toBeUndefined();
    hear({ files: [{ uri: 'file:///b.yaml', above: 0, level: 'note' }] });
    expect(host.fired.slice(1)).toEqual([['file:///b.yaml']]);
    expect(await on('file:///b.yaml')).toBeUndefined();
  });

  it('have none where the setting is off, or once the server is gone', async () => {
    registerFileDecorations(server);
    hear({ files: [{ uri: 'file:///a.yaml', above: 3, level: 'high' }] });
    change('stridewise.fileDecorations', false);
    expect(host.fired.slice(1)).toEqual([['file:///a.yaml']]);
    expect(await on('file:///a.yaml')).toBeUndefined();
    change('stridewise.fileDecorations', true);
    expect(await on('file:///a.yaml')).toMatchObject({ badge: 'H' });
    state = 'failed';
    news();
    expect(await on('file:///a.yaml')).toBeUndefined();
  });
});

describe('marks beside lines', () => {
  const editorOf = (languageId = 'yaml'): Editor => {
    const set: string[] = [];
    return {
      document: { languageId, version: 1, uri: 'file:///a.yaml' },
      set,
      setDecorations: ({ mark }, ranges) => {
        if (ranges.length > 0) set.push(`${mark} ${ranges.map(({ line }) => line).join(' ')}`);
        else set.push(`${mark} none`);
      },
    };
  };
  const register = () => registerGutterMarks(server, { extensionUri: 'ext' } as never);

  it('stand in the editors of our files that are seen, and are set again only where they change', async () => {
    const [editor, other] = [editorOf(), editorOf('markdown')];
    host.editors = [editor, other];
    marks = { high: [12], answered: [3, 8] };
    register();
    await vi.waitFor(() => expect(editor.set).toHaveLength(6));
    expect(editor.set.filter((one) => !one.endsWith('none'))).toEqual(['high 12', 'answered 3 8']);
    expect(other.set).toEqual([]);
    expect(host.types.filter(({ ruler }) => ruler).map(({ mark }) => mark)).toEqual([
      'critical',
      'high',
      'medium',
      'low',
    ]);
    const before = requests;
    news();
    await vi.waitFor(() => expect(requests).toBe(before + 1));
    expect(editor.set).toHaveLength(6);
    marks = { answered: [3, 8, 12] };
    news();
    await vi.waitFor(() => expect(editor.set).toHaveLength(12));
    expect(editor.set.slice(6)).toContain('high none');
  });

  it('are not set from an answer about an older text', async () => {
    const editor = editorOf();
    host.editors = [editor];
    marks = { high: [12] };
    onRequest = () => {
      if (requests === 1) editor.document.version += 1;
    };
    register();
    await vi.waitFor(() => expect(requests).toBe(1));
    marks = { low: [4] };
    news();
    await vi.waitFor(() => expect(editor.set).toContain('low 4'));
    expect(editor.set).not.toContain('high 12');
  });

  it('go with the setting, and come back', async () => {
    const editor = editorOf();
    host.editors = [editor];
    register();
    await vi.waitFor(() => expect(editor.set).toHaveLength(6));
    change('stridewise.gutterMarks', false);
    expect(host.types.every(({ disposed }) => disposed)).toBe(true);
    change('stridewise.gutterMarks', true);
    await vi.waitFor(() => expect(editor.set).toHaveLength(12));
    expect(host.types.slice(6).every(({ disposed }) => !disposed)).toBe(true);
  });
});
