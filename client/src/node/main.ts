import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type StridewiseApi } from '../extension';
import { searchFolder } from './folder-search';

/** Entry in the desktop and in remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): StridewiseApi {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return activateExtension(context, {
    createClient: (options) => new LanguageClient('stridewise', 'Stridewise', { run, debug: run }, options),
    searchFolder,
  });
}
