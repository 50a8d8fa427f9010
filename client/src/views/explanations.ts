import { type TextDocumentContentProvider, Uri } from 'vscode';
import type { Explanation } from '../../../server/src/protocol';

const SCHEME = 'stridewise';

/** Pages that explain a finding, as read-only documents for the Markdown preview. */
class Explanations implements TextDocumentContentProvider {
  readonly scheme = SCHEME;
  readonly #pages = new Map<string, string>();

  put({ title, markdown }: Explanation): Uri {
    const uri = Uri.from({ scheme: SCHEME, path: `/${title}.md` });
    this.#pages.set(uri.toString(), markdown);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#pages.get(uri.toString()) ?? '';
  }
}

export const explanations = new Explanations();
