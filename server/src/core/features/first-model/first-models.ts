import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { firstModelText } from './first-model';
import { folderOf, modelUriOf } from './places';

/** A model that could be written. */
export interface FirstModel {
  /** Where it goes. */
  readonly uri: string;
  readonly text: string;
  /** The descriptions that it names. */
  readonly specs: readonly string[];
}

export interface FirstModels {
  readonly models: readonly FirstModel[];
  /** Descriptions that have a model, and the first that names each. */
  readonly modelled: readonly { readonly spec: string; readonly model: string }[];
}

export interface FirstModelOptions {
  /** Only these descriptions; all of the workspace without it. */
  readonly specs?: ReadonlySet<string>;
  /** One model for them all, to stand there. Without it each folder gets one. */
  readonly uri?: string;
}

type Group = readonly [uri: string, apis: readonly ApiAnalysis[]];

/** First models for the descriptions that no model names: those of one folder share theirs. */
export function firstModels({ apis, models: written }: Analysis, { specs, uri }: FirstModelOptions = {}): FirstModels {
  const chosen = apis.filter(({ description }) => specs?.has(description.uri) ?? true);
  const bare = chosen.filter(({ models }) => models.length === 0);
  const groups =
    uri === undefined ? byFolder(bare, new Set(written.map((model) => model.uri))) : [[uri, bare] as const];
  return {
    models: groups
      .filter(([, members]) => members.length > 0)
      .map(([modelUri, members]) => {
        const descriptions = members.map(({ description }) => description);
        const text = firstModelText(descriptions, modelUri);
        return { uri: modelUri, text, specs: descriptions.map((one) => one.uri) };
      }),
    modelled: chosen.flatMap(({ description, models: [first] }) =>
      first === undefined ? [] : [{ spec: description.uri, model: first.model.uri }],
    ),
  };
}

/** The model of one description is named after it, that of several after their folder, unless that has such a model. */
function byFolder(apis: readonly ApiAnalysis[], taken: ReadonlySet<string>): Group[] {
  const folders = new Map<string, ApiAnalysis[]>();
  for (const api of apis) {
    const folder = folderOf(api.description.uri);
    folders.set(folder, [...(folders.get(folder) ?? []), api]);
  }
  return [...folders].flatMap(([folder, members]): Group[] => {
    members.sort((a, b) => (a.description.uri < b.description.uri ? -1 : 1));
    const shared = `${folder}/${folder.slice(folder.lastIndexOf('/') + 1) || 'api'}.threats.yaml`;
    if (members.length > 1 && !taken.has(shared)) return [[shared, members]];
    return members.map((api) => [modelUriOf(api.description.uri), [api]]);
  });
}
