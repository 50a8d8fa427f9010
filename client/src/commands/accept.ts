import { answer } from './answer';
import { answerSeveral } from './answer-several';
import type { Command } from './command';
import { findingsOf } from './finding-of';

export const accept: Command = {
  id: 'stridewise.accept',
  run: async (context, node, selected) => {
    const several = findingsOf(context, node, selected);
    if (several.length < 2) return answer(context, node, ({ strategy }) => strategy === 'accept');
    await answerSeveral(context, several, (strategy) => strategy === 'accept');
    return undefined;
  },
};
