import type { Case } from '../coverage/appraise';
import type { ModelThreat } from '../model/types';
import { dreadOf, leftBy, mergeDread, UNKNOWN_DREAD } from '../risk';
import type { Dread } from '../rules/types';

/** Of a weakness that a description only fails to rule out, how likely it is that it is there at all. Our guess. */
const SILENT = 0.25;

/**
 * That an attacker who stands before a weakness gets through it: discoverability, exploitability and reproducibility of DREAD as
 * tenths, multiplied, that somebody finds it, gets through it and can do so when it counts. Where the model's `pasta` says that it works,
 * that holds in their place, and where it says that it is tried, that is multiplied as well: else whoever stands there
 * tries. How bad it is does not count here. Answers that are in place leave the share that they leave of the risk; plans leave all of it.
 */
export function probabilityOf(basis: Case): number {
  const certainty = basis.certainty === 'silent' ? SILENT : 1;
  return (
    tried(basis.threat) * (worksAsSaid(basis.threat) ?? worksBy(dreadOf(basis)) * certainty) * leftBy(basis.answers)
  );
}

/** The same of a written threat alone, without its answers. */
export function probabilityOfThreat(threat: ModelThreat): number {
  return tried(threat) * (worksAsSaid(threat) ?? worksBy(mergeDread(threat.dread ?? [], UNKNOWN_DREAD)));
}

function tried(threat: ModelThreat | null): number {
  return share(threat?.pasta?.[0] ?? 1);
}

function worksAsSaid(threat: ModelThreat | null): number | null {
  const said = threat?.pasta?.[1] ?? null;
  return said === null ? null : share(said);
}

function worksBy([, reproducibility, exploitability, , discoverability]: Dread): number {
  return share(reproducibility / 10) * share(exploitability / 10) * share(discoverability / 10);
}

function share(number: number): number {
  return Math.min(1, Math.max(0, number));
}

/** Guesses about what stands around the APIs, each a probability. They count only where no model says it. */
export const GUESSES = {
  /** Somebody outside gets into the network of a partner. */
  partner: 0.3,
  /** ... or into the inner network, or a trusted zone. */
  inside: 0.1,
  /** ... or into a zone that is trusted by halves. */
  between: 0.2,
  /** Whoever wants to can get an account. */
  account: 0.5,
  /** Somebody of one's own, or with a login of theirs, means harm. */
  insider: 0.05,
  /** What stands in a zone with an intruder falls too. */
  neighbour: 0.2,
} as const;
