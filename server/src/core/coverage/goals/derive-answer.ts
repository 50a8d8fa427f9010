import type { Derivation } from '../../catalogue';
import type { ModelGoal } from '../../model/types';
import type { ApiDescription, Operation } from '../../openapi/types';
import { anyOf, wordSet, words } from '../../rules/facts/words';
import { memo } from '../../text';
import { isOutgoing } from '../called';
import { nameOf } from '../questions';
import type { CategoryState } from '../types';
import type { GoalContext, GoalOperation } from './goal-context';

/** What the analysis can tell of a question by itself. */
export interface DerivedAnswer {
  readonly state: Extract<CategoryState, 'controlled' | 'threatened' | 'not-applicable'>;
  readonly by: readonly string[];
}

type Derive = (goal: ModelGoal, context: GoalContext, one: GoalOperation) => DerivedAnswer | null;

const DERIVE: Readonly<Record<Derivation, Derive>> = {
  deletion: (_goal, _context, { api, operation }) => {
    // What we send to others is kept by them.
    if (isOutgoing(operation, api.called !== null)) return { state: 'not-applicable', by: ['what we call keeps it'] };
    const erasing = deletionsIn(api.description).find((one) => deletes(one.path, operation.path));
    return erasing === undefined ? null : { state: 'controlled', by: [`${nameOf(erasing)} deletes it`] };
  },
  recipients: ({ protects }, { model }) => {
    const { flows, components } = model;
    const drawn = new Set([
      ...flows.flatMap(({ hops, carries }) => [...hops, ...carries]),
      ...components.flatMap(({ id, holds }) => [id, ...holds]),
    ]);
    const isDrawn = protects.every(
      ({ where }) => (where.kind === 'named' && drawn.has(where.id)) || (where.kind === 'api' && drawn.has(where.api)),
    );
    return isDrawn ? { state: 'controlled', by: ['flows and components of the model name it'] } : null;
  },
  'no-card-codes': (_goal, _context, { operation }) => {
    const returned = operation.responses.flatMap(({ payload }) => payload?.properties ?? []).find(isCardCode);
    if (returned !== undefined) return { state: 'threatened', by: [`${nameOf(operation)} returns ${returned.path}`] };
    const taken = [...operation.parameters, ...(operation.request?.properties ?? [])].some(isCardCode);
    return taken ? null : { state: 'controlled', by: ['no operation takes or returns them'] };
  },
};

/** What is derived of a question on one operation of a goal; null where nothing is. */
export function derivedAnswer(
  kind: Derivation | undefined,
  goal: ModelGoal,
  context: GoalContext,
  one: GoalOperation,
): DerivedAnswer | null {
  return kind === undefined ? null : DERIVE[kind](goal, context, one);
}

const deletionsIn: (description: ApiDescription) => readonly Operation[] = memo(({ operations }) =>
  operations.filter(({ kind, method }) => kind === 'operation' && method === 'DELETE'),
);

/** Whether deleting one path takes away what another handles: the same thing, what it is part of, or one of its list. */
function deletes(erased: string, path: string): boolean {
  if (erased === path || path.startsWith(`${erased}/`)) return true;
  return erased.startsWith(`${path}/{`) && !erased.slice(path.length + 1).includes('/');
}

const CARD_CODES = wordSet('cvv cvc cvv2 cvc2 csc pin');

function isCardCode({ name }: { readonly name: string }): boolean {
  return anyOf(words(name), CARD_CODES);
}
