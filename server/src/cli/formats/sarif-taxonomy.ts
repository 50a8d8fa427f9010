import { weaknessOf } from '../../core/index';

const CWE = { name: 'CWE', index: 0 };

/** A rule's weaknesses as relations to the run's taxonomy. */
export function relationships(cwe: readonly number[]) {
  const related = cwe.map((id) => ({ target: { id: String(id), toolComponent: CWE }, kinds: ['relevant'] }));
  return related.length === 0 ? {} : { relationships: related };
}

/** A result's own weaknesses: those of its rule's that it shows. */
export function taxa(cwe: readonly number[]) {
  return cwe.length === 0 ? {} : { taxa: cwe.map((id) => ({ id: String(id), toolComponent: CWE })) };
}

/** What the driver says of it. */
export function supported(cwe: readonly number[]) {
  return cwe.length === 0 ? {} : { supportedTaxonomies: [CWE] };
}

/** The weaknesses of the run's rules, ascending and each once, with their titles where our table has them. */
export function taxonomies(cwe: readonly number[]) {
  const ids = [...new Set(cwe)].sort((a, b) => a - b);
  if (ids.length === 0) return {};
  const taxa = ids.map((id) => ({ id: String(id), ...titleOf(id) }));
  return { taxonomies: [{ ...ABOUT, taxa }] };
}

const ABOUT = {
  name: 'CWE',
  organization: 'MITRE',
  informationUri: 'https://cwe.mitre.org/',
  shortDescription: { text: 'Common Weakness Enumeration' },
  isComprehensive: false,
};

function titleOf(id: number) {
  const title = weaknessOf(id)?.title;
  return title === undefined ? {} : { shortDescription: { text: title } };
}
