import { ASSUMPTION_KEYS, MITIGATION_KEYS, NOT_APPLICABLE_KEYS } from './answers';
import { COMMON_KEYS } from './common';
import * as parts from './parts';
import { RISK_KEYS } from './risk';
import {
  DATE,
  type EntryName,
  type KeyDefinition,
  many,
  one,
  type SectionDefinition,
  TEXT,
  words,
} from './schema-types';
import { THREAT_KEYS } from './threats';

/** The root keys that hold one value. */
const VALUES = [
  value(
    one(
      'stridewise',
      words({ '1': 'The only version so far.' }),
      'The version of the language; a file is a model by this key.',
    ),
  ),
  value(one('title', TEXT, 'What is modelled.')),
  value(one('owner', TEXT, 'The person or team that answers for it.')),
  value(one('notes', TEXT, 'Whatever a reader should know.')),
  value(one('ticket', TEXT, 'Where the work on it is tracked.')),
  value(many('tags', TEXT, 'Labels of your own.')),
  value(one('reviewed', DATE, 'The day on which people last agreed to it.')),
  value(one('reviewEvery', { kind: 'duration' }, 'How long an agreement lasts: `90 days`.')),
  value(many('include', { kind: 'model' }, 'Models that several share.')),
] as const;

/** The root keys that hold keys or entries. */
const GROUPS = [
  section('environments', 'id', 'Where it runs, by the addresses of its servers.', parts.ENVIRONMENT_KEYS, 'servers'),
  section('apis', 'id', 'The APIs that it speaks of.', parts.API_KEYS, 'spec'),
  section('goals', 'id', 'What must stay true, and of what.', parts.GOAL_KEYS),
  section('risk', null, 'How risk is measured, and what is accepted.', RISK_KEYS),
  section('data', 'id', 'What is worth protecting, and where it is found.', parts.DATA_KEYS),
  section('zones', 'id', 'Where things run, and how far that is trusted.', parts.ZONE_KEYS, 'trust'),
  section('actors', 'id', 'Who uses the APIs.', parts.ACTOR_KEYS, 'zone'),
  section('components', 'id', 'What else there is: gateways, datastores, services of others.', parts.COMPONENT_KEYS),
  section('flows', 'flow', 'Who calls whom, and what goes along.', parts.FLOW_KEYS),
  section(
    'businessFlows',
    'id',
    'Chains of operations that are worth abusing.',
    parts.BUSINESS_FLOW_KEYS,
    'operations',
  ),
  section('threats', 'id', 'What people know can go wrong.', THREAT_KEYS),
  section('mitigations', 'id', 'What is done about it.', MITIGATION_KEYS),
  section('rules', 'rule', 'Levels and parameters of rules, with a reason.', parts.RULE_KEYS),
  section('notApplicable', 'statement', 'What does not apply, with the reason.', NOT_APPLICABLE_KEYS, 'reason'),
  section('assumptions', 'id', 'What is taken for granted.', ASSUMPTION_KEYS),
] as const;

/** The root keys of a model, in the order in which they are best written. */
export const SECTIONS: readonly SectionDefinition[] = [...VALUES, ...GROUPS];

/** What may stand beside what it answers, in a description. */
export const BESIDE_SECTIONS: readonly SectionDefinition[] = GROUPS.filter(
  ({ name }) => name === 'mitigations' || name === 'notApplicable',
);

/** Root keys that hold keys or entries. */
export type SectionName = (typeof GROUPS)[number]['name'];

/** The keys of a section's entries, by the root key. */
export type KeysOf<Name extends SectionName> = Extract<(typeof GROUPS)[number], { readonly name: Name }>['keys'];

const BY_NAME: ReadonlyMap<string, SectionDefinition> = new Map(SECTIONS.map((item) => [item.name, item]));

/** The definition of a root key, or undefined. */
export function sectionNamed(name: string): SectionDefinition | undefined {
  return BY_NAME.get(name);
}

function section<const Name extends string, const Own extends readonly KeyDefinition[]>(
  name: Name,
  entries: EntryName | null,
  doc: string,
  keys: Own,
  shorthand: '' | Own[number]['name'] = '',
): SectionDefinition<Name, readonly (Own[number] | (typeof COMMON_KEYS)[number])[]> {
  const own = new Set<string>(keys.map((key) => key.name));
  const all = [...COMMON_KEYS.filter((key) => !own.has(key.name)), ...keys];
  return { name, doc, entries, keys: all, shorthand, value: null };
}

function value<const Definition extends KeyDefinition>(
  definition: Definition,
): SectionDefinition<Definition['name'], readonly []> {
  return { name: definition.name, doc: definition.doc, entries: null, keys: [], shorthand: '', value: definition };
}
