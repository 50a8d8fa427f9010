import { checkModel, evidenceAt, evidenceIn, type Model, WordIndex, wordsOfModel, wordsWithSites } from '../../model';
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
import { idleAnswers } from './idle-answers';
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
  idleAnswers,
];

/** What is wrong with the meaning of models: of each alone, and of what it says of its APIs. */
export function checkModels(seen: Seen): ModelProblem[] {
  const { analyses, today } = seen;
  return seen.bindings.flatMap(({ model, binding }) => {
    const document = seen.workspace.get(model.uri);
    if (document === undefined) return [];
    const words = indexOf(model, document);
    const named = namedOf(model, seen.apis);
    const apis = named.filter(({ called }) => !called);
    const beside = model.sites.flatMap(evidenceAt);
    const proofs = model.fileless ? beside : [...evidenceIn(document), ...beside];
    const given = { evidence: proofs, facts: seen.workspace.evidence };
    const others = () => besideOf(model, seen);
    const input = { model, words, binding, apis, named, beside: others, analyses, today, ...given };
    return [...alone(input), ...CHECKS.flatMap((check) => check(input))];
  });
}

function besideOf(model: Model, { apis, bindings }: Seen): readonly BoundModel[] {
  const named = apis.filter(({ models }) => models.some((one) => one.model === model)).flatMap(({ models }) => models);
  const models = new Set(named.map((one) => one.model));
  return bindings.filter((one) => models.has(one.model));
}

const indexOfFile: (document: SourceDocument) => WordIndex = memo((document) => new WordIndex(wordsOfModel(document)));
const withBeside = new WeakMap<Model, { readonly document: SourceDocument; readonly index: WordIndex }>();

function indexOf(model: Model, document: SourceDocument): WordIndex {
  if (model.sites.length === 0) return indexOfFile(document);
  const known = withBeside.get(model);
  // The description that a model without a file stands for has no words of a model but these.
  if (known !== undefined && (model.fileless || known.document === document)) return known.index;
  const index = new WordIndex(wordsWithSites(model, document));
  withBeside.set(model, { document, index });
  return index;
}

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
