import { type Cell, pairsOf, textAt } from '../../model/read/cells';
import { factorsOf } from '../../model/read/values';
import type { KeyDefinition } from '../../model/schema/schema-types';
import { sectionNamed } from '../../model/schema/sections';
import { dreadScore, levelOf, mergeDread, type OwaspRating, owaspRating, pastaScore } from '../../risk';
import { ruleById } from '../../rules';
import { type Position, positionOf, type SourceDocument } from '../../text';
import { outerSpan } from './extents';
import type { InlayHint } from './hints';
import { type OutlineNode, outlineOf } from './outline';

/** Score and level of each vector of a model's threats. */
export function vectorHints(document: SourceDocument): InlayHint[] {
  const threats = outlineOf(document).find(({ key }) => key === 'threats')?.entries ?? [];
  return threats.flatMap((threat) => {
    const pairs = pairsOf(threat.value);
    const rule = pairs.find(({ key }) => key === 'rule');
    return pairs.flatMap(({ key, value }): InlayHint[] => {
      const hint = HINTS[key]?.(value, rule === undefined ? '' : textAt(rule.value)) ?? null;
      return hint === null ? [] : [{ position: endOf(document, value), ...hint }];
    });
  });
}

type Hint = Pick<InlayHint, 'label' | 'tooltip'>;

const HINTS: Readonly<Record<string, (value: Cell, rule: string) => Hint | null>> = {
  dread: (value, rule) => dreadHint(value, rule),
  pasta: (value) => pastaHint(value),
  owaspRating: (value) => owaspHint(value),
};

const UNKNOWN = [5, 5, 5, 5, 5] as const;

function dreadHint(value: Cell, rule: string): Hint | null {
  const named = numbersAt(value, 'dread');
  if (named === null || named.every((factor) => factor === null)) return null;
  const score = dreadScore(mergeDread(named, ruleById(rule.replace(/^.*\//, ''))?.dread ?? UNKNOWN));
  return {
    label: `${rounded(score)} ${levelOf(score)}`,
    tooltip: 'DREAD: the mean of the five, of 10, before any answer',
  };
}

function pastaHint(value: Cell): Hint | null {
  const [threat, vulnerability, impact] = numbersAt(value, 'pasta') ?? [];
  if (threat == null || vulnerability == null || impact == null) return null;
  const score = pastaScore(threat, vulnerability, impact);
  const tooltip = 'PASTA-style: probability of attack, times that of success, times impact, of 10, before any answer';
  return { label: `${rounded(score)} ${levelOf(score)}`, tooltip };
}

function owaspHint(value: Cell): Hint | null {
  const words = new Map(pairsOf(value).map((pair) => [pair.key, textAt(pair.value)]));
  const numbers = (key: string) => {
    const pair = pairsOf(value).find((candidate) => candidate.key === key);
    return pair === undefined ? [] : (numbersAt(pair.value, 'owaspRating', key) ?? []).filter((one) => one !== null);
  };
  const rating = owaspRating({
    likelihood: words.get('likelihood') ?? '',
    impact: words.get('impact') ?? '',
    agent: numbers('agent'),
    vulnerability: numbers('vulnerability'),
    technical: numbers('technical'),
    business: numbers('business'),
  });
  return rating === null
    ? null
    : { label: rating.level, tooltip: `OWASP Risk Rating: ${reasonOf(rating)}, before any answer` };
}

function reasonOf({ likelihood, impact }: OwaspRating): string {
  const part = (name: string, { score, level }: OwaspRating['impact']) =>
    `${name} ${score === null ? '' : `${rounded(score)} `}${level}`;
  return `${part('likelihood', likelihood)}, ${part('impact', impact)}`;
}

/** The numbers of a vector or of the map of its factors; null where it is neither. */
function numbersAt(value: Cell, key: string, inner?: string): (number | null)[] | null {
  const own = keyNamed(sectionNamed('threats')?.keys, key);
  const definition = inner === undefined || own?.type.kind !== 'map' ? own : keyNamed(own.type.keys, inner);
  return definition?.type.kind === 'numbers' ? factorsOf(value, definition.type.factors) : null;
}

function keyNamed(keys: readonly KeyDefinition[] = [], name: string): KeyDefinition | undefined {
  return keys.find((key) => key.name === name);
}

function endOf(document: SourceDocument, { block, node }: OutlineNode['value']): Position {
  return positionOf(document, block, outerSpan(block, node).end);
}

/** One decimal, and none where it is 0. */
function rounded(score: number): string {
  return String(Math.round(score * 10) / 10);
}
