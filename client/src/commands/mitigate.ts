import { answer } from './answer';
import { answerSeveral } from './answer-several';
import type { Command } from './command';
import { findingsOf } from './finding-of';

export const mitigate: Command = {
  id: 'stridewise.mitigate',
  run: async (context, node, selected) => {
    const several = findingsOf(context, node, selected);
    if (several.length < 2) return answer(context, node, () => true);
    await answerSeveral(context, several, () => true);
    return undefined;
  },
};
