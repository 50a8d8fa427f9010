import { CONTROLS } from '../../../controls';
import { categoryOf } from '../../../model';
import { parseStatement } from '../../../model/grammar/statement';
import type { Operation } from '../../../openapi/types';
import { ruleById } from '../../../rules';
import type { Stride } from '../../../rules/types';
import type { Candidate } from '../item';
import { textsAt, valueAt } from '../sketch/read-sketch';
import type { SketchNode } from '../sketch/types';
import type { Around } from '../slot';
import type { Source } from '../source';
import { foundBy } from './catalogue-names';

/** Controls: first those that answer what the entry covers, then those that answer something open. */
export function controlItems(source: Source, { entry }: Around): Candidate[] {
  const found = foundBy(source);
  const covered = rulesCovered(source, entry);
  const sum = (answers: readonly string[], counts: ReadonlyMap<string, number>) =>
    answers.reduce((total, rule) => total + (counts.get(rule) ?? 0), 0);
  const order = CONTROLS.map((control, index) => {
    const { answers } = control;
    return { control, index, count: sum(answers, found), fitting: sum(answers, covered) };
  });
  order.sort((a, b) => b.fitting - a.fitting || Math.sign(b.count) - Math.sign(a.count) || a.index - b.index);
  return order.map(({ control: { id, title }, count }) => ({
    label: id,
    kind: 'catalogue',
    text: id,
    detail: count === 0 ? title : `${title} · answers ${count} open here`,
    filter: `${id} ${title}`,
    about: { role: 'control', name: id },
  }));
}

/** What an entry covers, as a control is asked to answer it. */
interface Covered {
  readonly rules: readonly string[];
  /** Empty for all of them. */
  readonly categories: readonly Stride[];
  readonly wheres: readonly string[];
}

/** How weighty each rule is among what an entry covers: one that it names, else one that finds something there. */
function rulesCovered(source: Source, entry: SketchNode | null): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (rule: string, weight: number) => weights.set(rule, (weights.get(rule) ?? 0) + weight);
  for (const text of textsAt(entry, 'covers')) {
    const { rules, categories, wheres } = threatCovered(source, text) ?? statementCovered(text);
    for (const rule of rules) add(rule, NAMED);
    if (rules.length > 0) continue;
    const operations = new Set(wheres.flatMap((where) => source.operationsAt(where).map(({ operation }) => operation)));
    for (const rule of findersOn(source, operations)) if (isOf(rule, categories)) add(rule, 1);
  }
  return weights;
}

const NAMED = 100;

function threatCovered(source: Source, id: string): Covered | null {
  const threat = valueAt(valueAt(source.root, 'threats'), id);
  if (threat === undefined) return null;
  return {
    rules: textsAt(threat, 'rule'),
    categories: textsAt(threat, 'stride').flatMap((word) => categoryOf(word) ?? []),
    wheres: textsAt(threat, 'affects'),
  };
}

function statementCovered(text: string): Covered {
  const parsed = parseStatement(text);
  if ('error' in parsed) return { rules: [], categories: [], wheres: [] };
  const { what, whereStart } = parsed.value;
  return { rules: what?.rules ?? [], categories: what?.categories ?? [], wheres: [text.slice(whereStart)] };
}

/** The rules that find something on these operations, once for each finding. */
function findersOn(source: Source, operations: ReadonlySet<Operation>): string[] {
  const findings = source.apis.flatMap(({ api }) => api.findings);
  const there = findings.filter((finding) => finding.operations.some((operation) => operations.has(operation)));
  return there.map(({ rule }) => rule);
}

function isOf(rule: string, categories: readonly Stride[]): boolean {
  const [first] = ruleById(rule)?.stride ?? [];
  return categories.length === 0 || (first !== undefined && categories.includes(first));
}
