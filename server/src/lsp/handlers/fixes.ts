import type { CancellationToken } from 'vscode-languageserver';
import { fixesFor, rangeOf } from '../../core';
import { FINDING_FIXES, type FindingFix, type FindingParams } from '../../protocol';
import { answerPlaces } from '../answer-places';
import type { Context, Registration } from '../context';
import { findingByKey } from '../findings';
import { fixToApply } from '../to-protocol';
import { givenAll } from './request';

/** Fixes of an item of the tree. */
export const registerFixes: Registration = (context) => {
  const { connection } = context;
  connection.onRequest(FINDING_FIXES, (params: FindingParams, token: CancellationToken) =>
    givenAll(context, token, () => findingFixes(context, params)),
  );
};

async function findingFixes(
  context: Context,
  { finding: key, operation, alone = false }: FindingParams,
): Promise<FindingFix[]> {
  const { session } = context;
  const uri = findingByKey(session.analysis(), key)?.api.description.uri;
  const placeOf = await answerPlaces(context, uri === undefined ? [] : [uri]);
  const analysis = session.analysis();
  const finding = findingByKey(analysis, key)?.finding;
  const document = finding && session.workspace.get(finding.at.uri);
  const range = document && rangeOf(document, finding.at);
  if (!finding || !range) return [];
  const options = { open: true, finding: key, alone, placeOf, ...(operation !== undefined && { operation }) };
  return fixesFor(session.workspace, analysis, finding.at.uri, range, options).map((fix) => ({
    ...fixToApply(fix, session),
    strategy: fix.strategy ?? '',
    preferred: fix.preferred,
  }));
}
