import { type LogOutputChannel, window } from 'vscode';

export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Stridewise', { log: true });
}
