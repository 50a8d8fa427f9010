import { type HoverLinks, hoverFor, type Operation, rangeOf } from '../../core';
import type { WirePlace } from '../../protocol';
import type { Context, Registration } from '../context';
import { plainText } from '../plain-text';
import { canonical } from '../uris';
import { given } from './request';

export const registerHover: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onHover(({ textDocument, position }, token) =>
    given(context, token, () => {
      const uri = canonical(textDocument.uri);
      if (!session.workspace.get(uri)) return null;
      const links = linksFor(context);
      const besideDiagnostics = abilities.own.explainCommand !== undefined;
      const options = {
        besideDiagnostics,
        hidden: session.hidden,
        today: context.host.today(),
        ...(links !== null && { links }),
      };
      const hover = hoverFor(session.workspace, session.analysis(), uri, position, options);
      if (!hover) return null;
      const { markdown, range } = hover;
      return {
        range,
        contents: abilities.markdown
          ? { kind: 'markdown', value: markdown }
          : { kind: 'plaintext', value: plainText(markdown) },
      };
    }),
  );
};

/** Links that run a command, as VS Code has them; null where the client has no such commands. */
function linksFor({ abilities, session }: Context): HoverLinks | null {
  const { explainCommand, explainRuleCommand, answerCommand } = abilities.own;
  if (!abilities.markdown || explainCommand === undefined || explainRuleCommand === undefined) return null;
  const link = (command: string, argument: object) =>
    `command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))}`;
  const placeOf = ({ at }: Operation): WirePlace => {
    const document = session.workspace.get(at.uri);
    const position = (document && rangeOf(document, at)?.start) ?? { line: 0, character: 0 };
    return { uri: session.clientUri(at.uri), position };
  };
  return {
    why: (finding) => link(explainCommand, { finding }),
    whyNot: (operation) => link(explainRuleCommand, placeOf(operation)),
    ...(answerCommand !== undefined && {
      answer: (finding, operation) => link(answerCommand, { finding, ...(operation !== undefined && { operation }) }),
    }),
  };
}
