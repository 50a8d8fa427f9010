import { window } from 'vscode';
import { type FindingParams, RISK_TREE, type RiskTreeNode } from '../../../server/src/protocol';
import { text, withoutIcons } from '../texts';
import type { CommandContext } from './command';

/** What a command is about: a finding, or one of the operations that it touches. */
export type Subject = Pick<FindingParams, 'finding' | 'operation' | 'alone'>;

/** The item that a command was called on, else the selected one, else one to be chosen. */
export async function findingOf({ server, view }: CommandContext, argument: unknown): Promise<Subject | undefined> {
  const node = (argument as RiskTreeNode | undefined) ?? view.selection[0];
  if (node?.finding) return subjectOf(node);
  await server.ready();
  const nodes = await leaves(server.request.bind(server));
  const items = nodes.map((leaf) => ({
    label: withoutIcons(leaf.label),
    description: withoutIcons(leaf.description),
    subject: subjectOf(leaf),
  }));
  if (items.length === 0) {
    void window.showInformationMessage(text('There is no open threat to choose.'));
    return undefined;
  }
  const chosen = await window.showQuickPick(items, { placeHolder: text('Which threat?'), matchOnDescription: true });
  return chosen?.subject;
}

/** The threats that a command was called on: all that are selected, where the item under the pointer is one of them. */
export function findingsOf({ view }: CommandContext, argument: unknown, selected: unknown): Subject[] {
  const nodes = Array.isArray(selected) && selected.length > 0 ? selected : argument ? [argument] : view.selection;
  return nodes.filter((node: RiskTreeNode) => node.finding && node.answerable).map(subjectOf);
}

/** An operation below its cause is answered alone; below its own group the cause is at hand as well. */
export function subjectOf({ finding, operation, context }: Partial<RiskTreeNode>): Subject {
  return {
    finding: finding ?? '',
    ...(operation ? { operation, alone: / operation$/.test(context ?? '') } : {}),
  };
}

type Ask = <T>(method: string, params: object) => Promise<T | null>;

async function leaves(ask: Ask, parent?: string): Promise<RiskTreeNode[]> {
  const params = { groupBy: 'risk', filter: '', ...(parent !== undefined && { parent }) };
  const nodes = (await ask<RiskTreeNode[]>(RISK_TREE, params)) ?? [];
  const below = await Promise.all(
    nodes.map((node) => (node.finding === '' && node.children > 0 ? leaves(ask, node.id) : [node])),
  );
  return below.flat().filter(({ finding }) => finding !== '');
}
