import { categoryOf } from '../../../model';
import { wordsOf } from '../../../model/grammar/scanner';
import { parseWhat } from '../../../model/grammar/statement';
import { placeStart } from '../../../model/grammar/where';
import type { Operation } from '../../../openapi/types';
import { ruleById } from '../../../rules';
import type { Stride } from '../../../rules/types';
import type { Candidate } from '../item';
import type { Around } from '../slot';
import { textOfKey } from '../slot';
import type { Source } from '../source';
import { categoryItems, ruleItems } from './catalogue-names';
import { clauseItems, clauseStatements } from './clause-names';
import { idItems } from './ids';
import { type PlaceKinds, placeItems } from './places';

const MOST_FINDINGS = 40;

/** What may stand at the cursor of a statement: what, `on`, where; or a threat, or a place beside a `control`. */
export function statementItems(
  source: Source,
  written: string,
  at: number,
  around: Around,
  kinds: PlaceKinds,
): Candidate[] {
  const on = onBefore(written, at);
  if (on !== null) {
    const first = isFoundBy(source, written.slice(0, on.start));
    return placeItems(source, written, on.end, at, {
      sections: kinds.sections.filter((name) => name !== 'threats'),
      isFirst: first,
    });
  }
  const wordStart = at - (/[^\s,]*$/.exec(written.slice(0, at))?.[0].length ?? 0);
  const head = written.slice(0, wordStart);
  if (head.trim() === '') return startItems(source, written, at, wordStart, around, kinds);
  const last = wordsOf(head.replaceAll(',', ' , ')).at(-1)?.text ?? '';
  const span = [wordStart, at + (/^[^\s,]*/.exec(written.slice(at))?.[0].length ?? 0)] as const;
  if (last === 'and' || last === ',') return whatItems(source, head, span, isFollowed(written, span[1]));
  if (placeStart(head) === 'no' && 'value' in parseWhat(head) && !isId(source, head.trim()))
    return joinItems(span, last);
  return placeItems(source, written, 0, at, kinds);
}

function isId(source: Source, word: string): boolean {
  return source.has(word);
}

/** The `on` before the cursor that ends *what*. */
function onBefore(written: string, at: number): { readonly start: number; readonly end: number } | null {
  const found = /(^|\s)on\s/.exec(written.slice(0, at));
  if (found === null) return null;
  const start = found.index + (found[1] ?? '').length;
  return placeStart(written.slice(0, start)) === 'no' ? { start, end: start + 3 } : null;
}

/** Whether `on` stands behind the word already. */
function isFollowed(written: string, end: number): boolean {
  return /^\s+(?:on|and)\b|^\s*,/.test(written.slice(end));
}

function startItems(
  source: Source,
  written: string,
  at: number,
  wordStart: number,
  around: Around,
  kinds: PlaceKinds,
): Candidate[] {
  const span = [wordStart, at + (/^[^\s,]*/.exec(written.slice(at))?.[0].length ?? 0)] as const;
  const followed = isFollowed(written, span[1]);
  if (followed) return whatItems(source, '', span, true);
  const whole = [0, written.length] as const;
  const threats = kinds.sections.includes('threats')
    ? idItems(source, ['threats'], new Set()).map((item) => ({ ...item, span: whole }))
    : [];
  const places =
    textOfKey(around, 'control') === ''
      ? []
      : placeItems(source, written, 0, at, { ...kinds, sections: kinds.sections.filter((name) => name !== 'threats') });
  const all: Candidate = {
    label: 'all',
    kind: 'category',
    text: 'all on ',
    span,
    detail: 'every category',
    asks: true,
  };
  const what = whatItems(source, '', span, false);
  const categories = what.filter(({ kind }) => kind === 'category');
  const rules = what.filter(({ kind }) => kind === 'rule');
  const findings = [...findingItems(source, whole), ...clauseStatements(source, whole)];
  return places.length > 0
    ? [...threats, ...places, ...categories, ...rules]
    : [...threats, ...categories, all, ...findings, ...rules];
}

/** Categories and rules that are not named before; `on` comes with them where it does not stand there. */
function whatItems(
  source: Source,
  head: string,
  span: readonly [number, number],
  isFollowedByOn: boolean,
): Candidate[] {
  const { categories, rules } = namedIn(head);
  const items = [...categoryItems(categories), ...ruleItems(source, rules), ...clauseItems(source, rules)];
  return items.map((item) =>
    isFollowedByOn ? { ...item, span } : { ...item, text: `${item.text} on `, span, asks: true },
  );
}

/** `on` and `and` behind what is said so far. */
function joinItems(span: readonly [number, number], last: string): Candidate[] {
  const on: Candidate = { label: 'on', kind: 'word', text: 'on ', span, detail: 'and then where', asks: true };
  if (last === 'all') return [on];
  return [on, { label: 'and', kind: 'word', text: 'and ', span, detail: 'another category or rule', asks: true }];
}

function namedIn(head: string): { readonly categories: ReadonlySet<Stride>; readonly rules: ReadonlySet<string> } {
  const words = head.split(/[\s,]+/);
  return { categories: new Set(words.flatMap((word) => categoryOf(word) ?? [])), rules: new Set(words) };
}

/** Open findings as whole statements, the riskiest first. */
function findingItems(source: Source, span: readonly [number, number]): Candidate[] {
  return source
    .openFindings()
    .slice(0, MOST_FINDINGS)
    .flatMap(({ id, finding }): Candidate[] => {
      const [operation] = finding.operations;
      if (operation === undefined) return [];
      const text = `${finding.rule} on ${source.placeOf(id, operation)}`;
      const detail = `${finding.risk.level} · ${finding.title}`;
      return [
        {
          label: text,
          kind: 'text',
          text,
          span,
          detail,
          filter: `${text} ${finding.title}`,
          about: { role: 'rule', name: finding.rule },
        },
      ];
    });
}

/** Whether something of this *what* is open on an operation. */
function isFoundBy(source: Source, what: string): (operation: Operation) => boolean {
  const { categories, rules } = namedIn(what);
  const touched = new Set<Operation>();
  for (const { finding } of source.openFindings()) {
    const [category] = ruleById(finding.rule)?.stride ?? [];
    const counts = rules.has(finding.rule) || (category !== undefined && categories.has(category));
    if (counts) for (const operation of finding.operations) touched.add(operation);
  }
  return (operation) => touched.has(operation);
}
