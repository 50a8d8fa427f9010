import { CLASSES, LEVELS } from './common';
import { DATE, ID, type KeyDefinition, many, one, TEXT, WHERE, words } from './schema-types';

export const API_KEYS: readonly KeyDefinition[] = [
  one('spec', TEXT, 'Path or glob of its OpenAPI description, from this file.'),
  one('exposure', words('internet', 'partner', 'internal'), 'Who reaches it; by default read from its servers.'),
  one(
    'lifecycle',
    words('design', 'production', 'deprecated', 'retired'),
    'How far its life has gone; `production` by default.',
  ),
  one('zone', ID, 'The zone that it runs in.'),
  many('replaces', ID, 'The API that it takes the place of.'),
  one('sunset', DATE, 'The last day that it is served.'),
  one('servers', TEXT, 'Addresses that are its own, where APIs share paths.'),
  one('versionedBy', TEXT, 'What tells its version from another on the same paths: `header X-Version`.'),
  one('provider', TEXT, 'Who runs it.'),
];

export const GOAL_KEYS: readonly KeyDefinition[] = [
  one('regulation', TEXT, 'The law or standard behind it.'),
  one(
    'property',
    words('authentication', 'integrity', 'accountability', 'confidentiality', 'availability', 'authorization'),
    'The property that must hold.',
  ),
  many('protects', WHERE, 'What it is about: data, APIs, business flows.'),
  one('acceptable', words(...LEVELS), 'The highest level of risk that is accepted there.'),
];

export const DATA_KEYS: readonly KeyDefinition[] = [
  one('class', words(...CLASSES), 'How sensitive it is.'),
  many('schemas', TEXT, 'Schemas that hold it: `Customer`, `store Customer`.'),
  many('fields', TEXT, 'Fields that hold it, by name or `Schema.field`.'),
];

export const ACTOR_KEYS: readonly KeyDefinition[] = [
  one('zone', ID, 'Where it acts from.'),
  many('calls', WHERE, 'What it calls when all is well.'),
];

export const COMPONENT_KEYS: readonly KeyDefinition[] = [
  one('kind', words('service', 'gateway', 'datastore', 'queue', 'cache', 'identity', 'external'), 'What it is.'),
  one('zone', ID, 'The zone that it runs in.'),
  many('holds', ID, 'The data that it keeps.'),
  many('ports', TEXT, 'Ports that it listens on.'),
  many('settings', TEXT, 'Files that configure it; a change of them is drift.'),
  one('provider', TEXT, 'Who runs it.'),
  one('spec', TEXT, 'The OpenAPI description of a service that we call.'),
];

export const FLOW_KEYS: readonly KeyDefinition[] = [
  many('carries', ID, 'The data that goes along it, either way.'),
  one('over', TEXT, 'The protocol: `https`, `tls`, `mtls`.'),
];

export const ZONE_KEYS: readonly KeyDefinition[] = [
  one('trust', words('untrusted', 'semi-trusted', 'trusted'), 'How far what is in it is trusted.'),
];

export const ENVIRONMENT_KEYS: readonly KeyDefinition[] = [many('servers', TEXT, 'The addresses of its servers.')];

export const BUSINESS_FLOW_KEYS: readonly KeyDefinition[] = [
  many('operations', WHERE, 'Its operations, in order: worth abusing although each call is allowed.'),
];

export const RULE_KEYS: readonly KeyDefinition[] = [
  one('level', words('off', ...LEVELS), 'The level of what it finds, or `off`.'),
  one('reason', TEXT, 'Why.'),
];
