import { Disposable, LanguageStatusSeverity, languages } from 'vscode';
import type { ServerControl } from './language-client';
import { text } from './texts';

const SELECTOR = [{ language: 'threat-model' }, { language: 'yaml' }, { language: 'json' }];

/** The language status of our files: what the server does, and the number of open threats. */
export function registerStatus(server: ServerControl): Disposable {
  const item = languages.createLanguageStatusItem('stridewise.status', SELECTOR);
  item.name = 'Stridewise';
  const show = () => {
    item.busy = server.state === 'starting' || (server.state === 'running' && server.summary.searching);
    item.severity = server.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = describe(server);
    item.command =
      server.state === 'failed'
        ? { title: text('Show log'), command: 'stridewise.showLog' }
        : { title: text('Show threats'), command: 'stridewise.threats.focus' };
  };
  show();
  return Disposable.from(item, server.onDidChange(show));
}

function describe({ state, summary }: ServerControl): string {
  if (state === 'failed') return text('Stridewise did not start');
  if (state === 'stopped') return text('Stridewise: no API description yet');
  if (summary.searching) return text('Stridewise: searching');
  return text('Stridewise: {0} open threats', summary.open);
}
