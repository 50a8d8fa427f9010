import { type Disposable, type LogOutputChannel, languages, type TextDocument, workspace } from 'vscode';
import { VIRTUAL_SCHEMES } from '../../server/src/protocol';
import { MODEL_LANGUAGE } from './languages';
import { hasModelKey } from './root-key';

/** A model that only its root key tells gets our language when it opens: no other declaration can give it to a `.yaml`. */
export function registerLanguageSwitch(log: LogOutputChannel): Disposable {
  const consider = (document: TextDocument) => {
    if (document.languageId !== 'yaml' || VIRTUAL_SCHEMES.includes(document.uri.scheme)) return;
    if (isAssociated(document) || !hasModelKey(document.getText())) return;
    log.debug(`A threat model by its root key: ${document.uri.toString()}`);
    void languages.setTextDocumentLanguage(document, MODEL_LANGUAGE);
  };
  workspace.textDocuments.forEach(consider);
  return workspace.onDidOpenTextDocument(consider);
}

/** Whether the user's `files.associations` say what the document is. */
function isAssociated(document: TextDocument): boolean {
  const globs = Object.keys(workspace.getConfiguration('files', document.uri).get<object>('associations') ?? {});
  return globs.some((pattern) => {
    const glob = pattern.includes('/') ? pattern : `**/${pattern}`;
    return languages.match({ pattern: glob }, document) > 0;
  });
}
