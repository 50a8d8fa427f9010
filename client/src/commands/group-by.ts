import type { TreeGrouping } from '../../../server/src/protocol';
import type { Command } from './command';

function groupBy(id: string, grouping: TreeGrouping): Command {
  return { id, run: ({ view }) => view.groupBy(grouping) };
}

export const groupCommands: readonly Command[] = [
  groupBy('stridewise.groupByRisk', 'risk'),
  groupBy('stridewise.groupByStride', 'stride'),
  groupBy('stridewise.groupByOperation', 'operation'),
  groupBy('stridewise.groupByStatus', 'status'),
];
