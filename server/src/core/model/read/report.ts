import type { Place } from '../../text';
import type { GrammarError } from '../grammar/scanner';
import type { ModelProblem } from '../types';
import { type Cell, placeWithin } from './cells';

/** Collects problems while an entry is read. */
export class Report {
  readonly problems: ModelProblem[] = [];

  error(code: string, message: string, at: Place, newText?: string): void {
    this.add('error', code, message, at, newText);
  }

  warn(code: string, message: string, at: Place, newText?: string): void {
    this.add('warning', code, message, at, newText);
  }

  grammar(cell: Cell, slip: GrammarError): void {
    this.error(slip.code, slip.message, placeWithin(cell, slip.start, slip.end), slip.replacement);
  }

  private add(severity: 'error' | 'warning', code: string, message: string, at: Place, newText?: string): void {
    const fix = newText === undefined ? {} : { fix: { title: `Write \`${newText}\``, newText } };
    this.problems.push({ code, message, severity, at, ...fix });
  }
}
