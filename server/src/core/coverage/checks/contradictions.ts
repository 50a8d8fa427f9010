import { type Binding, fileName, groupBy, isInPlace, isOwnAnswer, type Model, shareEnvironment } from '../../model';
import type { Mitigation, ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { memo } from '../../text';
import { nameOf } from '../questions';
import { type CoverageCheck, type CoverageInput, common, operationsOf } from './input';

/** A control that one answer calls missing where another says that it is there, be it in another model of the API. */
export const contradictions: CoverageCheck = (input) => {
  const { model, binding } = input;
  const missing = model.mitigations.filter(({ control, status }) => control !== '' && status === 'missing');
  if (missing.length === 0) return [];
  const sides = [{ model, binding }, ...input.beside().filter((one) => one.model !== model)];
  return missing.flatMap((one) => {
    const others = sides.flatMap((side) =>
      presentIn(side.model, one).map((other) => ({ other, binding: side.binding })),
    );
    for (const { other, binding: there } of others) {
      const operation = shared(one, other, binding, there);
      if (operation !== undefined) return problemOf(one, other, operation, input);
    }
    return [];
  });
};

const presentByControl = memo((mitigations: readonly Mitigation[]) =>
  groupBy(
    mitigations.filter((answer) => answer.control !== '' && isInPlace(answer)),
    ({ control }) => control,
  ),
);

function presentIn({ mitigations }: Model, one: Mitigation): readonly Mitigation[] {
  return (presentByControl(mitigations).get(one.control) ?? []).filter((other) => shareEnvironment(one, other));
}

/** An operation that both speak of, and neither excepts. */
function shared(first: Mitigation, second: Mitigation, one: Binding, other: Binding): Operation | undefined {
  const excepted = [
    ...first.except.map((statement) => operationsOf(statement, one)),
    ...second.except.map((statement) => operationsOf(statement, other)),
  ];
  for (const here of first.covers) {
    for (const there of second.covers) {
      const found = common(operationsOf(here, one), operationsOf(there, other));
      if (found === undefined) continue;
      if (excepted.length === 0) return found;
      const rest = [...operationsOf(here, one)].filter(
        (operation) => operationsOf(there, other).has(operation) && !excepted.some((set) => set.has(operation)),
      );
      if (rest[0] !== undefined) return rest[0];
    }
  }
  return undefined;
}

function problemOf(one: Mitigation, other: Mitigation, operation: Operation, input: CoverageInput): ModelProblem[] {
  const word = input.words
    .of('choice')
    .find(({ section, entry, key }) => section === 'mitigations' && entry === one.id && key?.name === 'status');
  const at = word?.at ?? one.at;
  if (at.uri !== input.model.uri && !isOwnAnswer(one, input.model)) return [];
  const where = other.at.uri === one.at.uri ? '' : ` in ${fileName(other.at.uri, one.at.uri)}`;
  const message = `\`${one.id}\` calls the control ${one.control} missing, and \`${other.id}\`${where} says that it is there: both speak of ${nameOf(operation)}`;
  return [{ code: 'contradiction', message, severity: 'warning', at }];
}
