import type { Regulation } from './clause';
import { AUDIT_TRAIL, CALLER_AUTHENTICATION, ENCRYPTION_IN_TRANSIT, LEAST_PRIVILEGE } from './shared-clauses';

export const HIPAA: Regulation = {
  name: 'HIPAA',
  edition: 'HIPAA Security Rule, 45 CFR 164.312',
  also: ['hipaasecurityrule', 'hippa', '45cfr164', '45cfr164312'],
  classes: ['special', 'health', 'personal', 'government-id'],
  clauses: [
    { ...LEAST_PRIVILEGE, number: '164.312(a)(1)' },
    { ...AUDIT_TRAIL, number: '164.312(b)' },
    {
      id: 'data-integrity',
      number: '164.312(c)(1)',
      topic: 'integrity',
      question: 'Can nobody alter or destroy it who may not?',
      stride: ['T'],
      controls: [],
      rules: [],
    },
    { ...CALLER_AUTHENTICATION, number: '164.312(d)' },
    {
      ...ENCRYPTION_IN_TRANSIT,
      number: '164.312(e)(1)',
      rules: [...ENCRYPTION_IN_TRANSIT.rules, 'sensitive-data-in-query'],
    },
  ],
};
