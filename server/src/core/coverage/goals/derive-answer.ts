import type { Derivation } from '../../catalogue';
import type { Model, ModelGoal } from '../../model/types';
import type { ApiDescription, Operation } from '../../openapi/types';
import { anyOf, wordSet, words } from '../../rules/facts/words';
import { memo } from '../../text';
import { isOutgoing } from '../called';
import { nameOf } from '../questions';
import type { GoalContext, GoalOperation } from './goal-context';
import type { Answer } from './tally';

type Derive = (goal: ModelGoal, context: GoalContext, one: GoalOperation) => Answer | null;

const DERIVE: Readonly<Record<Derivation, Derive>> = {
  deletion: (_goal, _context, { api, operation }) => {
    // What we send to others is kept by them.
    if (isOutgoing(operation, api.called !== null)) return ELSEWHERE;
    const deletions = deletionsIn(api.description);
    const found = deletions.size === 0 ? undefined : erasing(operation.path, deletions);
    return found ?? null;
  },
  recipients: ({ protects }, { model }) => {
    const drawn = drawnIn(model);
    const isDrawn = protects.every(
      ({ where }) => (where.kind === 'named' && drawn.has(where.id)) || (where.kind === 'api' && drawn.has(where.api)),
    );
    return isDrawn ? DRAWN : null;
  },
  'no-card-codes': (_goal, _context, { operation }) => cardCodesOn(operation),
};

/** What is derived of a question on one operation of a goal; null where nothing is. */
export function derivedAnswer(
  kind: Derivation | undefined,
  goal: ModelGoal,
  context: GoalContext,
  one: GoalOperation,
): Answer | null {
  return kind === undefined ? null : DERIVE[kind](goal, context, one);
}

const ELSEWHERE: Answer = { state: 'not-applicable', by: ['what we call keeps it'] };
const DRAWN: Answer = { state: 'controlled', by: ['flows and components of the model name it'] };
const NO_CODES: Answer = { state: 'controlled', by: ['no operation takes or returns them'] };

/** Answers by the path that something deletes, and by the path of the list that it is one of. */
const deletionsIn: (description: ApiDescription) => ReadonlyMap<string, Answer> = memo(({ operations }) => {
  const found = new Map<string, Answer>();
  for (const operation of operations) {
    if (operation.kind !== 'operation' || operation.method !== 'DELETE') continue;
    const answer: Answer = { state: 'controlled', by: [`${nameOf(operation)} deletes it`] };
    const list = /^(.*)\/\{[^/]*$/.exec(operation.path)?.[1];
    found.set(operation.path, answer);
    if (list !== undefined && !found.has(list)) found.set(list, answer);
  }
  return found;
});

/** What takes away what a path handles: the deletion of the same thing, of one of its list, or of what it is part of. */
function erasing(path: string, deletions: ReadonlyMap<string, Answer>): Answer | undefined {
  const own = deletions.get(path);
  if (own !== undefined) return own;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const whole = path.slice(0, end);
    // Only things are whole: that one of a list can be deleted deletes nothing below another of it.
    const found = whole.endsWith('}') ? deletions.get(whole) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const drawnIn: (model: Model) => ReadonlySet<string> = memo(({ flows, components }) => {
  const passed = flows.flatMap(({ hops, carries }) => [...hops, ...carries]);
  return new Set([...passed, ...components.flatMap(({ id, holds }) => [id, ...holds])]);
});

const cardCodesOn: (operation: Operation) => Answer | null = memo((operation) => {
  const returned = operation.responses.flatMap(({ payload }) => payload?.properties ?? []).find(isCardCode);
  if (returned !== undefined) return { state: 'threatened', by: [`${nameOf(operation)} returns ${returned.path}`] };
  const taken = [...operation.parameters, ...(operation.request?.properties ?? [])].some(isCardCode);
  return taken ? null : NO_CODES;
});

const CARD_CODES = wordSet('cvv cvc cvv2 cvc2 csc pin');

function isCardCode({ name }: { readonly name: string }): boolean {
  return anyOf(words(name), CARD_CODES);
}
