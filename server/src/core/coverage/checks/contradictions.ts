import type { Binding } from '../../model';
import type { Mitigation, ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { nameOf } from '../questions';
import { type CoverageCheck, type CoverageInput, common, operationsOf } from './input';

/** A control that one answer calls missing where another says that it is there. */
export const contradictions: CoverageCheck = (input) => {
  const { mitigations } = input.model;
  const missing = mitigations.filter(({ control, status }) => control !== '' && status === 'missing');
  return missing.flatMap((one) => {
    const present = mitigations.filter(
      ({ control, status }) => control === one.control && (status === 'implemented' || status === 'verified'),
    );
    for (const other of present) {
      const operation = shareEnvironment(one, other) ? shared(one, other, input.binding) : undefined;
      if (operation !== undefined) return problemOf(one, other, operation, input);
    }
    return [];
  });
};

function shareEnvironment(first: Mitigation, second: Mitigation): boolean {
  if (first.in.length === 0 || second.in.length === 0) return true;
  return first.in.some((environment) => second.in.includes(environment));
}

/** An operation that both speak of, and neither excepts. */
function shared(first: Mitigation, second: Mitigation, binding: Binding): Operation | undefined {
  const excepted = [...first.except, ...second.except].map((statement) => operationsOf(statement, binding));
  for (const here of first.covers) {
    for (const there of second.covers) {
      const found = common(operationsOf(here, binding), operationsOf(there, binding));
      if (found === undefined) continue;
      if (excepted.length === 0) return found;
      const rest = [...operationsOf(here, binding)].filter(
        (operation) => operationsOf(there, binding).has(operation) && !excepted.some((set) => set.has(operation)),
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
  if (at.uri !== input.model.uri) return [];
  const message = `\`${one.id}\` calls the control ${one.control} missing, and \`${other.id}\` says that it is there: both speak of ${nameOf(operation)}`;
  return [{ code: 'contradiction', message, severity: 'warning', at }];
}
