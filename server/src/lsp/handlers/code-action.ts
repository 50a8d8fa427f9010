import { CodeActionKind } from 'vscode-languageserver';
import { fixesFor } from '../../core';
import type { Registration } from '../context';
import { fixToAction } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** Fixes at the cursor. */
export const registerCodeAction: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onCodeAction((params, token) =>
    givenAll(context, token, () => {
      const { only, diagnostics } = params.context;
      if (!abilities.literalActions) return [];
      if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
      const uri = canonical(params.textDocument.uri);
      if (!session.workspace.get(uri)) return [];
      const fixes = fixesFor(session.workspace, session.analysis(), uri, params.range, {
        open: true,
        hidden: session.hidden,
      });
      const isShown = abilities.own.applyFixCommand !== undefined || abilities.disabledActions;
      const shown = fixes.filter((fix) => fix.refused === undefined || isShown);
      return shown.map((fix) => fixToAction(fix, session, abilities, diagnostics));
    }),
  );
};
