import { fileName, type Model } from '../model';
import type { ModelProblem } from '../model/types';
import type { Place } from '../text';
import type { WorkspaceApi } from './apis';
import { speakersOf } from './called';
import type { NamedIn } from './name-specs';

/** Something that a model says of an API: what it speaks of, what it says, and where. */
interface Saying {
  readonly topic: string;
  readonly value: string;
  readonly at: Place;
  /** What counts where two models disagree, as the end of a sentence. */
  readonly counts: string;
}

/** What models of one API say against each other: one problem for each thing, in the later file by name. */
export function disagreements(apis: readonly WorkspaceApi[]): ModelProblem[] {
  return apis.flatMap(({ models }) => disagreeing(speakersOf(models)));
}

function disagreeing(models: readonly NamedIn[]): ModelProblem[] {
  if (models.length < 2) return [];
  const said = new Map<string, Saying>();
  const told = new Set<string>();
  const problems: ModelProblem[] = [];
  for (const saying of models.flatMap(sayingsOf)) {
    const first = said.get(saying.topic);
    if (first === undefined) said.set(saying.topic, saying);
    if (first === undefined || first.value === saying.value || told.has(saying.topic)) continue;
    told.add(saying.topic);
    const other = fileName(first.at.uri, saying.at.uri);
    const message = `${saying.topic} is \`${saying.value}\` here and \`${first.value}\` in ${other}, a model of the same API: ${saying.counts}`;
    problems.push({ code: 'models-disagree', message, severity: 'warning', at: saying.at });
  }
  return problems;
}

function sayingsOf({ model, entry }: NamedIn): Saying[] {
  const { exposure, lifecycle, lifecycleAt, at, sunset } = entry;
  const sayings: Saying[] = [];
  if (exposure !== null) {
    sayings.push({ topic: 'Its `exposure`', value: exposure, at, counts: 'who reaches it from farther out counts' });
  }
  if (lifecycleAt !== at) {
    sayings.push({ topic: 'Its `lifecycle`', value: lifecycle, at: lifecycleAt, counts: 'each is checked' });
  }
  if (sunset !== null) {
    sayings.push({ topic: 'Its `sunset`', value: sunset.text, at: sunset.at, counts: 'each is checked' });
  }
  return [...sayings, ...rulesIn(model), ...dataIn(model)];
}

function rulesIn({ rules }: Model): Saying[] {
  return rules.flatMap(({ id, level, reason, at }) => {
    if (level === null || reason === '') return [];
    return [{ topic: `The rule \`${id}\``, value: level, at, counts: '`off` counts, else the higher level' }];
  });
}

function dataIn({ data }: Model): Saying[] {
  const counts = 'the other file counts';
  return data.flatMap((one) => [
    ...one.fields.map((name) => ({ topic: `The field \`${name}\``, value: one.class, at: one.at, counts })),
    ...one.schemas.map((name) => ({ topic: `The schema \`${name}\``, value: one.class, at: one.at, counts })),
  ]);
}
