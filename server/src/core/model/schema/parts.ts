import { CLASS_MEANINGS, LEVEL_MEANINGS } from './common';
import { DATE, idOf, many, one, TEXT, WHERE, words } from './schema-types';

export const API_KEYS = [
  one('spec', { kind: 'spec' }, 'Path or glob of its OpenAPI description, from this file.'),
  one(
    'exposure',
    words({
      internet: 'Anyone on the internet can send to it.',
      partner: 'Known other organisations reach it.',
      internal: 'Only the own network reaches it.',
    }),
    'Who reaches it; by default read from its servers.',
  ),
  one(
    'lifecycle',
    words({
      design: 'Not built yet.',
      production: 'Served to those it is for.',
      deprecated: 'Still served, and to go away.',
      retired: 'No longer served.',
    }),
    'How far its life has gone; `production` by default.',
  ),
  one('zone', idOf('zones'), 'The zone that it runs in.'),
  many('replaces', idOf('apis'), 'The API that it takes the place of.'),
  one('sunset', DATE, 'The last day that it is served.'),
  many('servers', TEXT, 'Addresses that are its own, where APIs share paths.'),
  one('versionedBy', TEXT, 'What tells its version from another on the same paths: `header X-Version`.'),
  one('provider', TEXT, 'Who runs it.'),
] as const;

export const GOAL_KEYS = [
  one(
    'regulation',
    TEXT,
    'The law or standard behind it. `GDPR`, `PCI DSS`, `HIPAA` and `SOC 2` ask questions of what is protected; others are labels.',
  ),
  one(
    'property',
    words({
      authentication: 'Everyone is who they say: against spoofing.',
      integrity: 'Nothing is changed unnoticed: against tampering.',
      accountability: 'Nobody can deny what they did: against repudiation.',
      confidentiality: 'Only the right people read it: against disclosure.',
      availability: 'It is there when needed: against denial of service.',
      authorization: 'Everyone does only what they may: against elevation of privilege.',
    }),
    'The property that must hold.',
  ),
  many('protects', WHERE, 'What it is about: data, APIs, business flows.'),
  one('acceptable', words(LEVEL_MEANINGS), 'The highest level of risk that is accepted there.'),
] as const;

export const DATA_KEYS = [
  one('class', words(CLASS_MEANINGS), 'How sensitive it is.'),
  many('schemas', { kind: 'schema' }, 'Schemas that hold it: `Customer`, `store Customer`.'),
  many('fields', { kind: 'field' }, 'Fields that hold it, by name or `Schema.field`.'),
] as const;

export const ACTOR_KEYS = [
  one('zone', idOf('zones'), 'Where it acts from.'),
  many('calls', WHERE, 'What it calls when all is well.'),
] as const;

export const COMPONENT_KEYS = [
  one(
    'kind',
    words({
      service: 'A program that answers or works.',
      gateway: 'What calls pass on their way to an API.',
      datastore: 'Where data is kept.',
      queue: 'Where messages wait.',
      cache: 'Where copies are kept for speed.',
      identity: 'Who says who somebody is.',
      external: 'What somebody else runs.',
    }),
    'What it is.',
  ),
  one('zone', idOf('zones'), 'The zone that it runs in.'),
  many('holds', idOf('data'), 'The data that it keeps.'),
  many('ports', TEXT, 'Ports that it listens on.'),
  many('settings', { kind: 'file' }, 'Files that configure it; a change of them is drift.'),
  one('provider', TEXT, 'Who runs it.'),
  one(
    'spec',
    { kind: 'spec' },
    'Path or glob of the OpenAPI description of what it serves, from this file: operations that we call.',
  ),
] as const;

export const FLOW_KEYS = [
  many('carries', idOf('data'), 'The data that goes along it, either way.'),
  one('over', TEXT, 'The protocol: `https`, `tls`, `mtls`.'),
] as const;

export const ZONE_KEYS = [
  one(
    'trust',
    words({
      untrusted: 'Anyone may be there.',
      'semi-trusted': 'Ours, and reached by others.',
      trusted: 'Ours, and reached by us alone.',
    }),
    'How far what is in it is trusted.',
  ),
] as const;

export const ENVIRONMENT_KEYS = [many('servers', TEXT, 'The addresses of its servers.')] as const;

export const BUSINESS_FLOW_KEYS = [
  many('operations', WHERE, 'Its operations, in order: worth abusing although each call is allowed.'),
] as const;

export const RULE_KEYS = [
  one(
    'level',
    words({ off: 'It finds nothing.', ...LEVEL_MEANINGS }),
    'The level of what it finds, before any answer, or `off`.',
  ),
  one('reason', TEXT, 'Why.'),
] as const;
