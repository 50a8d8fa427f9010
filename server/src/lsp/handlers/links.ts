import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, inert, lineOfText, textOf } from '../../core';
import type { Context, Registration } from '../context';
import { canonical, schemeOf } from '../uris';
import { modelAt } from './model-document';
import { given } from './request';

/** Of a link that leads to a text in a file: where the text stands is looked for when the link is followed. */
interface Within {
  readonly file: string;
  readonly text: string;
}

/** Files and addresses that a model names. */
export const registerLinks: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onDocumentLinks(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      return documentLinks(document).map(({ range, target, tooltip, text }): DocumentLink => {
        const data: Within | null = text === undefined ? null : { file: target, text };
        const shown = abilities.linkTooltips ? { tooltip: inert(tooltip) } : {};
        return { range, ...shown, ...(data === null ? { target: session.clientUri(target) } : { data }) };
      });
    }),
  );
  connection.onDocumentLinkResolve(async (link) => {
    const { data, ...rest } = link;
    return isWithin(data) ? { ...rest, target: await targetOf(context, data) } : link;
  });
};

function isWithin(data: unknown): data is Within {
  const { file, text } = (data ?? {}) as Partial<Within>;
  return typeof file === 'string' && typeof text === 'string';
}

async function targetOf(context: Context, { file, text }: Within): Promise<string> {
  const { session, files } = context;
  const uri = canonical(file);
  const open = session.open.get(uri)?.document ?? session.workspace.get(uri);
  const isFile = schemeOf(uri) !== 'http' && schemeOf(uri) !== 'https';
  const content = open ? textOf(open) : isFile ? ((await files.read([uri], session.readable()))[0] ?? null) : null;
  const line = content === null ? null : lineOfText(content, text);
  return session.clientUri(uri) + (line === null ? '' : `#L${line + 1}`);
}
