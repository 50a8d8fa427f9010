import type { Clause } from './clause';

type Shared = Omit<Clause, 'number'>;

/** Questions that several regulations ask: one answer is an answer to all of them. */
export const ENCRYPTION_IN_TRANSIT: Shared = {
  id: 'encryption-in-transit',
  topic: 'encryption in transit',
  question: 'Is every way that it takes encrypted?',
  stride: [],
  controls: ['transport-encryption'],
  rules: ['cleartext-transport', 'unprotected-way-on'],
};

export const LEAST_PRIVILEGE: Shared = {
  id: 'least-privilege',
  topic: 'least privilege',
  question: 'Does everyone reach only what their task needs?',
  stride: ['E', 'I'],
  controls: [],
  rules: [],
};

export const CALLER_AUTHENTICATION: Shared = {
  id: 'caller-authentication',
  topic: 'authentication',
  question: 'Does everyone who calls prove who they are?',
  stride: ['S'],
  controls: [],
  rules: [],
};

export const AUDIT_TRAIL: Shared = {
  id: 'audit-trail',
  topic: 'an audit trail',
  question: 'Is it recorded who did what and when, so that somebody notices what is wrong?',
  stride: ['R'],
  controls: ['audit-log'],
  rules: [],
};
