import type { ModelThreat } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import { evidenceOn, RULES, ruleById, traitsKey } from '../rules';
import type { Evidence, Exposure, Rule } from '../rules/types';
import { sameList } from '../text';
import { categoryStates } from './categories';
import { foundItem, type Setting, writtenItem } from './items';
import { lackingOf } from './lacking';
import { type Failure, type Piece, pieceOfItems } from './narrow-piece';
import { type Judged, judgedBefore, stillJudged } from './rejudge';
import { isCalledInside, type Touch } from './touches';

/** Facts of the whole API that a rule may read beside the operation. */
export interface Shared {
  readonly description: ApiDescription;
  readonly setting: Setting;
  /** Earlier descriptions, and whether rules see the same in them. */
  readonly alike: Map<ApiDescription, boolean>;
}

interface Raw {
  /** The latest description in which rules see the same; an older one would be kept alive for nothing. */
  description: ApiDescription;
  readonly exposure: Exposure;
  readonly isOurs: boolean;
  readonly newer: number;
  readonly businessFlow: boolean;
  readonly calledInside: boolean;
  readonly rules: Setting['rules'];
  readonly data: Setting['data'];
  readonly found: readonly { readonly rule: Rule; readonly evidence: Evidence }[];
  readonly failures: readonly Failure[];
}

interface Kept {
  readonly raw: Raw;
  readonly touches: readonly Touch[];
  readonly setting: Setting;
  readonly piece: Piece;
}

const rawOfOperation = new WeakMap<Operation, Raw>();
const keptOfOperation = new WeakMap<Operation, Kept>();
const NOTHING: readonly Touch[] = [];
/** What somebody else serves is not ours to mend. */
const NO_RULES: typeof RULES = [];

/** The piece of one operation, from memory where nothing that it depends on has changed. */
export function pieceOf(operation: Operation, shared: Shared, touches: readonly Touch[] = NOTHING): Piece {
  const raw = rawOf(operation, shared, usesOf(touches));
  const kept = keptOfOperation.get(operation);
  const isAlike = kept !== undefined && kept.raw === raw && sameSetting(kept.setting, shared.setting);
  if (isAlike && sameList(kept.touches, touches)) return kept.piece;
  const before = isAlike ? judgedBefore(kept.piece.items, kept.touches, touches) : null;
  const piece = derive(operation, raw, touches, shared.setting, before);
  keptOfOperation.set(operation, { raw, touches, setting: shared.setting, piece });
  return piece;
}

/** What the models say of how an operation is used. */
interface Uses {
  readonly businessFlow: boolean;
  readonly calledInside: boolean;
}

function usesOf(touches: readonly Touch[]): Uses {
  return {
    businessFlow: touches.some(({ kind }) => kind === 'business-flow'),
    calledInside: isCalledInside(touches),
  };
}

/** `before`: items that the same rules and settings gave. */
function derive(
  operation: Operation,
  raw: Raw,
  touches: readonly Touch[],
  setting: Setting,
  before: Judged | null,
): Piece {
  const found = raw.found.filter(({ rule }) => !setting.rules.off.has(rule.id));
  const changed = before?.changed ?? NOTHING;
  const items = found.map(
    ({ rule, evidence }, index) =>
      stillJudged(before?.found[index], changed) ?? foundItem(operation, rule, evidence, touches, setting),
  );
  const linked = new Set(items.flatMap(({ threat }) => threat ?? []));
  const threats = new Set(touches.flatMap((touch) => (touch.kind === 'threat' ? [touch.owner] : [])));
  const missed: ModelThreat[] = [];
  for (const threat of threats) {
    if (linked.has(threat)) continue;
    const rule = ruleById(threat.rule) ?? null;
    const last = stillJudged(before?.written.get(threat), changed);
    items.push(last ?? writtenItem(operation, threat, rule, touches, setting));
    if (rule !== null) missed.push(threat);
  }
  const { failures } = raw;
  const said = { items, found: [...linked], missed, failures, lacking: lackingOf(touches, setting.today) };
  return pieceOfItems(said, (those) => categoryStates(operation, those, touches, setting));
}

function rawOf(operation: Operation, shared: Shared, uses: Uses): Raw {
  const { description, setting } = shared;
  const known = rawOfOperation.get(operation);
  if (
    known !== undefined &&
    known.exposure === setting.exposure &&
    fits(known, setting, uses) &&
    isAlike(known.description, shared)
  ) {
    known.description = description;
    return known;
  }
  const raw = evidenceOf(operation, description, setting, uses);
  rawOfOperation.set(operation, raw);
  return raw;
}

/** Whether what the models say beside the operation is what it was. */
function fits(raw: Raw, { called, newer, rules, data }: Setting, { businessFlow, calledInside }: Uses): boolean {
  if (raw.isOurs !== (called === null) || raw.newer !== newer || raw.data !== data) return false;
  if (raw.businessFlow !== businessFlow || raw.calledInside !== calledInside) return false;
  return raw.rules === rules || raw.rules.parameters === rules.parameters;
}

function isAlike(earlier: ApiDescription, { description, alike }: Shared): boolean {
  let known = alike.get(earlier);
  if (known === undefined) {
    known = sameHead(earlier, description) && sameTraits(earlier, description);
    alike.set(earlier, known);
  }
  return known;
}

/** What rules read beside the operation. That its neighbours changed is no reason to look at it again. */
function sameHead(first: ApiDescription, second: ApiDescription): boolean {
  if (first === second) return true;
  return (
    first.servers === second.servers &&
    first.schemes === second.schemes &&
    first.security === second.security &&
    first.version === second.version &&
    first.apiVersion === second.apiVersion &&
    first.title === second.title
  );
}

/** What the rules derive from all operations together; where that fails, nothing is kept. */
function sameTraits(first: ApiDescription, second: ApiDescription): boolean {
  try {
    return traitsKey(first) === traitsKey(second);
  } catch {
    return false;
  }
}

function evidenceOf(
  operation: Operation,
  description: ApiDescription,
  { exposure, called, newer, rules, data }: Setting,
  uses: Uses,
): Raw {
  const isOurs = called === null;
  const seen = data === null ? operation : data.see(operation);
  const api = { description, exposure, newer, ...uses, parameters: rules.parameters };
  const found: { rule: Rule; evidence: Evidence }[] = [];
  const failures: Failure[] = [];
  for (const rule of isOurs ? RULES : NO_RULES) {
    try {
      const evidence = evidenceOn(rule, seen, api);
      if (evidence !== null) found.push({ rule, evidence });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failures.push({ reason: `The rule ${rule.id} failed: ${why}`, at: operation.at });
    }
  }
  return { description, exposure, isOurs, newer, ...uses, rules, data, found, failures };
}

export function sameSetting(first: Setting, second: Setting): boolean {
  if (first === second) return true;
  return (
    first.exposure === second.exposure &&
    first.called === second.called &&
    first.newer === second.newer &&
    sameList(first.contradicted, second.contradicted) &&
    sameWords(first, second) &&
    first.today === second.today &&
    first.appraise === second.appraise
  );
}

function sameWords(first: Setting, second: Setting): boolean {
  return (
    first.rules === second.rules &&
    first.data === second.data &&
    first.protected === second.protected &&
    first.attackers === second.attackers &&
    first.risk === second.risk &&
    first.environments === second.environments
  );
}
