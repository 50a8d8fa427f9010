import type { Level } from '../model/types';
import type { Operation } from '../openapi/types';
import { fingerprintOf } from './fingerprint';
import type { Item } from './items';
import { nameOf } from './questions';
import { severityOf, stricter } from './severity';
import type { Finding } from './types';

export interface Frame {
  readonly specPath: string;
  readonly acceptable: Level;
  readonly operations: readonly Operation[];
}

/** Items with one cause as findings: one for the open ones, one for each written threat and each way in which others are answered. */
export function findingsOfCause(items: readonly Item[], frame: Frame): Finding[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const answers =
      item.state === 'threatened'
        ? ''
        : `${item.state} ${item.answers.map(({ id, at }) => `${at.uri} ${id}`).join(' ')}`;
    const key = item.threat === null ? answers : `${answers}\u0000${item.threat.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const ordered = [...groups.values()].sort((a, b) => openFirst(a) - openFirst(b));
  return ordered.map((group, index) => findingOf(group, frame, index > 0));
}

function openFirst(group: readonly Item[]): number {
  const [item] = group;
  return (item?.state === 'threatened' ? 0 : 2) + (item?.threat === null ? 0 : 1);
}

/** One finding of items that share rule, cause and state. `further`: the cause has another finding that bears its name. */
export function findingOf(group: readonly Item[], frame: Frame, further = false): Finding {
  const [item] = group as readonly [Item, ...Item[]];
  const { worst, certainty, lacking, operations, line } = summed(group, item, frame.acceptable);
  const fingerprint = fingerprintOf(fingerprintParts(item, frame, further));
  const { rule, threat, state } = item;
  const { risk, basis } = worst.appraisal;
  return {
    rule: item.ruleId,
    definition: rule,
    threat,
    title: threat?.title || (rule?.title ?? item.ruleId),
    message: messageOf(item, group.length),
    ...catalogued(threat, rule, shownIn(group, item)),
    severity: severityOf(state, certainty, risk.level, line),
    acceptable: line,
    certainty,
    state,
    risk,
    basis,
    operations,
    members: group,
    part: item.part,
    at: item.at,
    answers: item.answers,
    lacking: [...lacking].join(' '),
    apiWide: group.length > 1 && group.length === frame.operations.length,
    fingerprint,
    id: fingerprint,
  };
}

/** What the members of a group come to together; groups are as large as APIs, so they are walked once. */
function summed(group: readonly Item[], first: Item, acceptable: Level) {
  let worst = first;
  let certainty = first.certainty;
  const lacking = new Set<string>();
  const operations: Operation[] = [];
  let line = acceptable;
  let most = first.appraisal.risk.residual;
  for (const member of group) {
    const { residual } = member.appraisal.risk;
    if (residual > most) {
      worst = member;
      most = residual;
    }
    if (member.certainty === 'shown') certainty = 'shown';
    if (member.line !== null) line = stricter(line, member.line);
    if (member.lacking !== '') lacking.add(member.lacking);
    operations.push(member.operation);
  }
  return { worst, certainty, lacking, operations, line };
}

const NONE: ReadonlySet<number> = new Set();

/** The weaknesses that evidence shows, of a rule that knows several: of one alone there is nothing to choose. */
function shownIn(group: readonly Item[], { rule, threat }: Item): ReadonlySet<number> {
  if (rule === null || rule.cwe.length < 2 || (threat !== null && threat.cwe.length > 0)) return NONE;
  const shown = new Set<number>();
  let last: readonly number[] | undefined;
  for (const { evidence } of group) {
    const own = evidence?.cwe;
    // Evidence of one kind mostly has one list.
    if (own === undefined || own === last) continue;
    last = own;
    for (const id of own) shown.add(id);
    if (shown.size === rule.cwe.length) break;
  }
  return shown;
}

/** Categories and catalogue ids: what people wrote, else what the rule says, of its weaknesses those that are shown. */
function catalogued(
  threat: Item['threat'],
  rule: Item['rule'],
  shown: ReadonlySet<number>,
): Pick<Finding, 'stride' | 'owasp' | 'cwe'> {
  const pick = <T>(written: readonly T[] | undefined, known: readonly T[] | undefined): readonly T[] =>
    written !== undefined && written.length > 0 ? written : (known ?? []);
  return {
    stride: pick(threat?.stride, rule?.stride),
    owasp: pick(threat?.owasp, rule?.owasp),
    cwe: pick(threat?.cwe, shown.size === 0 ? rule?.cwe : rule?.cwe.filter((id) => shown.has(id))),
  };
}

function fingerprintParts(item: Item, frame: Frame, further: boolean) {
  const { specPath } = frame;
  const { operation, ruleId: rule } = item;
  const first = further ? `\u0000${nameOf(operation)}` : '';
  if (item.evidence === null) return { rule, specPath, method: '', path: '', part: `${item.threat?.id ?? ''}${first}` };
  if (item.evidence.cause !== '')
    return { rule, specPath, method: '', path: '', part: `${item.evidence.cause}${first}` };
  return { rule, specPath, method: operation.method, path: `${operation.name}${operation.path}`, part: item.part };
}

function messageOf(item: Item, operations: number): string {
  const { evidence, threat, operation } = item;
  if (evidence === null) {
    const rest = operations > 1 ? ` and ${operations - 1} more` : '';
    const numbers = item.appraisal.isFounded ? '' : ' (no figures given: taken as medium)';
    return `${threat?.title || threat?.id} on ${nameOf(operation)}${rest}${numbers}`;
  }
  const found = operations > 1 && evidence.causeMessage ? evidence.causeMessage(operations) : evidence.message;
  return threat?.title ? `${threat.title}: ${found}` : found;
}
