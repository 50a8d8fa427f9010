import { allWeaknesses, OWASP_TITLES, STRIDE_NAMES, techniqueOf, techniques, type Weakness } from '../../../catalogue';
import { PLAIN_WORDS } from '../../../coverage';
import { CATEGORY_WORDS, categoryOf } from '../../../model';
import { RULES, ruleById } from '../../../rules';
import { type Rule, STRIDE, type Stride } from '../../../rules/types';
import type { Candidate } from '../item';
import { textIn, textsAt, valueAt } from '../sketch/read-sketch';
import type { Around } from '../slot';
import type { Source } from '../source';

/** The six categories with their plain words. */
export function categoryItems(taken: ReadonlySet<Stride>): Candidate[] {
  return STRIDE.filter((category) => !taken.has(category)).map((category) => {
    const word = CATEGORY_WORDS[category];
    return {
      label: word,
      kind: 'category',
      text: word,
      detail: PLAIN_WORDS[category],
      about: { role: 'category', name: word },
    };
  });
}

/** Rules, those first that find something open in the model's APIs. */
export function ruleItems(source: Source, taken: ReadonlySet<string>, found = foundBy(source)): Candidate[] {
  const rules = RULES.filter(({ id }) => !taken.has(id));
  const order = rules.map((rule, index) => ({ rule, index, count: found.get(rule.id) ?? 0 }));
  order.sort((a, b) => Math.sign(b.count) - Math.sign(a.count) || a.index - b.index);
  return order.map(({ rule, count }) => ruleItem(rule, count));
}

function ruleItem({ id, title, stride }: Rule, count: number): Candidate {
  const letters = stride.map((category) => category.charAt(0).toUpperCase()).join('');
  const here = count === 0 ? '' : ` · ${count} open here`;
  const filter = `${id} ${title}`;
  return {
    label: id,
    kind: 'rule',
    text: id,
    detail: `${letters} · ${title}${here}`,
    filter,
    about: { role: 'rule', name: id },
  };
}

/** How many open findings each rule has. */
export function foundBy(source: Source): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { finding } of source.openFindings()) found.set(finding.rule, (found.get(finding.rule) ?? 0) + 1);
  return found;
}

/** Attack techniques; those first that fit the threat's categories and rule. */
export function techniqueItems(around: Around, taken: ReadonlySet<string>): Candidate[] {
  const letters = new Set(categoriesOf(around).map((category) => category.charAt(0).toUpperCase()));
  const rule = textIn(valueAt(around.entry, 'rule'));
  const named = new Set([...taken].map((name) => techniqueOf(name)?.id));
  const rank = (fits: boolean, byRule: boolean) => Number(byRule) * 2 + Number(fits);
  return techniques()
    .filter(({ id }) => !named.has(id))
    .map((one) => ({
      one,
      rank: rank(
        one.stride.some((letter) => letters.has(letter)),
        one.rules.includes(rule),
      ),
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one: { id, name, meets, also, stride } }) => ({
      label: id,
      kind: 'catalogue',
      text: id,
      detail: meets,
      filter: [id, name, ...also, ...stride.map((letter) => STRIDE_NAMES[letter])].join(' '),
      about: { role: 'attack', name: id },
    }));
}

/** Items of the OWASP API Security Top 10; those of the threat's rule and techniques first. */
export function owaspItems(around: Around, taken: ReadonlySet<string>): Candidate[] {
  const fitting = new Set([...(ruleOf(around)?.owasp ?? []), ...attacksOf(around).flatMap(({ owasp }) => owasp)]);
  const ids = Object.keys(OWASP_TITLES).filter((id) => !taken.has(id));
  const sorted = [...ids.filter((id) => fitting.has(id)), ...ids.filter((id) => !fitting.has(id))];
  return sorted.map((id) => ({
    label: id,
    kind: 'catalogue',
    text: id,
    detail: OWASP_TITLES[id] ?? '',
    filter: `${id} ${OWASP_TITLES[id] ?? ''}`,
    about: { role: 'owasp', name: id },
  }));
}

/** Weaknesses that a threat may have, found by number or by words of the title; those that fit the threat first. */
export function weaknessItems(around: Around, taken: ReadonlySet<string>): Candidate[] {
  const [sure, likely] = fittingWeaknesses(around);
  const rank = ({ id }: Weakness) => Number(sure.has(id)) * 2 + Number(likely.has(id));
  return [...allWeaknesses()]
    .filter(({ id, mapping }) => (mapping === 'allowed' || mapping === 'review') && !taken.has(String(id)))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => b.rank - a.rank || a.one.id - b.one.id)
    .map(({ one: { id, title } }) => ({
      label: String(id),
      kind: 'catalogue',
      text: String(id),
      detail: title,
      // What people call it stands in brackets at the end, and what is typed is held against the beginning first.
      filter: `${id} ${/\('([^']+)'\)/.exec(title)?.[1] ?? ''} ${title} CWE-${id}`,
      about: { role: 'cwe', name: String(id) },
      isNumber: true,
    }));
}

/** Numbers that the threat's rule and techniques have, and those of rules of its categories. */
function fittingWeaknesses(around: Around): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const sure = new Set([...(ruleOf(around)?.cwe ?? []), ...attacksOf(around).flatMap(({ cwe }) => cwe)]);
  const categories = new Set(categoriesOf(around));
  const likely = RULES.filter(({ stride: [first] }) => categories.has(first)).flatMap(({ cwe }) => cwe);
  return [sure, new Set(likely)];
}

function ruleOf({ entry }: Around): Rule | undefined {
  return ruleById(textIn(valueAt(entry, 'rule')));
}

function attacksOf({ entry }: Around) {
  return textsAt(entry, 'attack').flatMap((name) => techniqueOf(name) ?? []);
}

function categoriesOf({ entry }: Around): Stride[] {
  return textsAt(entry, 'stride').flatMap((word) => categoryOf(word) ?? []);
}
