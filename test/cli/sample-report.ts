import type { Report, ReportedFinding } from '../../server/src/cli/report/report';
import type { Finding, Place } from '../../server/src/core/index';
import { EMPTY_BLOCK } from '../../server/src/core/text';

const at: Place = { uri: 'file:///shop/api/openapi.yaml', block: EMPTY_BLOCK, start: 0, end: 4 };

const security = { source: 'none', alternatives: [], anonymous: true, optional: false, at: null } as const;
const operation: Finding['operations'][number] = {
  kind: 'operation',
  method: 'GET',
  path: '/orders/{orderId}',
  name: '',
  operationId: 'getOrder',
  summary: '',
  tags: [],
  deprecated: false,
  security,
  servers: [],
  parameters: [],
  request: null,
  responses: [],
  extensions: [],
  at,
  pathAt: at,
  shape: {},
};

const definition: Finding['definition'] = {
  id: 'ownership',
  title: 'A caller reaches what is not theirs',
  stride: ['elevation-of-privilege', 'information-disclosure'],
  owasp: ['API1:2023', 'API1:2019'],
  cwe: [639],
  capec: [1],
  asvs: ['8.2.2'],
  controls: ['ownership-check'],
  dread: [8, 9, 7, 8, 6],
  dreadReasons: ['a', 'b', 'c', 'd', 'e'],
  impact: 'Orders of others can be read.',
  falsePositive: 'The id is a secret.',
  mend: 'Say so.',
  stubs: { reduce: '', transfer: '', avoid: '', accept: '' },
  when: [],
  evidence: () => null,
};

export const sampleFinding: Finding = {
  rule: 'ownership',
  definition,
  threat: null,
  title: definition.title,
  message: 'GET /orders/{orderId} takes an order id and nothing ties it to the caller',
  stride: definition.stride,
  owasp: definition.owasp,
  cwe: definition.cwe,
  acceptable: 'low',
  severity: 'warning',
  certainty: 'shown',
  state: 'threatened',
  risk: { method: 'dread', inherent: 7.6, residual: 7.6, level: 'high', rank: 7.6 },
  basis: {
    operation,
    exposure: 'internet',
    outgoing: false,
    rule: definition,
    evidence: null,
    certainty: 'shown',
    threat: null,
    harmed: [],
    attackers: [],
    answers: [],
    level: null,
    settings: {
      method: 'dread',
      bands: { medium: 4, high: 7, critical: 9 },
      matrix: null,
      discoverability: 'derived',
    },
  },
  operations: [operation],
  members: [],
  part: 'path.orderId',
  at,
  answers: [],
  lacking: '',
  apiWide: false,
  fingerprint: '0011223344556677',
  id: '1',
};

const mitigated = {
  spoofing: 'mitigated',
  tampering: 'unanswered',
  repudiation: 'unanswered',
  'information-disclosure': 'unanswered',
  'denial-of-service': 'unanswered',
  'elevation-of-privilege': 'threatened',
} as const;

const api: ReportedFinding['api'] = {
  beside: null,
  id: 'store',
  description: {
    uri: at.uri,
    version: '3.1',
    title: 'Shop',
    apiVersion: '1',
    servers: [],
    schemes: new Map(),
    security: null,
    operations: [operation],
    problems: [],
    at,
  },
  exposure: 'internet',
  called: null,
  acceptable: 'low',
  models: [],
  findings: [],
  coverage: new Map([[operation, mitigated]]),
  notChecked: [],
};

/** A finding of the sample API with these differences. */
export function reported(changes: Partial<Finding> = {}, line = 9): ReportedFinding {
  const range = { start: { line, character: 4 }, end: { line, character: 7 } };
  return { api, finding: { ...sampleFinding, ...changes }, location: { path: '/shop/api/openapi.yaml', range } };
}

/** A report of the sample API, run in /shop/api, whose repository is /shop. */
export function reportOf(findings: readonly ReportedFinding[], changes: Partial<Report> = {}): Report {
  return {
    apis: [api],
    findings,
    goals: [],
    problems: [],
    notChecked: [],
    roots: ['/shop'],
    workingDirectory: '/shop/api',
    ...changes,
  };
}

/** What a threat model's entry adds to a finding. */
export const writtenThreat: Partial<Finding> = {
  rule: 'written-threat',
  definition: null,
  threat: {
    id: 'enumerate',
    title: 'Somebody counts',
    affects: [],
    stride: ['tampering'],
    rule: '',
    owasp: [],
    cwe: [],
    weaknesses: [],
    by: [],
    harms: [],
    attacks: ['ID enumeration', 'carpets'].map((text) => ({ text, at })),
    dread: null,
    owaspRating: null,
    pasta: null,
    at,
  },
  title: 'Somebody counts',
};
