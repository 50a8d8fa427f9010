import type { NamedSection } from './schema-types';

/** What one entry of a root key whose entries can be named elsewhere is called in a sentence. */
export const THINGS: Readonly<Record<NamedSection, string>> = {
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

/** The root keys whose entries can be named elsewhere. */
export const NAMED_SECTIONS = Object.keys(THINGS) as readonly NamedSection[];

const OTHERS: Readonly<Record<string, string>> = {
  flows: 'flow',
  mitigations: 'mitigation',
  assumptions: 'assumption',
};

/** What one entry of any root key is called in a sentence. */
export function thingOf(section: string): string {
  return THINGS[section as NamedSection] ?? OTHERS[section] ?? section;
}
