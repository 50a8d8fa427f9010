import { type Command, Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { onHiddenRulesChange } from './hidden-rules';
import type { ServerControl } from './language-client';
import { LANGUAGES } from './languages';
import { text } from './texts';

const SELECTOR = LANGUAGES.map((language) => ({ language }));

/** The language status of our files: what the server does, the number of open threats, and what is not among them. */
export function registerStatus(server: ServerControl): Disposable {
  const item = languages.createLanguageStatusItem('stridewise.status', SELECTOR);
  item.name = 'Stridewise';
  const unchecked = new NotCheckedItem();
  const show = () => {
    item.busy = server.state === 'starting' || (server.state === 'running' && server.summary.searching);
    item.severity = server.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = describe(server);
    item.detail = hiddenText(server.summary.hidden);
    item.command = commandOf(server);
    unchecked.show(server.summary.notChecked);
  };
  show();
  const hide = onHiddenRulesChange(() => void server.hide());
  return Disposable.from(item, unchecked, hide, server.onDidChange(show));
}

/** Stands beside the other only where something was not checked. */
class NotCheckedItem extends Disposable {
  #item: ReturnType<typeof languages.createLanguageStatusItem> | null = null;

  constructor() {
    super(() => this.show(0));
  }

  show(count: number): void {
    if (count === 0) {
      this.#item?.dispose();
      this.#item = null;
      return;
    }
    this.#item ??= languages.createLanguageStatusItem('stridewise.notChecked', SELECTOR);
    this.#item.name = text('Stridewise: not checked');
    this.#item.text = count === 1 ? text('1 part was not checked') : text('{0} parts were not checked', count);
    this.#item.severity = LanguageStatusSeverity.Warning;
    this.#item.command = { title: text('Show them'), command: 'stridewise.showNotChecked' };
  }
}

function commandOf({ state, summary }: ServerControl): Command {
  if (state === 'failed') return { title: text('Show log'), command: 'stridewise.showLog' };
  if (summary.hidden === 0) return { title: text('Show threats'), command: 'stridewise.threats.focus' };
  return {
    title: text('Show setting'),
    command: 'workbench.action.openSettings',
    arguments: ['stridewise.hide'],
  };
}

function describe({ state, summary }: ServerControl): string {
  if (state === 'failed') return text('Stridewise did not start');
  if (state === 'stopped') return text('Stridewise: no API description yet');
  if (summary.searching) return text('Stridewise: searching');
  if (summary.open === 1) return text('Stridewise: 1 open threat');
  return text('Stridewise: {0} open threats', summary.open);
}

/** Answered findings are hidden like open ones, so the number is not one of threats that are open. */
function hiddenText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? text('1 finding is hidden by settings') : text('{0} findings are hidden by settings', count);
}
