import { fileName, type Model, type ModelApi, unreadFile } from '../model';
import type { ProblemCode } from '../model/problem-codes';
import type { ModelProblem } from '../model/types';
import type { Workspace } from '../workspace';
import { calledEntries } from './called';
import { isNamed, isRemoteSpec, type Naming, specNameOf } from './name-specs';

/** What is wrong with the specifications that models name, each told in the file that names it. `specs`: uris of descriptions. */
export function specProblems(
  workspace: Workspace,
  models: readonly Model[],
  naming: Naming,
  specs: ReadonlySet<string>,
): ModelProblem[] {
  const own = models.flatMap((model) =>
    [...model.apis, ...calledEntries(model)].filter(({ specAt }) => specAt.uri === model.uri),
  );
  return [...own.flatMap((entry) => problemsOf(entry, workspace, specs)), ...overlapsIn(naming)];
}

function problemsOf(entry: ModelApi, workspace: Workspace, specs: ReadonlySet<string>): ModelProblem[] {
  const { spec, specAt: at } = entry;
  const problem = (code: ProblemCode, message: string): ModelProblem[] => [{ code, message, severity: 'error', at }];
  if (isRemoteSpec(entry)) return problem('remote-spec', 'Nothing is fetched: name a file of the workspace');
  const name = specNameOf(entry);
  if (name === null) return [];
  if (name.glob !== null) {
    if (!workspace.searched || [...specs].some((uri) => isNamed(entry, uri))) return [];
    return problem('spec-matches-nothing', `No API description matches \`${spec}\``);
  }
  if (workspace.get(name.target) !== undefined) {
    return specs.has(name.target)
      ? []
      : problem('no-api', `\`${spec}\` is no API description: it has no \`openapi\` or \`swagger\` key at its root`);
  }
  const reason = workspace.unread.get(name.target);
  if (reason === undefined) return [];
  const names = [...specs].map((uri) => fileName(uri, at.uri));
  return [{ code: 'unread-spec', severity: 'error', at, ...unreadFile(spec, reason, names) }];
}

/** One problem for each entry, however many descriptions it shares with another. */
function overlapsIn({ overlaps }: Naming): ModelProblem[] {
  const byEntry = new Map<ModelApi, { readonly first: ModelApi; readonly uris: string[] }>();
  for (const { model, entry, first, uri } of overlaps) {
    if (entry.specAt.uri !== model.uri) continue;
    const known = byEntry.get(entry);
    if (known === undefined) byEntry.set(entry, { first, uris: [uri] });
    else known.uris.push(uri);
  }
  return [...byEntry].map(([{ id, specAt: at }, { first, uris }]) => {
    const [file = ''] = uris.map((uri) => fileName(uri, at.uri));
    const more = uris.length > 1 ? ` and ${uris.length - 1} more` : '';
    const message = `${file}${more} ${uris.length > 1 ? 'are' : 'is'} named by \`${first.id}\` too, which counts: leave out of \`${id}\` what is not its own`;
    return { code: 'shared-spec', message, severity: 'error', at };
  });
}
