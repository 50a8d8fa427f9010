import { didYouMean, nearest } from '../grammar/nearest';
import type { ModelProblem, ModelThreat, Placed } from '../types';

/** What public catalogues say of the names and numbers that a threat gives. */
export interface KnownCatalogue {
  isTechnique(name: string): boolean;
  /** Every name that a technique goes by. */
  techniqueNames(): readonly string[];
  /** The weakness of this number as far as we have it. */
  weaknessOf(cwe: number): KnownWeakness | undefined;
  /** Whether the number is no weakness but a category, a view or a deprecated entry. */
  isUnmappable(cwe: number): boolean;
}

interface KnownWeakness {
  readonly title: string;
  readonly mapping: string;
  readonly better: readonly number[];
}

/** What is wrong with the techniques and weaknesses that a threat names. */
export function problemsOfThreat(threat: ModelThreat, known: KnownCatalogue): ModelProblem[] {
  return [
    ...threat.attacks.flatMap((attack) => techniqueProblem(attack, known)),
    ...threat.weaknesses.flatMap((weakness) => weaknessProblem(weakness, known)),
  ];
}

function techniqueProblem({ text, at }: Placed, known: KnownCatalogue): ModelProblem[] {
  if (known.isTechnique(text)) return [];
  // A name that is near none may be a technique all the same: it is kept, and no slip to warn of.
  const near = nearest(text.replaceAll(/[\s_]+/g, '-'), known.techniqueNames());
  const message = `\`${text}\` is no attack technique that we know${didYouMean(near)}`;
  const base = { code: 'unknown-technique', message, at };
  if (near === undefined) return [{ ...base, severity: 'information' }];
  return [{ ...base, severity: 'warning', fix: { title: `Write \`${near}\``, newText: near } }];
}

function weaknessProblem({ text, at }: Placed, known: KnownCatalogue): ModelProblem[] {
  const number = Number(text);
  if (known.isUnmappable(number)) {
    const message = `CWE-${number} is a category, a view or withdrawn, and no weakness: name the weakness itself`;
    return [{ code: 'no-weakness', message, severity: 'warning', at }];
  }
  const weakness = known.weaknessOf(number);
  if (weakness === undefined || weakness.mapping === 'allowed' || weakness.mapping === 'review') return [];
  const named = weakness.better.map((better) => describe(better, known)).join(', ');
  const message = `CWE-${number} (${weakness.title}) says too little of a threat${named === '' ? '' : `; better: ${named}`}`;
  return [{ code: 'vague-weakness', message, severity: 'warning', at, ...repairs(weakness.better) }];
}

function describe(number: number, known: KnownCatalogue): string {
  const title = known.weaknessOf(number)?.title;
  return title === undefined ? `CWE-${number}` : `CWE-${number} (${title})`;
}

function repairs(better: readonly number[]): Pick<ModelProblem, 'fix' | 'fixes'> {
  const fixes = better.map((number) => ({ title: `Write \`${number}\``, newText: String(number) }));
  const [first] = fixes;
  if (first === undefined) return {};
  return fixes.length === 1 ? { fix: first } : { fixes };
}
