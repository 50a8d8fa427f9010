import { EventEmitter, type TextDocumentContentProvider, Uri } from 'vscode';
import type { Explanation } from '../../../server/src/protocol';

const SCHEME = 'stridewise';

/** Pages that explain a finding or a rule, as read-only documents for the Markdown preview. */
class Explanations implements TextDocumentContentProvider {
  readonly scheme = SCHEME;
  readonly #pages = new Map<string, string>();
  readonly #changes = new EventEmitter<Uri>();
  /** Two findings of one rule share a page: the later one takes its place, also where the page is still open. */
  readonly onDidChange = this.#changes.event;

  put({ title, markdown }: Explanation): Uri {
    // The page's tab is named after the path's last segment.
    const uri = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', '\u2215')}.md` });
    this.#pages.set(uri.toString(), markdown);
    this.#changes.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#pages.get(uri.toString()) ?? '';
  }
}

export const explanations = new Explanations();
