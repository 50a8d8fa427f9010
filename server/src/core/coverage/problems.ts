import { type Model, problemsOfSites } from '../model';
import type { ModelProblem } from '../model/types';
import type { Workspace } from '../workspace';
import type { BoundModel, WorkspaceApi } from './apis';
import { answeringOn, sitesOf } from './beside';
import { checkModels } from './checks/check-models';
import { disagreements } from './disagreements';
import { lifecycleProblems } from './lifecycle';
import type { Naming } from './name-specs';
import { overAccepted } from './over-accepted';
import { sharedPaths } from './shared-paths';
import { specProblems } from './spec-problems';
import type { ApiAnalysis } from './types';

/** All that a problem of a model may depend on, beside the model's own text. */
export interface Seen {
  readonly workspace: Workspace;
  readonly models: readonly Model[];
  readonly bindings: readonly BoundModel[];
  readonly apis: readonly WorkspaceApi[];
  readonly naming: Naming;
  /** Uris of the descriptions. */
  readonly specs: ReadonlySet<string>;
  readonly analyses: readonly ApiAnalysis[];
  readonly today: string;
}

/** Problems of models that need more than their text to be seen, each once: what several models include is told once. */
export function problemsAcross(seen: Seen): ModelProblem[] {
  const { workspace, models, bindings, apis, naming, specs, analyses, today } = seen;
  return distinct([
    ...apis.flatMap((api) =>
      problemsOfSites(
        sitesOf(api.description),
        answeringOn(api).map(({ model }) => model),
      ),
    ),
    ...specProblems(workspace, models, naming, specs),
    ...bindings.flatMap(({ binding }) => binding.problems),
    ...lifecycleProblems(apis, bindings, today),
    ...bindings.flatMap((bound) => sharedPaths(bound, apis)),
    ...disagreements(apis),
    ...overAccepted(analyses, today),
    ...checkModels(seen),
  ]);
}

function distinct(problems: readonly ModelProblem[]): ModelProblem[] {
  const told = new Map<ModelProblem['at']['block'], Set<string>>();
  return problems.filter(({ code, message, at: { block, uri, start, end } }) => {
    const here = told.get(block) ?? new Set<string>();
    const key = `${uri} ${start} ${end} ${code} ${message}`;
    if (here.has(key)) return false;
    told.set(block, here.add(key));
    return true;
  });
}
