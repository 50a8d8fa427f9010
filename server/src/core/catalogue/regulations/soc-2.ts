import type { Regulation } from './clause';
import { AUDIT_TRAIL, CALLER_AUTHENTICATION, ENCRYPTION_IN_TRANSIT } from './shared-clauses';

export const SOC_2: Regulation = {
  name: 'SOC 2',
  edition: 'SOC 2, Trust Services Criteria of 2017',
  also: ['soc2type1', 'soc2type2', 'soc2typei', 'soc2typeii', 'socii', 'ssae18'],
  classes: [],
  clauses: [
    {
      ...CALLER_AUTHENTICATION,
      number: 'CC6.1',
      stride: ['S', 'E'],
      question: 'Does everyone who calls prove who they are, and reach only what they may?',
    },
    {
      id: 'outer-boundary',
      number: 'CC6.6',
      topic: 'the outer boundary',
      question: 'Is what comes from outside checked before it changes or reaches anything?',
      stride: ['T'],
      controls: [],
      rules: ['server-side-request-forgery', 'xml-external-entities', 'permissive-cors', 'internal-server-listed'],
    },
    { ...ENCRYPTION_IN_TRANSIT, number: 'CC6.7' },
    { ...AUDIT_TRAIL, number: 'CC7.2' },
    {
      id: 'staying-available',
      number: 'A1.2',
      topic: 'availability',
      question: 'Is it there when it is needed, also under load and after a failure?',
      stride: ['D'],
      controls: [],
      rules: [],
    },
    {
      id: 'confidential-data',
      number: 'C1.1',
      topic: 'confidentiality',
      question: 'Is it known which data is confidential, and does nobody read it who may not?',
      stride: ['I'],
      controls: [],
      rules: ['sensitive-data-in-query', 'secret-in-example', 'secret-sent-out'],
    },
  ],
};
