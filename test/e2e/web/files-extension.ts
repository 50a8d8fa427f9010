import { type ExtensionContext, workspace } from 'vscode';
import { MemoryFiles } from './memory-files';
import { runFacts } from './run-facts';

/** Gives both schemes their files; neither gets a search provider, as in many virtual workspaces. */
export function activate(context: ExtensionContext): void {
  for (const scheme of ['memory', 'vscode-vfs']) {
    const files = new MemoryFiles(runFacts.files, '/shop');
    context.subscriptions.push(workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
  }
}
