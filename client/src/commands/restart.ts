import { window } from 'vscode';
import { text } from '../texts';
import type { Command } from './command';

export const restart: Command = {
  id: 'stridewise.restart',
  run: async ({ server }) => {
    try {
      await server.restart();
    } catch (error) {
      void window.showErrorMessage(text('Stridewise did not start: {0}', String(error)));
    }
  },
};
