import { didYouMean, nearest } from '../grammar/nearest';
import type { NamedSection } from '../schema/schema-types';
import type { Model, ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import { type Check, type CheckInput, writing } from './input';

const ONE: Readonly<Record<NamedSection, string>> = {
  apis: 'API',
  environments: 'environment',
  goals: 'goal',
  data: 'data',
  zones: 'zone',
  actors: 'actor',
  components: 'component',
  businessFlows: 'business flow',
  threats: 'threat',
};

/** Ids that name no entry of those that they may name. Places say so themselves, but for the flows of the section. */
export const unknownIds: Check = (input) =>
  input.words
    .of('reference')
    .filter(({ where, section, key }) => where === undefined || (section === 'flows' && key === null))
    // What an API replaces is told with its life.
    .filter(({ key }) => key?.name !== 'replaces')
    .flatMap((word) => problemOf(word, input));

function problemOf(word: ModelWord, { model, apiIds }: CheckInput): ModelProblem[] {
  const { text, at, of = [] } = word;
  const known = of.flatMap((section) => [...idsOf(section, model, apiIds)]);
  if (known.includes(text) || isBorrowed(text, of, model)) return [];
  const suggestion = nearest(text, known);
  const wanted = of.map((section) => ONE[section]);
  const list = [wanted.slice(0, -1).join(', '), wanted.at(-1)].filter(Boolean).join(' or ');
  const other = model.names.get(text);
  const message = other
    ? `\`${text}\` stands under \`${other}\`, and this takes ${withArticle(list)}${didYouMean(suggestion)}`
    : `\`${text}\` is no ${list} of this model${didYouMean(suggestion)}`;
  const code = of.includes('environments') ? 'unknown-environment' : 'unknown-name';
  return [{ code, message, severity: 'error', at, ...writing(word, suggestion) }];
}

function withArticle(list: string): string {
  if (list === 'data') return list;
  return `${/^[aeiou]/i.test(list) ? 'an' : 'a'} ${list}`;
}

function idsOf(section: NamedSection, model: Model, apiIds: ReadonlySet<string>): Iterable<string> {
  if (section === 'zones') return model.zones.map(({ id }) => id);
  if (section === 'environments') return model.environments.map(({ id }) => id);
  const own = [...model.names].flatMap(([id, under]) => (under === section ? [id] : []));
  return section === 'apis' ? [...own, ...apiIds] : own;
}

/** A file that others include may name what only they have; their zones and environments are not known here. */
function isBorrowed(id: string, of: readonly NamedSection[], model: Model): boolean {
  return model.borrowed.has(id) || (model.shared && of.some((one) => one === 'zones' || one === 'environments'));
}
