import { outcomeOf, verdictOf } from './evaluate';
import { FLAWS } from './flaws';
import { TWINS } from './twins';
import { VERSIONS } from './types';

/** How many flaws are found and twins flagged in each version, then what went wrong, as lines. */
export function table(): readonly string[] {
  return VERSIONS.flatMap((version) => {
    const verdicts = FLAWS.map((flaw) => ({ flaw, verdict: verdictOf(flaw, version) }));
    const wrong = verdicts.filter(({ verdict }) => verdict !== 'found');
    const flagged = TWINS.map((twin) => ({ twin, warnings: outcomeOf(twin, version).warnings })).filter(
      ({ warnings }) => warnings.length > 0,
    );
    return [
      `${version}: found ${FLAWS.length - wrong.length} of ${FLAWS.length}, twins flagged ${flagged.length} of ${TWINS.length}`,
      ...wrong.map(({ flaw, verdict }) => `  ${verdict} ${flaw.id}: ${flaw.title} (${flaw.at})`),
      ...flagged.map(({ twin, warnings }) => `  flagged ${twin.id}: ${warnings.join('; ')}`),
    ];
  });
}
