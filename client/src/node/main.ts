import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type StridewiseApi } from '../extension';

/** Entry in the desktop and in remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): StridewiseApi {
  const module = context.asAbsolutePath('dist/server.cjs');
  return activateExtension(context, (options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient('stridewise', 'Stridewise', { run, debug: run }, options);
  });
}
