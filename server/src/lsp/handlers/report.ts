import type { CancellationToken } from 'vscode-languageserver';
import { notCheckedIn } from '../../core';
import { REPORT, type ReportPage, type ReportParams, type WireSimulation } from '../../protocol';
import { markdownReport, reportOf } from '../../report';
import type { Context, Registration } from '../context';
import { optionsFor } from '../overview-for';
import { isBelow, relativePath } from '../uris';
import { afterSimulation } from './request';

/** The report as a page of Markdown. */
export const registerReport: Registration = (context) => {
  context.connection.onRequest<ReportPage, never>(REPORT, (params: ReportParams, token: CancellationToken) =>
    afterSimulation(context, params, token, (simulation) => pageOf(context, params, simulation)),
  );
};

function pageOf({ session }: Context, { uris }: ReportParams, simulation: WireSimulation): ReportPage {
  const analysis = session.analysis();
  const nameOf = (uri: string) => {
    const folder = session.folders.find((one) => isBelow(uri, one));
    return folder === undefined ? uri : relativePath(uri, folder);
  };
  const notChecked = notCheckedIn(session.workspace, analysis).map(({ uri, reason }) => ({
    file: nameOf(uri),
    reason,
  }));
  const data = reportOf(analysis, { ...optionsFor(session, uris), nameOf, simulation, notChecked });
  const link = ([file, line]: readonly [number, number, number]) => {
    return `${session.clientUri(data.uris[file] ?? '')}#L${line + 1}`;
  };
  return { title: data.overview.title, markdown: markdownReport(data, { mermaid: false, link }) };
}
