import type { Clause, Regulation } from './clause';
import { GDPR } from './gdpr';
import { HIPAA } from './hipaa';
import { PCI_DSS } from './pci-dss';
import { SOC_2 } from './soc-2';

export type { Clause, Derivation, Regulation } from './clause';

/** Laws and standards that have questions of their own. */
export const REGULATIONS: readonly Regulation[] = [GDPR, PCI_DSS, HIPAA, SOC_2];

/** The regulation that people mean: `PCI-DSS v4.0.1`, `soc2`; undefined for what is a label to us. */
export function regulationOf(written: string): Regulation | undefined {
  return BY_NAME.get(bare(written));
}

/** The same question in each regulation that asks it; empty for what is none. */
export function clausesNamed(id: string): readonly { readonly regulation: Regulation; readonly clause: Clause }[] {
  return REGULATIONS.flatMap((regulation) =>
    regulation.clauses.filter((clause) => clause.id === id).map((clause) => ({ regulation, clause })),
  );
}

const BY_NAME: ReadonlyMap<string, Regulation> = new Map(
  REGULATIONS.flatMap((one) => [bare(one.name), ...one.also].map((name): [string, Regulation] => [name, one])),
);

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
