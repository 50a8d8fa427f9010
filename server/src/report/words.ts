import { counted } from '../pictures';
import type { Overview, WirePoint } from '../protocol';

/** `openapi.yaml:12`; empty for nowhere. */
export function placeIn({ files }: Pick<Overview, 'files'>, at: WirePoint | null): string {
  if (at === null) return '';
  const [file, line] = at;
  return `${files[file] ?? ''}:${line + 1}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the report is about, in one sentence. */
export function leadOf({ summary }: Overview): string {
  const { apis, operations, threats, open, unanswered, methods } = summary;
  const ranked = methods.length === 0 ? '' : `, ranked by ${methods.join(' and ')}`;
  const of = `${counted(operations, 'operation')} of ${counted(apis, 'API')}`;
  return `${of}: ${counted(threats, 'threat')}${ranked}, ${open} of them open; ${counted(unanswered, 'question')} that nobody has answered.`;
}

export const STAGES = [
  ['inherent', 'Before any answer'],
  ['residual', 'Now'],
  ['projected', 'With what is planned'],
] as const;

export const GOALS_NOTE =
  'What the findings and questions that we know of come to. It is our reading, no legal advice, and never a statement that somebody obeys a law.';

/** What the numbers of a simulation are worth. */
export const SIMULATION_NOTE =
  'The numbers compare; they foretell nothing. Each comes from the probabilities of single steps, of which many are guesses.';
