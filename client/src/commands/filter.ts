import { window } from 'vscode';
import { text } from '../texts';
import type { Command } from './command';

export const filter: Command = {
  id: 'stridewise.filter',
  run: async ({ view }, wanted) => {
    const value =
      typeof wanted === 'string'
        ? wanted
        : await window.showInputBox({
            prompt: text('Show only threats that contain'),
            value: view.filter,
            placeHolder: text('orders, spoofing, API1, ...'),
          });
    if (value !== undefined) view.filterBy(value.trim());
  },
};

export const clearFilter: Command = {
  id: 'stridewise.clearFilter',
  run: ({ view }) => view.filterBy(''),
};
