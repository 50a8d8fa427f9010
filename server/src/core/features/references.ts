import { asvsSection, weaknessOf } from '../catalogue';
import type { Rule } from '../rules/types';
import { escapeMarkdown } from './markdown';

/** An id under which others know a weakness, an attack or a requirement. */
export interface Reference {
  /** As people write it: `API1:2023`, `CWE-639`, `CAPEC-62`, `8.2.2`. */
  readonly id: string;
  /** Its title, or its section's; empty where we keep none. */
  readonly title: string;
  /** Where it is explained; empty where we know no lasting address. */
  readonly url: string;
}

/** References of one list of ids. */
export interface ReferenceGroup {
  readonly source: string;
  readonly references: readonly Reference[];
}

/** What carries ids: a rule, or a finding with its rule's. */
type Known = Pick<Rule, 'owasp' | 'cwe' | 'capec' | 'asvs'>;

/** The ids of a rule or a finding with their titles, by the list that they are of; lists without any are left out. */
export function referencesOf({ owasp, cwe, capec = [], asvs = [] }: Known): ReferenceGroup[] {
  const groups: ReferenceGroup[] = [
    { source: 'OWASP API Security Top 10', references: owasp.map((id) => ({ id, title: '', url: '' })) },
    { source: 'CWE', references: cwe.map(weakness) },
    { source: 'CAPEC', references: capec.map(pattern) },
    { source: 'OWASP ASVS 5.0', references: asvs.map((id) => ({ id, title: asvsSection(id) ?? '', url: '' })) },
  ];
  return groups.filter(({ references }) => references.length > 0);
}

function weakness(number: number): Reference {
  const url = `https://cwe.mitre.org/data/definitions/${number}.html`;
  return { id: `CWE-${number}`, title: weaknessOf(number)?.title ?? '', url };
}

function pattern(number: number): Reference {
  return { id: `CAPEC-${number}`, title: '', url: `https://capec.mitre.org/data/definitions/${number}.html` };
}

/** The same as a section of a Markdown page; empty where there are none. */
export function explainReferences(known: Known): string {
  const lines = referencesOf(known).map(
    ({ source, references }) => `- ${source}: ${references.map(linked).join(', ')}`,
  );
  return lines.length === 0 ? '' : ['## Known as', lines.join('\n')].join('\n\n');
}

function linked({ id, title, url }: Reference): string {
  const name = url === '' ? escapeMarkdown(id) : `[${id}](${url})`;
  return title === '' ? name : `${name} ${escapeMarkdown(title)}`;
}
