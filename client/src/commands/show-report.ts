import { ProgressLocation, window } from 'vscode';
import { REPORT, type ReportPage } from '../../../server/src/protocol';
import { text } from '../texts';
import { showPage } from '../views/show-page';
import type { Command } from './command';

/** Shows the report of the workspace as a page that nobody can edit. */
export const showReport: Command = {
  id: 'stridewise.showReport',
  run: async ({ server }) => {
    await server.ready();
    const title = text('Simulating attacks for the report');
    const page = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
      server.request<ReportPage>(REPORT, {}),
    );
    if (!page) return void window.showInformationMessage(text('The report could not be written; the log says why.'));
    const named = { title: text('Report: {0}', page.title), rule: '', markdown: page.markdown };
    await showPage(named);
    return undefined;
  },
};
