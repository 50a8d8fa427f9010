import type { Place } from '../../text';

/** How a line stands: settled, waiting for somebody, against us, or nothing of that. */
export type Tone = 'good' | 'waiting' | 'bad' | 'plain';

/** A line of a list that says how things stand: a goal, a stage, a question. Its texts may hold words of files. */
export interface StatusNode {
  /** Stable while what it tells is there. */
  readonly id: string;
  readonly label: string;
  /** Fainter, behind the label. */
  readonly description: string;
  /** More of it, when somebody looks; empty for nothing more. */
  readonly detail: string;
  readonly tone: Tone;
  readonly at: Place | null;
  readonly children: readonly StatusNode[];
}

/** Lines that a list shows at once. */
const MOST = 200;

/** The first lines, and one for the rest. */
export function firstOf(nodes: readonly StatusNode[], id: string): readonly StatusNode[] {
  if (nodes.length <= MOST) return nodes;
  const rest = `and ${nodes.length - MOST} more`;
  const node: StatusNode = {
    id: `${id}/more`,
    label: rest,
    description: '',
    detail: '',
    tone: 'plain',
    at: null,
    children: [],
  };
  return [...nodes.slice(0, MOST), node];
}
