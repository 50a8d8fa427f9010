import { answeringModels } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { isInPlace } from '../../model';
import type { Mitigation } from '../../model/types';
import { inert } from '../../text';
import { capital } from '../capital';
import { escapeMarkdown } from '../markdown';
import { located } from './finding-node';
import type { TreeNode, TreeRow } from './tree-node';

const GROUP = 'mitigations';

/** From what is still to be done to what is done. */
const ORDER = ['missing', 'planned', 'implemented', 'verified'];
const STRATEGY_WORDS = { reduce: '', transfer: 'transfer', avoid: 'avoid', accept: 'accepted' } as const;

/** Names an entry among those of all models: the file that it stands in, and its id. */
export function mitigationKey({ id, at }: Pick<Mitigation, 'id' | 'at'>): string {
  return `${at.uri} ${id}`;
}

/** The id of its row. */
export function mitigationId(one: Pick<Mitigation, 'id' | 'at'>): string {
  return `${GROUP}/${mitigationKey(one)}`;
}

/** The mitigations of all models as the last group: those to be done first. Nothing where there are none. */
export function mitigationsGroup(analysis: Analysis): TreeNode[] {
  const all = mitigationsOf(analysis);
  if (all.length === 0) return [];
  const answered = countAnswered(analysis);
  const rowOf = (one: Mitigation) => mitigationRow(one, answered.get(one) ?? 0);
  const count = `${all.length} ${all.length === 1 ? 'entry' : 'entries'}`;
  return [
    {
      id: GROUP,
      label: 'Mitigations',
      description: String(all.length),
      icon: 'checklist',
      color: '',
      accessibilityLabel: `Mitigations, ${count}`,
      size: all.length,
      below: '',
      finding: null,
      operation: null,
      context: 'mitigations',
      answerable: false,
      answered: false,
      get rows() {
        return all.map(rowOf);
      },
      get children() {
        return all.map((one) => mitigationNode(analysis, one, rowOf(one)));
      },
      tooltip: 'What the models do about threats\\. Drop a threat on one of them to let it answer that threat too\\.',
      location: null,
      answers: [],
    },
  ];
}

/** Those of all models, each once, what is to be done first. */
export function mitigationsOf(analysis: Analysis): Mitigation[] {
  const byKey = new Map(
    answeringModels(analysis).flatMap(({ mitigations }) =>
      mitigations.map((one) => [mitigationKey(one), one] as const),
    ),
  );
  const rank = ({ status, strategy }: Mitigation) =>
    strategy === 'accept' || status === null ? ORDER.length : ORDER.indexOf(status);
  return [...byKey.values()].sort((a, b) => rank(a) - rank(b));
}

function countAnswered({ apis }: Analysis): ReadonlyMap<Mitigation, number> {
  const counts = new Map<Mitigation, number>();
  for (const { findings } of apis) {
    for (const { answers } of findings) for (const one of answers) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

/** `planned`, `transfer, implemented`, `accepted`. */
export function stateInWords({ strategy, status }: Mitigation): string {
  return [STRATEGY_WORDS[strategy], strategy === 'accept' ? '' : (status ?? '')]
    .filter((part) => part !== '')
    .join(', ');
}

function mitigationRow(one: Mitigation, answered: number): TreeRow {
  const state = stateInWords(one);
  const threats = `answers ${answered} ${answered === 1 ? 'threat' : 'threats'}`;
  const label = inert(one.title === '' ? one.id : one.title);
  return {
    id: mitigationId(one),
    label,
    description: state === '' ? threats : `${state} · ${threats}`,
    icon: iconOf(one),
    color: '',
    accessibilityLabel: `Mitigation ${label}, ${state === '' ? '' : `${state}, `}${threats}`,
    size: 0,
    below: '',
    finding: null,
    operation: null,
    context: 'mitigation',
    answerable: false,
    answered: false,
  };
}

function iconOf(answer: Mitigation): string {
  if (answer.strategy === 'accept') return 'check';
  return isInPlace(answer) ? 'shield' : 'circle-outline';
}

function mitigationNode(analysis: Analysis, one: Mitigation, row: TreeRow): TreeNode {
  return {
    ...row,
    rows: [],
    children: [],
    get tooltip() {
      return tooltipOf(one, row.description);
    },
    get location() {
      return located(analysis, one.at);
    },
    answers: [],
  };
}

function tooltipOf({ id, title, covers, removes }: Mitigation, state: string): string {
  const places = [...covers, ...removes].map(({ text }) => `- ${escapeMarkdown(text)}`);
  return [
    `**${escapeMarkdown(title === '' ? id : title)}** \\(${escapeMarkdown(id)}\\)`,
    `${escapeMarkdown(capital(state))}\\.`,
    ...(places.length === 0 ? [] : [places.join('\n')]),
  ].join('\n\n');
}
