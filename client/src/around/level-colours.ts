import type { FileStanding } from '../../../server/src/protocol';

/** The theme colour of a level; package.json says what it is in each kind of theme. */
export function levelColour(level: FileStanding['level']): string {
  return `stridewise.${level === 'note' ? 'low' : level}Foreground`;
}
