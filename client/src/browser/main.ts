import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type StridewiseApi } from '../extension';

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): StridewiseApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  const start = async () => new Worker(script);
  return activateExtension(context, {
    createClient: (options) => new LanguageClient('stridewise', 'Stridewise', start, options),
    searchFolder: null,
  });
}
