import type { Command } from './command';

export const showLog: Command = {
  id: 'stridewise.showLog',
  run: ({ log }) => log.show(),
};
