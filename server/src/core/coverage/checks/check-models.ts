import { checkModel, evidenceIn, type Model, WordIndex, wordsOfModel } from '../../model';
import type { ModelProblem } from '../../model/types';
import { memo, type SourceDocument } from '../../text';
import { type BoundModel, namedOf } from '../apis';
import { KNOWN_WORDS } from '../known-words';
import type { Seen } from '../problems';
import { callers } from './callers';
import { clearFlows } from './clear-flows';
import { contradictions } from './contradictions';
import { dataNames } from './data-names';
import { evidence } from './evidence';
import { exceptions } from './exceptions';
import { goalQuestions } from './goal-questions';
import type { CoverageCheck, CoverageInput } from './input';
import { plainProviders } from './plain-providers';
import { plainServers } from './plain-servers';
import { privateData } from './private-data';
import { settings } from './settings';
import { stillThere } from './still-there';

const CHECKS: readonly CoverageCheck[] = [
  stillThere,
  contradictions,
  exceptions,
  evidence,
  dataNames,
  privateData,
  plainServers,
  clearFlows,
  plainProviders,
  settings,
  callers,
  goalQuestions,
];

/** What is wrong with the meaning of models: of each alone, and of what it says of its APIs. */
export function checkModels(seen: Seen): ModelProblem[] {
  const { analyses, today } = seen;
  return seen.bindings.flatMap(({ model, binding }) => {
    const document = seen.workspace.get(model.uri);
    if (document === undefined) return [];
    const words = indexOf(document);
    const named = namedOf(model, seen.apis);
    const apis = named.filter(({ called }) => !called);
    const given = { evidence: evidenceIn(document), facts: seen.workspace.evidence };
    const beside = () => besideOf(model, seen);
    const input = { model, words, binding, apis, named, beside, analyses, today, ...given };
    return [...alone(input), ...CHECKS.flatMap((check) => check(input))];
  });
}

function besideOf(model: Model, { apis, bindings }: Seen): readonly BoundModel[] {
  const named = apis.filter(({ models }) => models.some((one) => one.model === model)).flatMap(({ models }) => models);
  const models = new Set(named.map((one) => one.model));
  return bindings.filter((one) => models.has(one.model));
}

const indexOf: (document: SourceDocument) => WordIndex = memo((document) => new WordIndex(wordsOfModel(document)));

interface Kept {
  readonly key: string;
  readonly problems: readonly ModelProblem[];
}

const remembered = new WeakMap<Model, Kept>();

/** What the model alone tells; an edit of a description leaves it as it is. */
function alone({ model, words, named, today }: CoverageInput): readonly ModelProblem[] {
  // A component's own id is known by its section, but those that its pattern makes stand nowhere.
  const apiIds = new Set(named.filter(({ called, id, entry }) => !called || id !== entry.id).map(({ id }) => id));
  const key = [today, ...apiIds].join(' ');
  const kept = remembered.get(model);
  if (kept?.key === key) return kept.problems;
  const problems = checkModel({ model, words, today, known: KNOWN_WORDS, apiIds });
  remembered.set(model, { key, problems });
  return problems;
}
