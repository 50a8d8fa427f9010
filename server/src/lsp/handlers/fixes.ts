import type { CancellationToken } from 'vscode-languageserver';
import { fixesFor, rangeOf } from '../../core';
import {
  CREATE_MODEL,
  type CreateModelParams,
  FINDING_FIXES,
  type FindingFix,
  type FindingParams,
} from '../../protocol';
import type { Context, Registration } from '../context';
import { findingByKey } from '../findings';
import { fixToApply } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** Fixes of an item of the tree, and models for APIs that have none. */
export const registerFixes: Registration = (context) => {
  const { connection } = context;
  connection.onRequest(FINDING_FIXES, (params: FindingParams, token: CancellationToken) =>
    givenAll(context, token, () => findingFixes(context, params)),
  );
  connection.onRequest(CREATE_MODEL, ({ uri }: CreateModelParams, token: CancellationToken) =>
    givenAll(context, token, () => modelFixes(context, uri === undefined ? undefined : canonical(uri))),
  );
};

function findingFixes({ session }: Context, { finding: key, operation, alone = false }: FindingParams): FindingFix[] {
  const analysis = session.analysis();
  const finding = findingByKey(analysis, key)?.finding;
  const document = finding && session.workspace.get(finding.at.uri);
  const range = document && rangeOf(document, finding.at);
  if (!finding || !range) return [];
  const options = { open: true, finding: key, alone, ...(operation !== undefined && { operation }) };
  return fixesFor(session.workspace, analysis, finding.at.uri, range, options).map((fix) => ({
    ...fixToApply(fix, session),
    strategy: fix.strategy ?? '',
    preferred: fix.preferred,
  }));
}

function modelFixes({ session }: Context, uri: string | undefined): FindingFix[] {
  const analysis = session.analysis();
  const bare = analysis.apis.filter((api) => api.models.length === 0);
  return bare.flatMap(({ description: { at } }) => {
    const document = session.workspace.get(at.uri);
    const range = document && rangeOf(document, at);
    if (!range || (uri !== undefined && uri !== at.uri)) return [];
    return fixesFor(session.workspace, analysis, at.uri, range, { open: true })
      .filter((fix) => fix.diagnostics.includes('unanswered'))
      .slice(0, 1)
      .map((fix) => ({ ...fixToApply(fix, session), strategy: '', preferred: fix.preferred }));
  });
}
