import { findOperations, indexed, operationText, parseWhere } from '../../../model';
import type { AnswerSite, Operation } from '../../../openapi/types';

/**
 * The places of a model that mean exactly these operations of an API: the API itself, whole paths, or one by one. Null where no place
 * means one of them alone.
 */
export function placesFor(
  all: readonly Operation[],
  wanted: readonly Operation[],
  reach: AnswerSite['reach'],
  apiId: string,
): string[] | null {
  if (reach === 'api') return [apiId];
  const left = new Set(wanted);
  const places: string[] = [];
  for (const operation of wanted) {
    if (!left.has(operation)) continue;
    const found = candidatesFor(operation, reach)
      .map((place) => ({ place, reached: reachedBy(all, place) }))
      .find(({ reached }) => reached.length > 0 && reached.every((one) => left.has(one)));
    if (found === undefined) return null;
    places.push(`${apiId} ${found.place}`);
    for (const one of found.reached) left.delete(one);
  }
  return places;
}

/** A path where all of it is meant, else the operation. */
function candidatesFor(operation: Operation, reach: AnswerSite['reach']): readonly string[] {
  const own = operationText(operation);
  if (operation.kind !== 'operation' || reach === 'operation') return [own];
  return [`ANY ${operation.path.replaceAll(' ', '%20')}`, own];
}

function reachedBy(all: readonly Operation[], place: string): readonly Operation[] {
  const parsed = parseWhere(place);
  return 'value' in parsed && parsed.value.kind === 'operations' ? findOperations(indexed(all), parsed.value) : [];
}
