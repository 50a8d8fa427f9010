import type { CancellationToken } from 'vscode-languageserver';
import {
  goalsTree,
  inert,
  inventoryTree,
  locate,
  processesOf,
  processTree,
  progressOf,
  type StatusNode,
} from '../../core';
import { GOALS, INVENTORY, PROCESS, type ProcessRows, type StatusRow } from '../../protocol';
import type { Context, Registration } from '../context';
import { given } from './request';

/** How goals stand, which APIs there are and how far the process is, worked out when somebody looks. */
export const registerStatusTrees: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(GOALS, (_: object, token: CancellationToken) =>
    given(context, token, () => goalsTree(session.analysis(), session.hidden).map((node) => toWire(node, context))),
  );
  connection.onRequest(INVENTORY, (_: object, token: CancellationToken) =>
    given(context, token, () => inventoryTree(session.analysis()).map((node) => toWire(node, context))),
  );
  connection.onRequest(PROCESS, (_: object, token: CancellationToken) =>
    given(context, token, (): ProcessRows => {
      const analysis = session.analysis();
      const processes = processesOf(analysis);
      const progress = processes.length === 1 ? processes.map(progressOf).join('') : '';
      return { progress, rows: processTree(analysis).map((node) => toWire(node, context)) };
    }),
  );
};

function toWire(node: StatusNode, context: Context): StatusRow {
  const { session } = context;
  const found = node.at === null ? null : locate(session.workspace, node.at);
  return {
    id: node.id,
    label: inert(node.label),
    description: inert(node.description),
    detail: node.detail.split('\n').map(inert).join('\n'),
    tone: node.tone,
    location: found === null ? null : { uri: session.clientUri(found.uri), range: found.range },
    children: node.children.map((child) => toWire(child, context)),
  };
}
