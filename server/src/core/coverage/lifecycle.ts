import { type Binding, didYouMean, type Model, type ModelApi, nearest } from '../model';
import type { ModelProblem, Placed } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import { memo } from '../text';
import { type ApiOfModel, apisOf, type BoundModel, type WorkspaceApi } from './apis';
import { nameOf } from './questions';

/** What models say of the life of their APIs, held against what is still described. `today` is an ISO date. */
export function lifecycleProblems(
  apis: readonly WorkspaceApi[],
  bindings: readonly BoundModel[],
  today: string,
): ModelProblem[] {
  const ends = apis.flatMap(({ description, models }) =>
    models.flatMap(({ entry, id }) => endOf(entry, id, description.operations.length, today)),
  );
  return [...ends, ...bindings.flatMap((bound) => replacing(bound, apis))];
}

/** An API that is said to be gone, and whose description still has operations. */
function endOf(entry: ModelApi, id: string, count: number, today: string): ModelProblem[] {
  const { lifecycle, lifecycleAt, sunset } = entry;
  const has = `its specification still has ${count === 1 ? '1 operation' : `${count} operations`}`;
  if (count === 0) return [];
  if (lifecycle === 'retired') {
    const message = `\`${id}\` is retired, and ${has}: take them out, or say until when they are served with \`lifecycle: deprecated\` and \`sunset\``;
    return [{ code: 'retired-still-there', severity: 'warning', message, at: lifecycleAt }];
  }
  if (sunset === null || today <= sunset.text) return [];
  const message = `\`${id}\` was to be served until ${sunset.text}, and ${has}: take them out, or give a later day`;
  return [{ code: 'past-sunset', severity: 'warning', message, at: sunset.at }];
}

function replacing({ model, binding }: BoundModel, apis: readonly WorkspaceApi[]): ModelProblem[] {
  const known = apisOf(model, apis);
  return model.apis.flatMap((entry) =>
    entry.replaces.flatMap((old) => {
      const slip = slipOf(model, entry, old, known);
      if (slip !== null) return old.at.uri === model.uri ? [slip] : [];
      const before = known.filter((one) => one.id === old.text || one.entry.id === old.text);
      const after = known.filter((one) => one.entry === entry);
      return leftOver(entry, old, {
        before: described(before),
        after: described(after),
        gone: removed(model, binding),
      });
    }),
  );
}

function described(known: readonly ApiOfModel[]): readonly ApiDescription[] {
  return known.map(({ description }) => description);
}

function slipOf(
  model: Model,
  entry: ModelApi,
  { text, at }: Placed,
  known: readonly ApiOfModel[],
): ModelProblem | null {
  if (text === entry.id) {
    return { code: 'replaces-itself', severity: 'error', message: `\`${text}\` cannot take its own place`, at };
  }
  const ids = new Set([...model.apis.map(({ id }) => id), ...known.map(({ id }) => id)]);
  if (ids.has(text) || model.borrowed.has(text)) return null;
  ids.delete(entry.id);
  const near = nearest(text, ids);
  const message = `No API is called \`${text}\`${didYouMean(near)}`;
  const fix = near === undefined ? {} : { fix: { title: `Write \`${near}\``, newText: near } };
  return { code: 'unknown-api', severity: 'error', message, at, ...fix };
}

/** Operations that some answer says go away: nobody needs to ask for them. */
function removed(model: Model, binding: Binding): ReadonlySet<Operation> {
  const statements = model.mitigations.flatMap(({ removes }) => removes);
  return new Set(statements.flatMap((statement) => binding.operationsOf(statement).map(({ operation }) => operation)));
}

interface Editions {
  readonly before: readonly ApiDescription[];
  readonly after: readonly ApiDescription[];
  readonly gone: ReadonlySet<Operation>;
}

/** One question for all operations that only the replaced API has. */
function leftOver(entry: ModelApi, { text, at }: Placed, { before, after, gone }: Editions): ModelProblem[] {
  if (after.length === 0) return [];
  const shapes = after.map((description) => shapesOf(description.operations));
  const ids = new Set(after.flatMap(({ operations }) => operations.map(({ operationId }) => operationId)));
  ids.delete('');
  const left = before
    .flatMap(({ operations }) => operations)
    .filter((one) => one.kind === 'operation' && !gone.has(one) && !ids.has(one.operationId))
    .filter((one) => !shapes.some((shape) => shape.has(shapeOf(one))));
  const [first] = left;
  if (first === undefined) return [];
  const more = left.length > 1 ? ` and ${left.length - 1} more` : '';
  const message = `Only \`${text}\` has ${nameOf(first)}${more}, which \`${entry.id}\` replaces: does anybody still need ${left.length > 1 ? 'them' : 'it'}? An answer with \`removes\` says what goes`;
  return [{ code: 'only-in-replaced', severity: 'information', message, at }];
}

const shapesOf = memo((operations: readonly Operation[]) => new Set(operations.map(shapeOf)));

/** Method and path, without the names of templates and the version in front. */
function shapeOf({ method, path }: Operation): string {
  const bare = path.replace(/\{[^}]*\}/g, '{}').replace(/^\/v\d[\w.]*(?=\/|$)/, '');
  return `${method} ${bare.replace(/\/$/, '')}`;
}
