import type { Level, Mitigation, ModelThreat, NotApplicable, RiskSettings } from '../model/types';
import type { DataClass, Operation } from '../openapi/types';
import type { Certainty, Evidence, Exposure, Rule, Stride } from '../rules/types';
import { memoText, type Place } from '../text';
import type { Appraisal, Appraise } from './appraise';
import type { Attacker } from './attackers';
import { isOutgoing, type Traffic } from './called';
import { closes, excepts, namesIt, placeFits, type Target } from './closes';
import type { DataSettings } from './data-settings';
import { type HoldingIn, holdingIn, openElsewhere, type Stood, worstState } from './environments';
import { lineOf } from './goal-lines';
import { hasReason, needsReason } from './lacking';
import { toCome } from './removals';
import type { RuleSettings } from './rule-settings';
import { type Standing, standingOf } from './standing';
import type { Touch } from './touches';
import type { State } from './types';

/** What an API gives to the judgement of each of its operations. */
export interface Setting {
  readonly exposure: Exposure;
  /** What flows show of our calls to it, where it is somebody else's; else null. */
  readonly called: Traffic | null;
  /** The major version of a newer description of the same API in the workspace, else 0. */
  readonly newer: number;
  /** What the models say of rules and of data. */
  readonly rules: RuleSettings;
  readonly data: DataSettings | null;
  /** Classes of the data that models protect, by id. */
  readonly protected: ReadonlyMap<string, DataClass>;
  /** Who does threats, by the ids of their actors. */
  readonly attackers: ReadonlyMap<string, Attacker>;
  readonly risk: RiskSettings;
  /** Answers that say to have removed what is still served. */
  readonly contradicted: readonly Mitigation[];
  /** Ids of the models' environments. */
  readonly environments: readonly string[];
  readonly specPath: string;
  readonly today: string;
  readonly appraise: Appraise;
}

/** One rule's evidence, or one written threat, at one operation, judged. */
export interface Item {
  readonly operation: Operation;
  readonly rule: Rule | null;
  /** The rule's id, or `written-threat`. */
  readonly ruleId: string;
  readonly threat: ModelThreat | null;
  readonly evidence: Evidence | null;
  /** Categories that it counts in. */
  readonly categories: readonly Stride[];
  readonly certainty: Certainty;
  readonly part: string;
  readonly at: Place;
  /** Items with the same cause are one finding; empty for one that stands alone. */
  readonly cause: string;
  readonly state: State;
  readonly answers: readonly Mitigation[];
  readonly lacking: string;
  readonly appraisal: Appraisal;
  /** The strictest line of the goals that it touches, or null. */
  readonly line: Level | null;
}

/** The same string for the same text, so that comparing causes by the thousand is comparing pointers. */
const one = memoText(50_000, (text) => text);

/** An item for what a rule found; a person's threat that names the rule lends it its title and numbers. */
export function foundItem(
  operation: Operation,
  rule: Rule,
  evidence: Evidence,
  touches: readonly Touch[],
  setting: Setting,
): Item {
  const categories = [rule.stride[0]];
  const { certainty, part, cause } = evidence;
  const threat = linkedThreat(touches, { ruleId: rule.id, threatId: '', categories, certainty, part, cause });
  const target = foundTarget(rule.id, evidence, threat, categoriesOf(threat, categories));
  const shared = cause === '' ? '' : one(`${rule.id}\u0000${cause}`);
  return judged({ operation, rule, threat, evidence, at: evidence.at, cause: shared }, target, touches, setting);
}

/** An item for a threat that people wrote and no rule finds here: as good as shown. */
export function writtenItem(
  operation: Operation,
  threat: ModelThreat,
  rule: Rule | null,
  touches: readonly Touch[],
  setting: Setting,
): Item {
  const categories = categoriesOf(threat, rule === null ? [] : [rule.stride[0]]);
  const target = writtenTarget(threat, categories);
  const cause = `written-threat\u0000${threat.id}`;
  return judged({ operation, rule, threat, evidence: null, at: operation.at, cause }, target, touches, setting);
}

function foundTarget(
  ruleId: string,
  { certainty, part, cause }: Evidence,
  threat: ModelThreat | null,
  categories: readonly Stride[],
): Target {
  return { ruleId, threatId: threat?.id ?? '', categories, certainty, part, cause };
}

function writtenTarget({ id: threatId }: ModelThreat, categories: readonly Stride[]): Target {
  return { ruleId: 'written-threat', threatId, categories, certainty: 'shown', part: '', cause: '' };
}

/** What answers to an item were held against. */
export function targetOf({ ruleId, evidence, threat, categories }: Item): Target {
  if (evidence === null && threat !== null) return writtenTarget(threat, categories);
  return foundTarget(ruleId, evidence as Evidence, threat, categories);
}

/** The categories that a threat names, or else those of what it is about. */
export function categoriesOf(threat: ModelThreat | null, fallback: readonly Stride[]): readonly Stride[] {
  return threat !== null && threat.stride.length > 0 ? threat.stride : fallback;
}

