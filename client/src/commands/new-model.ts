import { Uri, window, workspace } from 'vscode';
import { NEW_MODEL, type NewModel, type NewModelParams, type NewModels } from '../../../server/src/protocol';
import { text, withoutLinks } from '../texts';
import { apply } from './apply-fix';
import type { Command } from './command';

/** Writes a first threat model: for the descriptions that were chosen in the explorer, else for those of a folder without one. */
export const newModel: Command = {
  id: 'stridewise.newModel',
  run: async ({ server }, resource, selected) => {
    await server.ready();
    const uris = chosenIn(resource, selected);
    const params: NewModelParams = uris.length === 0 ? {} : { uris };
    const found = await server.request<NewModels>(NEW_MODEL, params);
    if (!found) return undefined;
    if (found.models.length === 0) return tell(found, uris);
    const model = await chooseModel(found.models);
    const problem = model ? await apply(model) : null;
    if (problem !== null) void window.showErrorMessage(withoutLinks(problem));
    return problem;
  },
};

/** What the explorer gives: the file under the pointer, and all that are selected where it is one of them. */
function chosenIn(resource: unknown, selected: unknown): string[] {
  const all = Array.isArray(selected) && selected.length > 0 ? selected : [resource];
  return all.filter((one) => one instanceof Uri).map((uri) => uri.toString());
}

async function chooseModel(models: readonly NewModel[]): Promise<NewModel | undefined> {
  if (models.length === 1) return models[0];
  const items = models.map((model) => ({
    label: nameOf(model.uri),
    description: model.specs.map(nameOf).join(', '),
    model,
  }));
  const placeHolder = text('Which threat model is to be written?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.model;
}

/** Why there is nothing to write. */
async function tell({ modelled, apis }: NewModels, uris: readonly string[]): Promise<void> {
  const [first] = modelled;
  if (uris.length > 0 && first !== undefined) {
    const open = text('Open It');
    const message = text('{0} has a threat model: {1}.', nameOf(first.spec), nameOf(first.model));
    if ((await window.showInformationMessage(message, open)) === open) {
      await window.showTextDocument(Uri.parse(first.model));
    }
  } else if (uris.length > 0 || apis === 0) {
    void window.showInformationMessage(text('There is no OpenAPI description to write a threat model for.'));
  } else {
    void window.showInformationMessage(text('Every API description of this workspace has a threat model.'));
  }
}

function nameOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}
