import { LEVELS } from './common';
import { type Factor, ID, type KeyDefinition, many, one, TEXT, WHERE, words } from './schema-types';

/** DREAD, 0-10 each, in the order of `8/9/7/8/6`. */
export const DREAD_FACTORS: readonly Factor[] = [
  { name: 'damage', maximum: 10, doc: 'How bad it is when it happens.' },
  { name: 'reproducibility', maximum: 10, doc: 'How reliably it works.' },
  { name: 'exploitability', maximum: 10, doc: 'How little it takes to do.' },
  { name: 'affected', maximum: 10, doc: 'How many people it hits.' },
  { name: 'discoverability', maximum: 10, doc: 'How easily it is found.' },
];

const PASTA_FACTORS: readonly Factor[] = [
  { name: 'threat', maximum: 1, doc: 'How probable the attack is, 0 to 1.' },
  { name: 'vulnerability', maximum: 1, doc: 'How probable it is that it works, 0 to 1.' },
  { name: 'impact', maximum: 10, doc: 'What it costs the business, 0 to 10.' },
];

const OWASP_GROUPS: readonly (readonly [name: string, doc: string, factors: readonly string[]])[] = [
  ['agent', 'Skill, motive, opportunity and size of the attackers.', ['skill', 'motive', 'opportunity', 'size']],
  [
    'vulnerability',
    'Ease of discovery and exploit, awareness, detection.',
    ['discovery', 'exploit', 'awareness', 'detection'],
  ],
  [
    'technical',
    'Loss of confidentiality, integrity, availability, accountability.',
    ['confidentiality', 'integrity', 'availability', 'accountability'],
  ],
  [
    'business',
    'Financial and reputation damage, non-compliance, privacy.',
    ['financial', 'reputation', 'compliance', 'privacy'],
  ],
];

const OWASP_KEYS: readonly KeyDefinition[] = [
  one('likelihood', words(...LEVELS), 'How likely it is.'),
  one('impact', words(...LEVELS), 'How much it hurts.'),
  ...OWASP_GROUPS.map(([name, doc, factors]) =>
    one(name, { kind: 'numbers', factors: factors.map((factor) => ({ name: factor, maximum: 9, doc: '' })) }, doc),
  ),
];

export const THREAT_KEYS: readonly KeyDefinition[] = [
  many('affects', WHERE, 'Where it strikes.'),
  many(
    'stride',
    { kind: 'word', words: [] },
    'Its categories: spoofing, tampering, repudiation, disclosure, denial, elevation.',
  ),
  one('rule', TEXT, 'The rule whose findings there are this threat.'),
  many('by', ID, 'Who does it.'),
  many('harms', ID, 'What it harms: data, goals.'),
  many('attack', TEXT, 'How it is done, by the names of attack techniques: `forced-browsing`, `sql-injection`, ...'),
  one('dread', { kind: 'numbers', factors: DREAD_FACTORS }, 'DREAD factors, 0 to 10: `8/9/7/8/6`.'),
  one('owaspRating', { kind: 'map', keys: OWASP_KEYS }, 'OWASP risk rating.'),
  one(
    'pasta',
    { kind: 'numbers', factors: PASTA_FACTORS },
    'PASTA: probability of attack and success, impact: `0.6/0.7/8`.',
  ),
  many('owasp', TEXT, 'Ids of the OWASP API Security Top 10: `API1:2023`.'),
  many('cwe', { kind: 'number' }, 'Numbers of CWE weaknesses.'),
];