function linkedThreat(touches: readonly Touch[], target: Target): ModelThreat | null {
  for (const touch of touches) {
    if (touch.kind !== 'threat' || touch.owner.rule !== target.ruleId) continue;
    if (placeFits(touch.statement.where, target)) return touch.owner;
  }
  return null;
}

type Facts = Pick<Item, 'operation' | 'rule' | 'threat' | 'evidence' | 'at' | 'cause'>;

function judged(facts: Facts, target: Target, touches: readonly Touch[], setting: Setting): Item {
  const verdict = touches.length === 0 ? OPEN : verdictOf(target, touches, setting);
  const { operation, rule, evidence, threat, at, cause } = facts;
  const { ruleId, part, categories } = target;
  const certainty = verdict.denied ? 'shown' : target.certainty;
  const appraisal = appraised(facts, certainty, verdict.places, setting);
  const { state, answers, lacking } = verdict;
  return {
    operation,
    rule,
    ruleId,
    threat,
    evidence,
    categories,
    certainty,
    part,
    at,
    cause,
    state,
    answers,
    lacking,
    appraisal,
    line: touches.length === 0 ? null : lineOf(target, touches),
  };
}

const NOTHING: readonly never[] = [];

/** The figures of the environment where most is left. */
function appraised(
  { operation, rule, evidence, threat }: Facts,
  certainty: Certainty,
  places: readonly HoldingIn[],
  setting: Setting,
): Appraisal {
  const { appraise, data, exposure, risk: settings, rules } = setting;
  const seen = data === null ? operation : data.see(operation);
  const harmed = threat === null ? NOTHING : threat.harms.flatMap((id) => setting.protected.get(id) ?? []);
  const attackers = threat === null ? NOTHING : threat.by.flatMap((id) => setting.attackers.get(id) ?? []);
  const outgoing = isOutgoing(operation, setting.called !== null);
  const facts = { operation: seen, outgoing, exposure, rule, evidence, certainty, threat, harmed, attackers };
  const level = rule === null ? null : (rules.levels.get(rule.id) ?? null);
  const all = places.map(({ answers: counting }) => {
    const answers = counting.map((answer) => (setting.contradicted.includes(answer) ? toCome(answer) : answer));
    return appraise({ ...facts, answers, level, settings });
  });
  return all.reduce((worst, one) => (one.risk.residual > worst.risk.residual ? one : worst));
}

interface Verdict {
  readonly state: State;
  readonly answers: readonly Mitigation[];
  /** The same by environment; one at least. */
  readonly places: readonly HoldingIn[];
  readonly lacking: string;
  /** People say that the control is missing: their word makes silence evidence. */
  readonly denied: boolean;
}

const EVERYWHERE: readonly HoldingIn[] = [{ environment: '', answers: [], state: 'threatened' }];
const OPEN: Verdict = { state: 'threatened', answers: [], places: EVERYWHERE, lacking: '', denied: false };

function verdictOf(target: Target, touches: readonly Touch[], setting: Setting): Verdict {
  const { environments } = setting;
  const stood = answersTo(target, touches, setting);
  const places = holdingIn(stood, environments);
  const lacking = new Set(stood.map(({ standing }) => standing.lacking));
  let state = worstState(places);
  if (state === 'threatened') lacking.add(openElsewhere(places));
  for (const entry of silencesOf(target, touches)) {
    if (!hasReason(entry)) lacking.add(needsReason(entry));
    else if (state === 'threatened') state = 'silenced';
  }
  lacking.delete('');
  const open = state === 'threatened' || state === 'planned';
  return {
    state,
    answers: [...new Set(stood.map(({ owner }) => owner))],
    places,
    lacking: open ? [...lacking].join(' ') : '',
    denied: stood.some(({ owner }) => owner.status === 'missing'),
  };
}

function answersTo(target: Target, touches: readonly Touch[], setting: Setting): Stood[] {
  return touches.flatMap((touch) => {
    if (touch.kind !== 'cover' && touch.kind !== 'remove') return [];
    const hits =
      touch.kind === 'remove' ? placeFits(touch.statement.where, target) : closes(touch.owner, touch.statement, target);
    if (!hits || isExcepted(touch.owner, target, touches)) return [];
    return [{ owner: touch.owner, standing: standingIn(touch, setting) }];
  });
}

/** What an answer is worth: what says to have removed something that is still served is worth what it was as a plan. */
export function standingIn(
  { owner, kind }: { readonly owner: Mitigation; readonly kind: Touch['kind'] },
  { today, contradicted }: Pick<Setting, 'today' | 'contradicted'>,
): Standing {
  return standingOf(contradicted.includes(owner) ? toCome(owner) : owner, kind === 'remove', today);
}

function isExcepted(owner: Mitigation, target: Target, touches: readonly Touch[]): boolean {
  return touches.some((touch) => touch.kind === 'except' && touch.owner === owner && excepts(touch.statement, target));
}

function silencesOf(target: Target, touches: readonly Touch[]): NotApplicable[] {
  return touches.flatMap((touch) => {
    if (touch.kind !== 'not-applicable') return [];
    const { what, where } = touch.statement;
    return what !== null && namesIt(what, target) && placeFits(where, target) ? [touch.owner] : [];
  });
}
