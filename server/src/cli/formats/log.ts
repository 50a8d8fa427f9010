import type { LoggedCommit } from '../commands/log';
import { type Painter, printable } from '../terminal';
import { jsonText } from './json-text';

const SIGNS = { added: '+', changed: '~', removed: '-' } as const;

/** Who answered what and when, the newest first. */
export function logText(commits: readonly LoggedCommit[], paint: Painter): string {
  if (commits.length === 0) return 'No commit changed an answer.\n';
  const entries = commits.map(({ id, author, date, subject, model, changes }) => {
    const head = `${date.slice(0, 10)}  ${paint('bold', printable(author))}  ${printable(subject)}`;
    const rows = changes.map(({ id: answer, what, owner, text }) => {
      const whose = owner === '' ? '' : paint('dim', `  owner ${printable(owner)}`);
      return `  ${SIGNS[what]} ${paint('bold', printable(answer))} ${printable(text)}${whose}`;
    });
    return [head, paint('dim', `  ${id.slice(0, 10)}  ${printable(model)}`), ...rows].join('\n');
  });
  return `${entries.join('\n\n')}\n`;
}

/** The same for machines; schemas/log.schema.json describes it. */
export function logJson(commits: readonly LoggedCommit[]): string {
  return jsonText({ version: 1, commits });
}
