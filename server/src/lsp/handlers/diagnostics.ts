import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { DIAGNOSTICS_LOST, type FileParams } from '../../protocol';
import type { Registration } from '../context';
import type { Pulled } from '../pulled';
import { canonical } from '../uris';
import type { WorkspacePull } from '../workspace-pull';
import { given } from './request';

/** Diagnostics for clients that ask for them. */
export function registerPull(workspacePull: WorkspacePull, pulled: Pulled): Registration {
  return (context) => {
    const { connection, reports, background } = context;
    connection.languages.diagnostics.on((params, token) =>
      given(context, token, (): DocumentDiagnosticReport => {
        const uri = canonical(params.textDocument.uri);
        const { id, items } = reports.of(uri);
        pulled.answered(uri, id);
        if (params.previousResultId === id) return { kind: 'unchanged', resultId: id };
        return { kind: 'full', resultId: id, items: [...items] };
      }),
    );
    connection.onNotification(DIAGNOSTICS_LOST, ({ uri }: FileParams) => pulled.lost(canonical(uri)));
    connection.languages.diagnostics.onWorkspace(async (params, token, _progress, partial) => {
      const items: Parameters<Parameters<WorkspacePull['hold']>[1]>[0] = [];
      const held = workspacePull.hold(params.previousResultIds, (more) => {
        if (partial) partial.report({ items: more });
        else items.push(...more);
      });
      await background.run(() => workspacePull.send(held));
      // Without partial results the client learns only from the answer: it is given, and the client asks again.
      if (partial && !token.isCancellationRequested) {
        await new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
      }
      workspacePull.release(held);
      return { items };
    });
  };
}
