import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonObject, nameOf } from '../../core/index';
import { stableName } from '../../node/stable-name';
import { UsageError } from '../arguments';
import type { ReportedFinding } from './report';

const VERSION_KEY = 'stridewiseBaseline';
const VERSION = 1;

/** What was open when somebody wrote a baseline. */
export interface Baseline {
  /** As it was given. */
  readonly file: string;
  /** How many findings there were, by what `keysOf` gives. */
  readonly known: ReadonlyMap<string, number>;
  /** Whether a description of this name is still there. */
  readonly isThere: (file: string) => boolean;
}

/** Reads a baseline. `root`: the folder from which it names files. Throws a UsageError where it is not there or none. */
export function readBaseline(file: string, root: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--baseline ${file}: it cannot be read. Write it: stridewise check --write-baseline ${file}`);
  }
  const found = jsonObject(text);
  if (found?.[VERSION_KEY] !== VERSION) throw new UsageError(`--baseline ${file}: no baseline of stridewise check.`);
  const counts = Object.entries(found).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const known = new Map(counts.filter(([key]) => key !== VERSION_KEY));
  return { file, known, isThere: (path) => existsSync(join(root, path)) };
}

/** The text of a baseline: JSON, a rule and an operation a line with their number, sorted, and a last line that never changes. */
export function baselineText(findings: readonly ReportedFinding[]): string {
  const rows = [...countsOf(findings)].map(([key, count]) => `${JSON.stringify(key)}: ${count},\n`).sort();
  return `{\n${rows.join('')}"${VERSION_KEY}": ${VERSION}\n}\n`;
}

/** How often each key stands in what is open and shown. */
export function countsOf(findings: readonly ReportedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of findings.filter(isOpenAndShown).flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * The lines of a finding: `missing-audit on api/openapi.yaml POST /orders`, one for each operation. A cause that several share and the
 * finding of one alone are called the same, so that mending one makes no other new; an operation that comes under a known
 * cause is new.
 */
export function keysOf({ api, finding }: Pick<ReportedFinding, 'api' | 'finding'>): string[] {
  const { rule, threat, operations } = finding;
  const { uri } = api.description;
  const what = `${threat?.id ?? rule} on ${stableName(uri) ?? uri}`;
  return operations.length === 0 ? [what] : operations.map((operation) => `${what} ${nameOf(operation)}`);
}

/** Something to act on, whatever its level: nothing answers it, and the description shows it. */
export function isOpenAndShown({ finding }: Pick<ReportedFinding, 'finding'>): boolean {
  return finding.severity !== 'hint' && finding.certainty === 'shown' && finding.rule !== 'unanswered';
}
