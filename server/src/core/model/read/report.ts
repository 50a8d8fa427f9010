import type { Place } from '../../text';
import type { GrammarError } from '../grammar/scanner';
import type { ProblemCode } from '../problem-codes';
import type { ModelProblem, Repair } from '../types';
import { type Cell, placeWithin } from './cells';

/** Collects problems while an entry is read. */
export class Report {
  readonly problems: ModelProblem[] = [];

  error(code: ProblemCode, message: string, at: Place, newText?: string): void {
    this.add('error', code, message, at, written(newText));
  }

  warn(code: ProblemCode, message: string, at: Place, newText?: string): void {
    this.add('warning', code, message, at, written(newText));
  }

  grammar(cell: Cell, slip: GrammarError): void {
    this.error(slip.code, slip.message, placeWithin(cell, slip.start, slip.end), slip.replacement);
  }

  add(
    severity: ModelProblem['severity'],
    code: ProblemCode,
    message: string,
    at: Place,
    repairs: readonly Repair[],
  ): void {
    const fix = repairs[0];
    this.problems.push({ code, message, severity, at, ...(fix === undefined ? {} : { fix }) });
  }
}

function written(newText: string | undefined): readonly Repair[] {
  return newText === undefined ? [] : [{ title: `Write \`${newText}\``, newText }];
}
