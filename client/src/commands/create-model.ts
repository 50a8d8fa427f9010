import { window } from 'vscode';
import { CREATE_MODEL, type FindingFix } from '../../../server/src/protocol';
import { text } from '../texts';
import { choose } from './answer';
import { apply } from './apply-fix';
import type { Command } from './command';

/** Creates the threat model of an API that has none. */
export const createModel: Command = {
  id: 'stridewise.createModel',
  run: async ({ server }) => {
    await server.ready();
    const fixes = (await server.request<FindingFix[]>(CREATE_MODEL, {})) ?? [];
    if (fixes.length === 0) {
      void window.showInformationMessage(text('Every API description of this workspace has a threat model.'));
      return;
    }
    const fix = await choose(fixes);
    const problem = fix ? await apply(fix) : null;
    if (problem !== null) void window.showErrorMessage(problem);
  },
};
