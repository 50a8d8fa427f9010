import { didYouMean, nearest } from '../grammar/nearest';
import type { NamedSection, ValueType } from '../schema/schema-types';
import { THINGS } from '../schema/things';
import type { Model, ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import { type Check, writing } from './input';

/** Ids that name no entry of those that they may name. Places say so themselves, but for the flows of the section. */
export const unknownIds: Check = (input) => {
  const ids = idsBySection(input.model, input.apiIds);
  return input.words
    .of('reference')
    .filter(({ section, key }) => (key === null ? section === 'flows' : !isPlaceKind(key.type.kind)))
    .filter(({ text, of = [] }) => !of.some((section) => ids.get(section)?.has(text)))
    .filter(({ text, of = [], key }) => !isToldElsewhere(text, of, key?.name, input.model))
    .map((word) => problemOf(word, ids, input.model));
};

/** What is wrong with a place, and with one that does not read, is told of the whole. */
function isPlaceKind(kind: ValueType['kind']): boolean {
  return kind === 'where' || kind === 'statement';
}

type Ids = ReadonlyMap<string, ReadonlySet<string>>;

function idsBySection({ names, zones, environments }: Model, apiIds: ReadonlySet<string>): Ids {
  const ids = new Map<string, Set<string>>([
    ['zones', new Set(zones.map(({ id }) => id))],
    ['environments', new Set(environments.map(({ id }) => id))],
    ['apis', new Set(apiIds)],
  ]);
  for (const [id, section] of names) {
    const known = ids.get(section) ?? new Set();
    ids.set(section, known.add(id));
  }
  return ids;
}

/**
 * What an API replaces is told with its life. A file that others include may name what only they have; their zones and
 * environments are not known here.
 */
function isToldElsewhere(id: string, of: readonly NamedSection[], key: string | undefined, model: Model): boolean {
  if (key === 'replaces' || model.borrowed.has(id)) return true;
  return model.shared && of.some((one) => one === 'zones' || one === 'environments');
}

function problemOf(word: ModelWord, ids: Ids, model: Model): ModelProblem {
  const { text, at, of = [] } = word;
  const suggestion = nearest(
    text,
    of.flatMap((section) => [...(ids.get(section) ?? [])]),
  );
  const wanted = of.map((section) => THINGS[section]);
  const list = [wanted.slice(0, -1).join(', '), wanted.at(-1)].filter(Boolean).join(' or ');
  const other = model.names.get(text);
  const message = other
    ? `\`${text}\` stands under \`${other}\`, and this takes ${withArticle(list)}${didYouMean(suggestion)}`
    : `\`${text}\` is no ${list} of this model${didYouMean(suggestion)}`;
  const code = of.includes('environments') ? 'unknown-environment' : 'unknown-name';
  return { code, message, severity: 'error', at, ...writing(word, suggestion) };
}

function withArticle(list: string): string {
  if (list === 'data') return list;
  return `${/^[aeiou]/i.test(list) ? 'an' : 'a'} ${list}`;
}
