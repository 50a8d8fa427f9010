import { outcomeOf, verdictOf } from './evaluate';
import { FLAWS } from './flaws';
import { TWINS } from './twins';
import { VERSIONS, type Version } from './types';

export interface Measured {
  readonly version: Version;
  readonly found: number;
  readonly flaws: number;
  /** Twins that are taken for flaws. */
  readonly flagged: number;
  readonly twins: number;
  /** What went wrong, a line each. */
  readonly wrong: readonly string[];
}

/** How many flaws are found and twins flagged in each version, and what went wrong. */
export function measured(): readonly Measured[] {
  return VERSIONS.map((version) => {
    const verdicts = FLAWS.map((flaw) => ({ flaw, verdict: verdictOf(flaw, version) }));
    const missed = verdicts.filter(({ verdict }) => verdict !== 'found');
    const outcomes = TWINS.map((twin) => ({ twin, warnings: outcomeOf(twin, version).warnings }));
    const flagged = outcomes.filter(({ warnings }) => warnings.length > 0);
    const wrong = [
      ...missed.map(({ flaw, verdict }) => `${verdict} ${flaw.id}: ${flaw.title} (${flaw.at})`),
      ...flagged.map(({ twin, warnings }) => `flagged ${twin.id}: ${warnings.join('; ')}`),
    ];
    const found = FLAWS.length - missed.length;
    return { version, found, flaws: FLAWS.length, flagged: flagged.length, twins: TWINS.length, wrong };
  });
}
