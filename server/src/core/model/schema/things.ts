import type { NamedSection } from './schema-types';

/** What one entry of a root key is called in a sentence. */
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
