import type { InlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../core';
import type { Context, Registration } from '../context';
import { canonical } from '../uris';
import { withInert } from '../with-inert';
import { modelAt } from './model-document';
import { given } from './request';

/** What was last shown of a document, for its version. */
interface Shown {
  readonly version: number | undefined;
  readonly range: Parameters<typeof inlayHints>[2];
  readonly labels: string;
}

/** Figures behind vectors and patterns of a model. */
export const registerHints: Registration = (context) => {
  const { connection, session } = context;
  const shown = new Map<string, Shown>();
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    given(context, token, () => {
      const uri = canonical(textDocument.uri);
      const hints = hintsIn(context, uri, range);
      if (hints === null) return null;
      shown.set(uri, { version: session.open.get(uri)?.version, range, labels: labelsOf(hints) });
      return hints;
    }),
  );
  context.onSettled.push(() => refreshIfStale(context, shown));
};

function hintsIn(context: Context, uri: string, range: Shown['range']): InlayHint[] | null {
  const document = modelAt(context, { uri });
  if (document === null) return null;
  return inlayHints(context.session.analysis(), document, range).map((hint) => ({
    ...withInert(hint, 'label', 'tooltip'),
    paddingLeft: true,
  }));
}

function labelsOf(hints: readonly InlayHint[]): string {
  return hints.map(({ position, label }) => `${position.line} ${position.character} ${String(label)}`).join('\n');
}

/** What is edited elsewhere may change the figures; of a document that was edited itself the client asks anyway. */
function refreshIfStale(context: Context, shown: Map<string, Shown>): void {
  const { abilities, connection, session } = context;
  if (!abilities.hintRefresh) return;
  const isStale = [...shown].some(([uri, { version, range, labels }]) => {
    const open = session.open.get(uri);
    return open !== undefined && open.version === version && labelsOf(hintsIn(context, uri, range) ?? []) !== labels;
  });
  if (!isStale) return;
  shown.clear();
  connection.languages.inlayHint.refresh().catch(() => undefined);
}
