import type { AnswerSite } from '../../openapi/types';
import { sameList } from '../../text';
import type { Entry } from '../read/read-entry';
import type { Mitigation, Model, Statement } from '../types';
import { readSite } from './read-site';

interface Kept {
  readonly sites: readonly AnswerSite[];
  readonly beside: readonly Model[];
  readonly model: Model;
}

const remembered = new WeakMap<Model, Kept>();
const origins = new WeakMap<Model, Model>();

/**
 * A model with the answers that stand in the descriptions of its APIs: they count as its own. The same object for the same ones.
 * `beside`: other models of these APIs, whose names answers may mean too.
 */
export function withSites(model: Model, sites: readonly AnswerSite[], beside: readonly Model[]): Model {
  if (sites.length === 0) return model;
  const known = remembered.get(model);
  if (known !== undefined && sameList(known.sites, sites) && sameList(known.beside, beside)) return known.model;
  const made = make(model, sites, beside);
  origins.set(made, model);
  remembered.set(model, { sites, beside, model: made });
  return made;
}

/** The model as its files say it. */
export function originOf(model: Model): Model {
  return origins.get(model) ?? model;
}

function make(model: Model, sites: readonly AnswerSite[], beside: readonly Model[]): Model {
  const entries = entriesOf(sites);
  const own = idsIn(model);
  const borrowed = new Set([...model.borrowed, ...beside.flatMap((other) => [...idsIn(other)])]);
  for (const id of own) borrowed.delete(id);
  const isName = (id: string) => model.names.has(id) || borrowed.has(id);
  const answers = entries.flatMap(({ mitigation }) => (mitigation === undefined ? [] : named(mitigation, isName)));
  return {
    ...model,
    mitigations: [...model.mitigations, ...answers],
    notApplicable: [...model.notApplicable, ...entries.flatMap(({ notApplicable }) => notApplicable ?? [])],
    borrowed,
    sites,
  };
}

function idsIn({ names, environments }: Model): ReadonlySet<string> {
  return new Set([...names.keys(), ...environments.map(({ id }) => id)]);
}

/** What answers in descriptions say, in order. */
export function entriesOf(sites: readonly AnswerSite[]): readonly Entry[] {
  return sites.flatMap((site) => readSite(site).entries);
}

const renamed = new WeakMap<Mitigation, { readonly key: string; readonly answer: Mitigation }>();

/** A word alone is the id that a model has for something, where one has it, and no rule. */
function named(answer: Mitigation, isName: (id: string) => boolean): Mitigation {
  const meant = answer.covers.filter((statement) => isName(aloneIn(statement)));
  if (meant.length === 0) return answer;
  const key = meant.map(aloneIn).join(' ');
  const known = renamed.get(answer);
  if (known?.key === key) return known.answer;
  const covers = answer.covers.map((statement) =>
    meant.includes(statement)
      ? { ...statement, what: null, where: { kind: 'named' as const, id: aloneIn(statement) } }
      : statement,
  );
  const made = { ...answer, covers };
  renamed.set(answer, { key, answer: made });
  return made;
}

/** The only word of a statement, or empty. */
function aloneIn({ what, where, text }: Statement): string {
  const isAlone =
    where.kind === 'here' && where.part === '' && what?.rules.length === 1 && what.categories.length === 0;
  return isAlone && what.rules[0] === text.trim() ? text.trim() : '';
}
