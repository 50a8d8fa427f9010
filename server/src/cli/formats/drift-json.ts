import { driftWords, leavesMore, nameOf, type Place, type RiskBefore, type RiskChange } from '../../core/index';
import { driftExitCode, type ToldDrift } from '../report/drifted';
import { atFrom } from '../report/located';
import { jsonText } from './json-text';

/** The machine-readable drift; schemas/drift.schema.json describes it. */
export function driftJson(told: ToldDrift): string {
  const at = (place: Place | null) => atFrom(told, place);
  const result = {
    version: 1,
    since: told.since,
    moreRisk: driftExitCode(told) === 1,
    parts: told.parts.map(({ model, since, drifts }) => ({
      ...(model === '' ? {} : { model }),
      since,
      changes: drifts.map((drift) => ({
        what: drift.what,
        kind: drift.kind,
        key: drift.key,
        ...(drift.before === drift.key ? {} : { before: drift.before }),
        weaker: leavesMore(drift),
        text: driftWords(drift),
        details: drift.changes,
        ...at(drift.now?.at ?? null),
      })),
    })),
    ...(told.risks === null
      ? {}
      : { risks: told.risks.map((change) => ({ ...riskOf(change), ...at(change.now?.at ?? null) })) }),
    notChecked: told.notChecked,
  };
  return jsonText(result);
}

function riskOf({ what, more, before, now, api }: RiskChange) {
  const finding = now ?? before;
  return {
    what,
    moreRisk: more,
    api,
    rule: finding?.rule,
    fingerprint: finding?.fingerprint,
    message: finding?.message,
    operations: finding?.operations?.map(nameOf),
    ...(before === null ? {} : { before: standingOf(before) }),
    ...(now === null ? {} : { now: standingOf(now) }),
  };
}

function standingOf({ risk: { level, residual }, state }: RiskBefore) {
  return { level, residual, state };
}
