import type { AnswerPlace, PlaceOf } from '../core';
import type { Context } from './context';

export const ANSWERS_PLACE = 'stridewise.answers.place';

/** Where people want answers about some descriptions to be written, as the client's settings for each of them say. */
export async function answerPlaces(
  { abilities, connection, session }: Context,
  uris: readonly string[],
): Promise<PlaceOf> {
  const wanted = [...new Set(uris)];
  if (!abilities.configuration || wanted.length === 0) return () => 'model';
  const items = wanted.map((uri) => ({ scopeUri: session.clientUri(uri), section: ANSWERS_PLACE }));
  try {
    const settings: readonly unknown[] = await connection.workspace.getConfiguration(items);
    const places = new Map(wanted.map((uri, index) => [uri, placeIn(settings[index])]));
    return (uri) => places.get(uri) ?? 'model';
  } catch {
    return () => 'model';
  }
}

/** The same for what is found in one file: it may be one of a description's. */
export async function answerPlaceAt(context: Context, uri: string): Promise<PlaceOf> {
  const place = (await answerPlaces(context, [uri]))(uri);
  return () => place;
}

function placeIn(setting: unknown): AnswerPlace {
  return setting === 'description' ? 'description' : 'model';
}
