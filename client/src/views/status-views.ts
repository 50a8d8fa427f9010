import { GOALS, INVENTORY, PROCESS, type ProcessRows, type StatusRow } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { text } from '../texts';
import { StatusView, type StatusViewOptions } from './status-view';

/** How goals stand. */
const goals: StatusViewOptions = {
  id: 'stridewise.goals',
  key: 'stridewise.hasGoals',
  isThere: (summary) => summary.goals > 0,
  fetch: async (server) => ({ description: '', rows: (await server.request<StatusRow[]>(GOALS, {})) ?? [] }),
  spoken: { good: text('settled'), waiting: text('at risk'), bad: text('broken'), plain: '' },
};

/** Which APIs there are, and what is to be looked at. */
const inventory: StatusViewOptions = {
  id: 'stridewise.inventory',
  key: 'stridewise.hasApis',
  isThere: (summary) => summary.apis > 0,
  fetch: async (server) => ({ description: '', rows: (await server.request<StatusRow[]>(INVENTORY, {})) ?? [] }),
  spoken: { good: text('nothing to look at'), waiting: text('to be looked at'), bad: text('not there'), plain: '' },
};

/** How far the models are in PASTA's seven stages. */
const process: StatusViewOptions = {
  id: 'stridewise.process',
  key: 'stridewise.hasModels',
  isThere: (summary) => summary.models > 0,
  fetch: async (server) => {
    const found = await server.request<ProcessRows>(PROCESS, {});
    return { description: found?.progress ?? '', rows: found?.rows ?? [] };
  },
  spoken: { good: text('done'), waiting: text('something is missing'), bad: text('not begun'), plain: '' },
};

export interface StatusViews {
  readonly goals: StatusView;
  readonly process: StatusView;
  readonly inventory: StatusView;
}

export function registerStatusViews(server: ServerControl): StatusViews {
  const views = {
    goals: new StatusView(server, goals),
    process: new StatusView(server, process),
    inventory: new StatusView(server, inventory),
  };
  server.onDidChange(() => {
    for (const view of Object.values(views)) view.update();
  });
  return views;
}
