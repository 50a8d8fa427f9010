import type { CancellationToken } from 'vscode-languageserver';
import { EXPLAIN, type ExplainParams, type Explanation } from '../../protocol';
import type { Registration } from '../context';
import { explanationOf } from '../explanation';
import { findingByKey } from '../findings';
import { given } from './request';

/** What a finding means, in words. */
export const registerExplain: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(EXPLAIN, (params: ExplainParams, token: CancellationToken) =>
    given(context, token, (): Explanation | null => {
      const finding = params.finding === undefined ? undefined : findingByKey(session.analysis(), params.finding);
      return finding
        ? { title: finding.title, rule: finding.definition?.id ?? '', markdown: explanationOf(finding) }
        : null;
    }),
  );
};
