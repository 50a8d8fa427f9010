import { commands, type Disposable } from 'vscode';
import { accept } from './accept';
import { answerWith, dropOn } from './answer-with';
import { applyFix } from './apply-fix';
import { checkedCommands } from './checked';
import type { Command, CommandContext } from './command';
import { explain } from './explain';
import { explainRule } from './explain-rule';
import { clearFilter, filter } from './filter';
import { subjectOf } from './finding-of';
import { groupCommands } from './group-by';
import { markReviewed } from './mark-reviewed';
import { mitigate } from './mitigate';
import { newModel } from './new-model';
import { openRule } from './open-rule';
import { restart } from './restart';
import { goToAnswer, reveal } from './reveal';
import { showFindings } from './show-findings';
import { showLog } from './show-log';
import { showNotChecked } from './show-not-checked';
import { showOverview } from './show-overview';
import { showPlaces } from './show-places';
import { showReport } from './show-report';

const COMMANDS: readonly Command[] = [
  accept,
  answerWith,
  applyFix,
  ...checkedCommands,
  clearFilter,
  explain,
  explainRule,
  filter,
  goToAnswer,
  ...groupCommands,
  markReviewed,
  mitigate,
  newModel,
  openRule,
  restart,
  reveal,
  showFindings,
  showLog,
  showNotChecked,
  showOverview,
  showPlaces,
  showReport,
];

export function registerCommands(context: CommandContext): Disposable[] {
  context.view.drops.onDrop = ({ id }, threats) => dropOn(context, id, threats.map(subjectOf));
  return COMMANDS.map(({ id, run }) => commands.registerCommand(id, (...args: unknown[]) => run(context, ...args)));
}
