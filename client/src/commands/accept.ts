import { answer } from './answer';
import type { Command } from './command';

export const accept: Command = {
  id: 'stridewise.accept',
  run: (context, node) => answer(context, node, ({ strategy }) => strategy === 'accept'),
};
