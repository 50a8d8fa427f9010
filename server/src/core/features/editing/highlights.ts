import type { ModelWord, WordRole } from '../../model/words/word';
import { wordsOfModel } from '../../model/words/words-of';
import { blockAt, type Position, type Range, rangeOf, type SourceDocument } from '../../text';
import { contains } from '../locate';

export interface Highlight {
  readonly range: Range;
  /** Where an entry is named, where it is meant, or a word that is the same. */
  readonly kind: 'write' | 'read' | 'text';
}

/** Words that mean nothing by themselves. */
const PLAIN: ReadonlySet<WordRole> = new Set(['section', 'key', 'keyword', 'operator', 'number', 'text']);

/** Where a model speaks of what stands at a position; empty where that is nothing that has a name. */
export function documentHighlights(document: SourceDocument, position: Position): Highlight[] {
  const words = wordsOfModel(document).filter(({ role, isExact }) => isExact && !PLAIN.has(role));
  const { block } = blockAt(document, position);
  const here = words.find((word) => {
    const range = word.at.block === block ? rangeOf(document, word.at) : null;
    return range !== null && contains(range, position);
  });
  if (here === undefined) return [];
  return words.flatMap((word): Highlight[] => {
    const range = isSame(here, word) ? rangeOf(document, word.at) : null;
    return range === null ? [] : [{ range, kind: KINDS[word.role] ?? 'text' }];
  });
}

const KINDS: Readonly<Partial<Record<WordRole, Highlight['kind']>>> = { id: 'write', reference: 'read' };

/** Ids stand under a section, references name the sections that theirs may stand under. */
function isSame(first: ModelWord, second: ModelWord): boolean {
  if (first.text !== second.text) return false;
  const sections = sectionsOf(first);
  if (sections === null) return first.role === second.role;
  return sectionsOf(second)?.some((section) => sections.includes(section)) === true;
}

function sectionsOf({ role, of, section }: ModelWord): readonly string[] | null {
  if (role === 'id') return [section];
  return role === 'reference' ? (of ?? []) : null;
}
