import type { CancellationToken } from 'vscode-languageserver';
import { type FileStanding, fileCoverage, fileMarks, fileStandings } from '../../core';
import {
  FILE_COVERAGE,
  FILE_MARKS,
  FILE_STANDINGS,
  type FileCoverage,
  type FileMarks,
  type FileParams,
  type FileStandings,
} from '../../protocol';
import type { Context, Registration } from '../context';
import { canonical } from '../uris';
import { given } from './request';

/** How files stand, for what an editor shows around their texts. */
export const registerStanding: Registration = (context) => {
  const { connection, session, abilities } = context;
  connection.onRequest(FILE_COVERAGE, ({ uri }: FileParams, token: CancellationToken) =>
    given(context, token, (): FileCoverage | null => fileCoverage(session.analysis(), canonical(uri), session.hidden)),
  );
  connection.onRequest(FILE_MARKS, ({ uri }: FileParams, token: CancellationToken) =>
    given(context, token, (): FileMarks => {
      const marks = fileMarks(session.workspace, session.analysis(), canonical(uri), session.hidden);
      return Object.fromEntries(marks);
    }),
  );
  if (!abilities.own.changes) return;
  let told: ReadonlyMap<string, FileStanding> = new Map();
  context.onSettled.push(() => {
    const now = fileStandings(session.analysis(), session.hidden);
    tell(context, told, now);
    told = now;
  });
};

/** Tells of the files alone where something has changed. */
function tell({ connection, session }: Context, before: ReadonlyMap<string, FileStanding>, now: typeof before): void {
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((uri) => {
    const [first, second] = [before.get(uri), now.get(uri)];
    return first?.above !== second?.above || first?.level !== second?.level;
  });
  if (changed.length === 0) return;
  const files = changed.map((uri) => ({
    uri: session.clientUri(uri),
    ...(now.get(uri) ?? { above: 0, level: 'note' as const }),
  }));
  const params: FileStandings = { files };
  void connection.sendNotification(FILE_STANDINGS, params);
}
