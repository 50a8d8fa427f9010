import type { Command } from './command';

/** Shows the risk overview, and starts the server if nothing has yet. */
export const showOverview: Command = {
  id: 'stridewise.showOverview',
  run: ({ overviews, server }) => {
    overviews.show();
    // Where it cannot start, the page says so.
    void server.start().catch(() => undefined);
  },
};
