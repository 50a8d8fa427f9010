import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type StridewiseApi } from '../extension';

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): StridewiseApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  // The extension host replaces the class `Worker`, so the client cannot tell a worker by it: it is given both ends instead.
  const start = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateExtension(context, {
    createClient: (options) => new LanguageClient('stridewise', 'Stridewise', start, options),
    searchFolder: null,
  });
}
