import type { AnswerSite } from '../../openapi/types';
import type { Place } from '../../text';
import type { GrammarError } from '../grammar/scanner';
import type { ProblemCode } from '../problem-codes';
import type { ModelProblem, Repair } from '../types';
import { type Cell, placeWithin } from './cells';

export const MERGE_KEY = 'The merge key `<<` is not read: write out the keys that it would copy';

const CURES = {
  section: 'move what stands under this one up to it',
  entry: 'give this one another name, or delete it',
  key: 'delete one of the two',
} as const;

/** What is told of a key that stands beside another of its name. */
export function twice(key: string, what: keyof typeof CURES): string {
  return `\`${key}\` stands here twice; the first counts: ${CURES[what]}`;
}

/** Collects problems while an entry is read. */
export class Report {
  readonly problems: ModelProblem[] = [];
  private readonly told = new Set<string>();

  /** `site`: the answers in a description among which it stands. */
  constructor(readonly site?: AnswerSite) {}

  error(code: ProblemCode, message: string, at: Place, newText?: string): void {
    this.add('error', code, message, at, written(newText));
  }

  warn(code: ProblemCode, message: string, at: Place, newText?: string): void {
    this.add('warning', code, message, at, written(newText));
  }

  grammar(cell: Cell, slip: GrammarError): void {
    this.error(slip.code, slip.message, placeWithin(cell, slip.start, slip.end), slip.replacement);
  }

  add(severity: ModelProblem['severity'], code: ProblemCode, message: string, at: Place, fix: Repair | null): void {
    // What an alias repeats is read at each place, and wrong at one.
    const id = `${code} ${at.start} ${at.end} ${message}`;
    if (this.told.has(id)) return;
    this.told.add(id);
    this.problems.push({ code, message, severity, at, ...(fix === null ? {} : { fix }) });
  }
}

function written(newText: string | undefined): Repair | null {
  return newText === undefined ? null : { title: `Write \`${newText}\``, newText };
}
