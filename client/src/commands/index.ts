import { commands, type Disposable } from 'vscode';
import { accept } from './accept';
import { applyFix } from './apply-fix';
import type { Command, CommandContext } from './command';
import { explain } from './explain';
import { explainRule } from './explain-rule';
import { clearFilter, filter } from './filter';
import { groupCommands } from './group-by';
import { markReviewed } from './mark-reviewed';
import { mitigate } from './mitigate';
import { newModel } from './new-model';
import { openRule } from './open-rule';
import { restart } from './restart';
import { reveal } from './reveal';
import { showFindings } from './show-findings';
import { showLog } from './show-log';
import { showNotChecked } from './show-not-checked';
import { showOverview } from './show-overview';
import { showPlaces } from './show-places';

const COMMANDS: readonly Command[] = [
  accept,
  applyFix,
  clearFilter,
  explain,
  explainRule,
  filter,
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
];

export function registerCommands(context: CommandContext): Disposable[] {
  return COMMANDS.map(({ id, run }) => commands.registerCommand(id, (...args: unknown[]) => run(context, ...args)));
}
