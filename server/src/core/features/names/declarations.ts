import type { Analysis } from '../../coverage/types';
import type { Model } from '../../model';
import { keyPlace, type Place, type Position } from '../../text';
import type { Workspace } from '../../workspace';
import { derivedApis, mayBeApi } from './derived';
import { familyWords } from './family';
import { isIdFor, wordAt } from './model-words';

/** Where the id, schema or scheme at a position of a model is declared; empty for any other word. */
export function declarationsAt(workspace: Workspace, analysis: Analysis, model: Model, position: Position): Place[] {
  const word = wordAt(workspace, model, position);
  if (word === undefined) return [];
  if (word.role === 'reference') {
    const declared = familyWords(workspace, analysis, model)
      .filter((one) => isIdFor(one, word))
      .map(({ at }) => at);
    if (declared.length > 0 || !mayBeApi(word)) return declared;
    return derivedApis(analysis, model).flatMap(({ id, api }) => (id === word.text ? api.description.at : []));
  }
  const descriptions = analysis.apis.filter(({ models }) => models.some((named) => named.model === model));
  if (word.role === 'scheme')
    return descriptions.flatMap(({ description }) => description.schemes.get(word.text)?.at ?? []);
  if (word.role !== 'schema') return [];
  return descriptions.flatMap(({ description }) => schemasCalled(workspace, description.uri, word.text));
}

/** The components (in 2.0 the definitions) of this name; big files have each in a block of its own. */
function schemasCalled(workspace: Workspace, uri: string, name: string): Place[] {
  const blocks = workspace.get(uri)?.blocks ?? [];
  const keys: string[] = [];
  return blocks.flatMap((block) => {
    keys[block.depth] = block.key;
    const above = keys.slice(0, block.depth).join('/');
    const isSchema = above === 'components/schemas' || above === 'definitions';
    return isSchema && block.key === name ? [keyPlace(uri, block)] : [];
  });
}
