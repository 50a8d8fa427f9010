import { LEVEL_MEANINGS } from './common';
import { type Factor, idOf, many, one, WHERE, words } from './schema-types';

/** DREAD, 0-10 each, in the order of `8/9/7/8/6`. */
export const DREAD_FACTORS: readonly Factor[] = [
  { name: 'damage', maximum: 10, doc: 'How bad it is when it happens.' },
  { name: 'reproducibility', maximum: 10, doc: 'How reliably it works.' },
  { name: 'exploitability', maximum: 10, doc: 'How little it takes to do.' },
  { name: 'affected', maximum: 10, doc: 'How many people it hits.' },
  { name: 'discoverability', maximum: 10, doc: 'How easily it is found.' },
];

export const PASTA_FACTORS: readonly Factor[] = [
  { name: 'threat', maximum: 1, doc: 'How probable the attack is, 0 to 1.' },
  { name: 'vulnerability', maximum: 1, doc: 'How probable it is that it works, 0 to 1.' },
  { name: 'impact', maximum: 10, doc: 'What it costs the business, 0 to 10.' },
];

const OWASP_FACTOR_DOCS: Readonly<Record<string, string>> = {
  skill: 'How able the attackers are.',
  motive: 'What they would gain.',
  opportunity: 'What access and means they need: 9 is none.',
  size: 'How many they are: 9 is anyone on the internet.',
  discovery: 'How easily it is found.',
  exploit: 'How easily it is used.',
  awareness: 'How well it is known.',
  detection: 'How likely it stays unseen.',
  confidentiality: 'How much is read.',
  integrity: 'How much is changed.',
  availability: 'How much stops.',
  accountability: 'How little can be traced.',
  financial: 'What it costs.',
  reputation: 'What people will think.',
  compliance: 'Which duties it breaks.',
  privacy: 'How many people it concerns.',
};

function factors(...names: readonly string[]): { readonly kind: 'numbers'; readonly factors: readonly Factor[] } {
  return { kind: 'numbers', factors: names.map((name) => ({ name, maximum: 9, doc: OWASP_FACTOR_DOCS[name] ?? '' })) };
}

export const OWASP_KEYS = [
  one('likelihood', words(LEVEL_MEANINGS), 'How likely it is.'),
  one('impact', words(LEVEL_MEANINGS), 'How much it hurts.'),
  one('agent', factors('skill', 'motive', 'opportunity', 'size'), 'The attackers, 0 to 9: `5/2/7/1`.'),
  one(
    'vulnerability',
    factors('discovery', 'exploit', 'awareness', 'detection'),
    'The weakness, 0 to 9: ease of discovery and exploit, awareness, detection.',
  ),
  one(
    'technical',
    factors('confidentiality', 'integrity', 'availability', 'accountability'),
    'Loss of confidentiality, integrity, availability, accountability, 0 to 9.',
  ),
  one(
    'business',
    factors('financial', 'reputation', 'compliance', 'privacy'),
    'Financial and reputation damage, non-compliance, privacy, 0 to 9.',
  ),
] as const;

export const THREAT_KEYS = [
  many('affects', WHERE, 'Where it strikes.'),
  many(
    'stride',
    { kind: 'category' },
    'Its categories: spoofing, tampering, repudiation, disclosure, denial, elevation.',
  ),
  one(
    'rule',
    { kind: 'rule' },
    'The rule whose findings there are this threat; while it finds none there, the threat stands by itself.',
  ),
  many('by', idOf('actors'), 'Who does it.'),
  many('harms', idOf('data', 'goals'), 'What it harms: data, goals.'),
  many(
    'attack',
    { kind: 'attack' },
    'How it is done, by the names of attack techniques: `forced-browsing`, `sql-injection`, ...',
  ),
  one('dread', { kind: 'numbers', factors: DREAD_FACTORS }, 'DREAD factors, 0 to 10: `8/9/7/8/6`.'),
  one('owaspRating', { kind: 'map', keys: OWASP_KEYS }, 'OWASP risk rating.'),
  one(
    'pasta',
    { kind: 'numbers', factors: PASTA_FACTORS },
    'PASTA: probability of attack and success, impact: `0.6/0.7/8`.',
  ),
  many('owasp', { kind: 'owasp' }, 'Ids of the OWASP API Security Top 10: `API1:2023`.'),
  many('cwe', { kind: 'cwe' }, 'Numbers of CWE weaknesses.'),
] as const;
