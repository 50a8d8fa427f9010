import { type Command, Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { FILE_COVERAGE, type FileCoverage } from '../../server/src/protocol';
import { onHiddenRulesChange } from './hidden-rules';
import type { ServerControl } from './language-client';
import { LANGUAGES } from './languages';
import { text } from './texts';

const SELECTOR = LANGUAGES.map((language) => ({ language }));

/** The language status of our files: how far the shown one is answered, the number of open threats, and what is not among them. */
export function registerStatus(server: ServerControl): Disposable {
  const item = languages.createLanguageStatusItem('stridewise.status', SELECTOR);
  item.name = 'Stridewise';
  const unchecked = new NotCheckedItem();
  const coverage = new ShownCoverage(server, () => show());
  const show = () => {
    item.busy = server.state === 'starting' || (server.state === 'running' && server.summary.searching);
    item.severity = server.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    const known = server.state === 'running' && !server.summary.searching ? coverage.known : null;
    item.text = known === null ? describe(server) : coverageText(known);
    item.detail = [known === null ? '' : openText(server.summary.open), hiddenText(server.summary.hidden)]
      .filter((part) => part !== '')
      .join(' · ');
    item.command = commandOf(server);
    unchecked.show(server.summary.notChecked);
  };
  const update = () => {
    show();
    void coverage.ask();
  };
  update();
  const hide = onHiddenRulesChange(() => void server.hide());
  const turn = window.onDidChangeActiveTextEditor(update);
  return Disposable.from(item, unchecked, hide, turn, server.onDidChange(update));
}

/** How far the file in the active editor is answered; null where it is no description and no model. */
class ShownCoverage {
  #uri = '';
  #coverage: FileCoverage | null = null;

  constructor(
    private readonly server: ServerControl,
    private readonly onNews: () => void,
  ) {}

  get known(): FileCoverage | null {
    return this.#coverage;
  }

  /** Asks for it; what was known of the same file stays until it is answered. */
  async ask(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const uri = document && languages.match(SELECTOR, document) > 0 ? document.uri.toString() : '';
    if (uri !== this.#uri) this.#coverage = null;
    this.#uri = uri;
    const coverage = uri === '' ? null : await this.server.request<FileCoverage>(FILE_COVERAGE, { uri });
    if (this.#uri !== uri) return;
    this.#coverage = coverage;
    this.onNews();
  }
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

/** A part of the questions is never rounded up to all. */
function coverageText({ questions, answered, above }: FileCoverage): string {
  const share = questions === 0 ? 100 : Math.floor((100 * answered) / questions);
  if (above === 0) return text('Stridewise: {0} % of questions answered · nothing open above the line', share);
  return text('Stridewise: {0} % of questions answered · {1} open above the line', share, above);
}

function openText(count: number): string {
  return count === 1 ? text('1 open threat') : text('{0} open threats', count);
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
