import { type Cell, type Pair, pairsOf, pairsUnder, textAt } from '../../model/read/cells';
import { NO_RISK_WORDS, readRisk, riskOf } from '../../model/read/read-risk';
import { Report } from '../../model/read/report';
import { factorsOf } from '../../model/read/values';
import { LEVELS } from '../../model/schema/common';
import type { KeyDefinition } from '../../model/schema/schema-types';
import { sectionNamed } from '../../model/schema/sections';
import type { RiskSettings } from '../../model/types';
import {
  bandOf,
  dreadScore,
  levelIn,
  mergeDread,
  methodNamed,
  owaspLevel,
  pastaScore,
  SCORE_OF_WORD,
  UNKNOWN_DREAD,
} from '../../risk';
import { ruleById } from '../../rules';
import { type Position, positionOf, type SourceDocument } from '../../text';
import { outerSpan } from './extents';
import type { InlayHint } from './hints';
import { type OutlineNode, outlineOf } from './outline';

/** Score and level of each vector of a model's threats. */
export function vectorHints(document: SourceDocument): InlayHint[] {
  const settings = settingsIn(document);
  const threats = outlineOf(document).find(({ key }) => key === 'threats')?.entries ?? [];
  return threats.flatMap((threat) => {
    const pairs = pairsOf(threat.value);
    const rule = pairs.find(({ key }) => key === 'rule');
    return pairs.flatMap(({ key, value }): InlayHint[] => {
      const hint = HINTS[key]?.(value, settings, rule === undefined ? '' : textAt(rule.value)) ?? null;
      return hint === null ? [] : [{ position: endOf(document, value), ...hint }];
    });
  });
}

type Hint = Pick<InlayHint, 'label' | 'tooltip'>;

type Hinting = (value: Cell, settings: RiskSettings, rule: string) => Hint | null;

const HINTS: Readonly<Record<string, Hinting>> = { dread: dreadHint, pasta: pastaHint, owaspRating: owaspHint };

/** As the file alone says: a hint need not wait for what it includes. */
function settingsIn(document: SourceDocument): RiskSettings {
  const pairs = pairsUnder(document, 'risk');
  return riskOf(pairs.length === 0 ? NO_RISK_WORDS : readRisk(pairs, new Report()));
}

function dreadHint(value: Cell, settings: RiskSettings, rule: string): Hint | null {
  const named = numbersAt(value, 'dread');
  if (named === null || named.every((factor) => factor === null)) return null;
  const score = dreadScore(mergeDread(named, ruleById(rule.replace(/^.*\//, ''))?.dread ?? UNKNOWN_DREAD));
  return {
    label: labelOf(score, 'dread', settings),
    tooltip: 'DREAD: the mean of the five, of 10, before any answer',
  };
}

function pastaHint(value: Cell, settings: RiskSettings): Hint | null {
  const [threat, vulnerability, impact] = numbersAt(value, 'pasta') ?? [];
  if (threat == null || vulnerability == null || impact == null) return null;
  const score = pastaScore(threat, vulnerability, impact);
  const tooltip = 'PASTA-style: probability of attack, times that of success, times impact, of 10, before any answer';
  return { label: labelOf(score, 'pasta', settings), tooltip };
}

function labelOf(score: number, method: 'dread' | 'pasta', settings: RiskSettings): string {
  return `${rounded(score)} ${levelIn(score, methodNamed(method).bounds(settings))}`;
}

/** Only where both sides are given: what is derived for the other hangs on the place. */
function owaspHint(value: Cell, { matrix }: RiskSettings): Hint | null {
  const pairs = pairsOf(value);
  const side = (word: string, ...groups: readonly string[]): number | null => {
    const level = LEVELS.find((one) => pairs.some((pair) => pair.key === word && textAt(pair.value) === one));
    if (level !== undefined) return SCORE_OF_WORD[level];
    const numbers = groups.flatMap((key) => groupAt(pairs, key));
    return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  };
  const likelihood = side('likelihood', 'agent', 'vulnerability');
  const impact = side('impact', 'business') ?? side('impact', 'technical');
  if (likelihood === null || impact === null) return null;
  const reason = `likelihood ${sideInWords(likelihood)}, impact ${sideInWords(impact)}`;
  return {
    label: owaspLevel(likelihood, impact, matrix),
    tooltip: `OWASP Risk Rating: ${reason}, before any answer`,
  };
}

function groupAt(pairs: readonly Pair[], key: string): readonly number[] {
  const pair = pairs.find((candidate) => candidate.key === key);
  return pair === undefined ? [] : (numbersAt(pair.value, 'owaspRating', key) ?? []).filter((one) => one !== null);
}

function sideInWords(score: number): string {
  return `${rounded(score)} ${bandOf(score)}`;
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
