import type { CancellationToken } from 'vscode-languageserver';
import { answerSeveral, answerWith, findingKey } from '../../core';
import {
  ANSWER_SEVERAL,
  ANSWER_WITH,
  type AnswerWithParams,
  type MitigationChoice,
  type SeveralFix,
  type SeveralParams,
} from '../../protocol';
import { answerPlaces } from '../answer-places';
import type { Context, Registration } from '../context';
import { fixToApply } from '../to-protocol';
import { givenAll } from './request';

/** Answers for several items of the tree at once. */
export const registerAnswers: Registration = (context) => {
  const { connection } = context;
  connection.onRequest(ANSWER_SEVERAL, (params: SeveralParams, token: CancellationToken) =>
    givenAll(context, token, () => severalFixes(context, params)),
  );
  connection.onRequest(ANSWER_WITH, (params: AnswerWithParams, token: CancellationToken) =>
    givenAll(context, token, () => choices(context, params)),
  );
};

async function severalFixes(context: Context, { subjects }: SeveralParams): Promise<SeveralFix[]> {
  const { session } = context;
  const named = new Set(subjects.map(({ finding }) => finding));
  const apis = session.analysis().apis.filter((api) => api.findings.some((one) => named.has(findingKey(api, one))));
  const placeOf = await answerPlaces(
    context,
    apis.map(({ description }) => description.uri),
  );
  return answerSeveral(session.workspace, session.analysis(), subjects, placeOf).map((fix) => ({
    ...fixToApply(fix, session),
    strategy: fix.way,
    detail: fix.detail,
    answers: fix.answers,
  }));
}

function choices({ session }: Context, { subjects, mitigation }: AnswerWithParams): MitigationChoice[] {
  return answerWith(session.workspace, session.analysis(), subjects, mitigation).map((choice) => ({
    ...fixToApply(choice, session),
    description: choice.description,
  }));
}
