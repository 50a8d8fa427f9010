import { firstModelText } from '../../features/first-model/first-model';
import { readModel } from '../../model';
import type { ApiDescription } from '../../openapi/types';
import { memo, openDocument } from '../../text';

/** What a first model of one description says, with its guesses. */
export const guessedModel = memo((description: ApiDescription) => {
  const uri = `${description.uri}.guessed`;
  return readModel(openDocument(uri, firstModelText([description], uri), 'model'));
});
