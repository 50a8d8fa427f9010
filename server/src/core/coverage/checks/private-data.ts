import type { ModelProblem } from '../../model/types';
import type { DataClass, Operation } from '../../openapi/types';
import { memo } from '../../text';
import type { ApiOfModel } from '../apis';
import { dataOf } from '../data-settings';
import { nameOf } from '../questions';
import { type CoverageCheck, type CoverageInput, common, operationsOf } from './input';

const PRIVATE: ReadonlySet<DataClass | null> = new Set<DataClass | null>([
  'personal',
  'special',
  'health',
  'location',
  'government-id',
]);

/** The first personal thing that an operation takes or returns, or null. */
const privateIn: (operation: Operation) => string | null = memo((operation) => {
  const payloads = [operation.request, ...operation.responses.map((response) => response.payload)];
  const all = [...operation.parameters, ...payloads.flatMap((payload) => payload?.properties ?? [])];
  return all.find(({ dataClass }) => PRIVATE.has(dataClass))?.name ?? null;
});

/** APIs with personal data that none of the model's goals protects: one question each, and none where there are no goals. */
export const privateData: CoverageCheck = (input) => {
  const { model, apis } = input;
  if (model.goals.length === 0 || protectsPeople(input)) return [];
  return apis.flatMap((api) => (api.entry.at.uri === model.uri ? unprotected(api, input) : []));
};

/** Whether some goal protects data of people by its name. */
function protectsPeople({ model }: CoverageInput): boolean {
  const people = new Set(
    model.data.filter(({ class: one }) => one === 'personal' || one === 'special').map(({ id }) => id),
  );
  return model.goals.some(({ protects }) =>
    protects.some(({ where }) => where.kind === 'named' && people.has(where.id)),
  );
}

function unprotected({ id, entry, description }: ApiOfModel, { model, binding }: CoverageInput): ModelProblem[] {
  const data = dataOf([model]);
  const found = description.operations.flatMap((operation) => {
    const name = privateIn(data === null ? operation : data.see(operation));
    return name === null ? [] : [{ operation, name }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const touched = new Set(found.map(({ operation }) => operation));
  const covering = model.goals.filter(({ property }) => property === null || property === 'confidentiality');
  const isProtected = covering.some(({ protects }) =>
    protects.some((place) => common(operationsOf(place, binding), touched) !== undefined),
  );
  if (isProtected) return [];
  const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
  const message = `\`${id}\` handles data about people (\`${first.name}\` in ${nameOf(first.operation)}${more}), and no goal protects it: name it under \`data\`, and in the \`protects\` of a goal`;
  return [{ code: 'unprotected-personal-data', message, severity: 'information', at: entry.at }];
}
