import {
  Disposable,
  EventEmitter,
  type FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { FILE_STANDINGS, type FileStanding, type FileStandings } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { text } from '../texts';
import { levelColour } from './level-colours';

const SETTING = 'stridewise.fileDecorations';

/** A letter on the files in which something is open above the line: the level of the worst. */
class FileDecorations implements FileDecorationProvider {
  readonly #changes = new EventEmitter<Uri[]>();
  readonly onDidChangeFileDecorations = this.#changes.event;
  #standings = new Map<string, FileStanding>();

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const standing = isOn() ? this.#standings.get(uri.toString()) : undefined;
    if (standing === undefined) return undefined;
    const { above, level } = standing;
    return {
      badge: level.charAt(0).toUpperCase(),
      color: new ThemeColor(levelColour(level)),
      tooltip:
        above === 1
          ? text('1 {0} threat above the line', level)
          : text('{0} threats above the line, the worst {1}', above, level),
      // VS Code's own marks of problems reach the folders already.
      propagate: false,
    };
  }

  take({ files }: FileStandings): void {
    const uris = files.map((standing) => {
      const uri = Uri.parse(standing.uri);
      if (standing.above === 0) this.#standings.delete(uri.toString());
      else this.#standings.set(uri.toString(), standing);
      return uri;
    });
    this.#changes.fire(uris);
  }

  /** Asks for all that are known again, once they are gone or shown otherwise. */
  again(forget: boolean): void {
    const uris = [...this.#standings.keys()].map((uri) => Uri.parse(uri));
    if (forget) this.#standings = new Map();
    if (uris.length > 0) this.#changes.fire(uris);
  }
}

const isOn = () => workspace.getConfiguration().get<unknown>(SETTING) !== false;

export function registerFileDecorations(server: ServerControl): Disposable {
  const decorations = new FileDecorations();
  server.onNotification(FILE_STANDINGS, (standings: FileStandings) => decorations.take(standings));
  return Disposable.from(
    window.registerFileDecorationProvider(decorations),
    server.onDidChange(() => {
      if (server.state !== 'running') decorations.again(true);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) decorations.again(false);
    }),
  );
}
