import {
  Disposable,
  type ExtensionContext,
  languages,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { FILE_MARKS, type FileMarks, type Mark } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { LANGUAGES } from '../languages';
import { levelColour } from './level-colours';

const SETTING = 'stridewise.gutterMarks';
const MARKS: readonly Mark[] = ['critical', 'high', 'medium', 'low', 'open', 'answered'];
/** Milliseconds without news after which marks are asked for. */
const QUIET = 50;

/** Marks beside the lines with findings of all editors that are seen, and in their overview rulers. */
class GutterMarks {
  readonly #types: ReadonlyMap<Mark, TextEditorDecorationType>;
  /** What each editor shows, for the version of its text: the same is not set again. */
  readonly #shown = new WeakMap<TextEditor, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: ServerControl,
    folder: Uri,
  ) {
    this.#types = new Map(MARKS.map((mark) => [mark, decorationType(folder, mark)]));
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of window.visibleTextEditors) void this.#update(editor);
    }, QUIET);
  }

  async #update(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (languages.match(SELECTOR, document) === 0) return;
    const { version } = document;
    const marks = await this.server.request<FileMarks>(FILE_MARKS, { uri: document.uri.toString() });
    // What follows an edit is told when the server has taken it in.
    if (document.version !== version) return;
    const now = `${version} ${JSON.stringify(marks)}`;
    if (this.#shown.get(editor) === now) return;
    this.#shown.set(editor, now);
    for (const [mark, type] of this.#types) {
      editor.setDecorations(
        type,
        (marks?.[mark] ?? []).map((line) => new Range(line, 0, line, 0)),
      );
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const type of this.#types.values()) type.dispose();
  }
}

const SELECTOR = LANGUAGES.map((language) => ({ language }));

function decorationType(folder: Uri, mark: Mark): TextEditorDecorationType {
  const icon = (theme: string) => ({ gutterIconPath: Uri.joinPath(folder, 'media', 'marks', `${mark}-${theme}.svg`) });
  const isLevel = mark !== 'open' && mark !== 'answered';
  return window.createTextEditorDecorationType({
    light: icon('light'),
    dark: icon('dark'),
    gutterIconSize: 'contain',
    ...(isLevel && {
      overviewRulerColor: new ThemeColor(levelColour(mark)),
      overviewRulerLane: OverviewRulerLane.Left,
    }),
  });
}

export function registerGutterMarks(server: ServerControl, { extensionUri }: ExtensionContext): Disposable {
  let marks: GutterMarks | null = null;
  const isOn = () => workspace.getConfiguration().get<unknown>(SETTING) !== false;
  const consider = () => {
    if (isOn()) marks ??= new GutterMarks(server, extensionUri);
    else {
      marks?.dispose();
      marks = null;
    }
    marks?.soon();
  };
  consider();
  return Disposable.from(
    server.onDidChange(consider),
    window.onDidChangeVisibleTextEditors(consider),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) consider();
    }),
    { dispose: () => marks?.dispose() },
  );
}
