import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type StridewiseApi } from '../extension';

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): StridewiseApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  let worker: Worker | null = null;
  // The client takes only what is an `instanceof Worker`, which VS Code's own stand-in for Worker is not.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateExtension(context, {
    createClient: (options) => new LanguageClient('stridewise', 'Stridewise', start, options),
    searchFolder: null,
  });
}
