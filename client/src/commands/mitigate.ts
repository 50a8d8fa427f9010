import { answer } from './answer';
import type { Command } from './command';

export const mitigate: Command = {
  id: 'stridewise.mitigate',
  run: (context, node) => answer(context, node, () => true),
};
