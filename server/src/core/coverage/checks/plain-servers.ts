import type { ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { isPlain } from '../../rules/facts/hosts';
import { nameOf } from '../questions';
import { isServingSettled } from './clear-settled';
import type { CoverageCheck } from './input';

/** Data that a goal protects, of operations that are served without encryption, unless an answer settles it. */
export const plainServers: CoverageCheck = (input) => {
  const { model, binding } = input;
  return model.goals
    .filter(({ property }) => property === null || property === 'confidentiality' || property === 'integrity')
    .flatMap(({ id, protects }) =>
      protects.flatMap((place): ModelProblem[] => {
        const { where, at } = place;
        if (where.kind !== 'named' || model.names.get(where.id) !== 'data' || at.uri !== model.uri) return [];
        const isOpen = ({ operation }: { readonly operation: Operation }) =>
          plainUrl(operation) !== '' && !isServingSettled(operation, input);
        const [first, ...others] = binding.operationsOf(place).filter(isOpen);
        if (first === undefined) return [];
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        const message = `\`${where.id}\` travels in clear text: ${nameOf(first.operation)}${more} can be called over ${plainUrl(first.operation)}, and \`${id}\` protects it`;
        return [{ code: 'clear-text', message, severity: 'warning', at }];
      }),
    );
};

/** The first address of an operation without encryption; empty where it has none, and for what we call. */
export function plainUrl({ servers, kind }: Operation): string {
  return kind === 'operation' ? (servers.find(({ url }) => isPlain(url))?.url ?? '') : '';
}
