import { CodeActionKind, type Range } from 'vscode-languageserver';
import { type Fix, fixAllIn, fixesFor, moveFixes, type PlaceOf } from '../../core';
import { answerPlaceAt } from '../answer-places';
import type { Registration } from '../context';
import type { Session } from '../session';
import { FIX_ALL, fixToAction, MOVE } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** Fixes at the cursor, and of the whole file for those who ask for them alone. */
export const registerCodeAction: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onCodeAction((params, token) =>
    givenAll(context, token, async () => {
      const { only, diagnostics } = params.context;
      const uri = canonical(params.textDocument.uri);
      if (!abilities.literalActions || !session.workspace.get(uri)) return [];
      const isShown = abilities.own.applyFixCommand !== undefined || abilities.disabledActions;
      const today = context.host.today();
      const placeOf = await answerPlaceAt(context, uri);
      const fixes = fixesAt(session, { uri, range: params.range, only, today, placeOf });
      const shown = fixes.filter((fix) => fix.refused === undefined || isShown);
      return shown.map((fix) => fixToAction(fix, session, abilities, diagnostics));
    }),
  );
};

interface Asked {
  readonly uri: string;
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly today: string;
  readonly placeOf: PlaceOf;
}

function fixesAt(session: Session, { uri, range, only, today, placeOf }: Asked): Fix[] {
  const { workspace, hidden } = session;
  const options = { open: true, hidden };
  const analysis = session.analysis();
  const isAsked = only === undefined || asksFor(only, CodeActionKind.QuickFix);
  const fixes = isAsked ? fixesFor(workspace, analysis, uri, range, { ...options, today, placeOf }) : [];
  const moves = only === undefined || asksFor(only, MOVE) ? moveFixes(workspace, analysis, uri, range) : [];
  // A lamp at the cursor is about what stands there.
  const all = only !== undefined && asksFor(only, FIX_ALL) ? fixAllIn(workspace, analysis, uri, options) : null;
  return [...fixes, ...moves, ...(all === null ? [] : [all])];
}

/** Whether a kind, or one that it is part of, is asked for. */
function asksFor(only: readonly string[], kind: string): boolean {
  return only.some((one) => one === '' || one === kind || kind.startsWith(`${one}.`));
}
