import type { RiskTreeNode, SeveralFix } from '../../../server/src/protocol';
import { answerSeveral } from './answer-several';
import type { Command } from './command';

/** Answers all that is checked in one edit, and checks it no longer. */
function answerChecked(id: string, suits: (strategy: SeveralFix['strategy']) => boolean): Command {
  return {
    id,
    run: async (context) => {
      if (await answerSeveral(context, context.view.checked(), suits)) context.view.uncheckAll();
    },
  };
}

export const checkedCommands: readonly Command[] = [
  answerChecked('stridewise.mitigateChecked', (strategy) => strategy !== 'accept' && strategy !== 'not-applicable'),
  answerChecked('stridewise.acceptChecked', (strategy) => strategy === 'accept'),
  answerChecked('stridewise.notApplicableChecked', (strategy) => strategy === 'not-applicable'),
  { id: 'stridewise.uncheckAll', run: ({ view }) => view.uncheckAll() },
  {
    id: 'stridewise.checkGroup',
    run: ({ view }, node) => view.check(node as RiskTreeNode, true),
  },
];
