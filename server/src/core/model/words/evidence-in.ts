import type { AnswerSite } from '../../openapi/types';
import { memo, type Place, resolveUri, type SourceDocument } from '../../text';
import { isTodo } from '../read/todo';
import type { ModelWord } from './word';
import { wordsOfModel, wordsOfSite } from './words-of';

/** A file that an answer or an assumption gives as its evidence, or one that is said to configure a component. */
export interface EvidenceReference {
  /** It configures a component, whose id this is; empty for evidence. */
  readonly configures: string;
  /** Names the file and the text in it. */
  readonly key: string;
  readonly uri: string;
  /** As written. */
  readonly file: string;
  readonly fileAt: Place;
  /** The text behind `#`; empty where there is none. */
  readonly text: string;
  readonly textAt: Place | null;
}

/** The files that a model gives as evidence or settings, in the order of its text; addresses are none. */
export const evidenceIn: (document: SourceDocument) => readonly EvidenceReference[] = memo((document) =>
  referencesIn(wordsOfModel(document)),
);

/** The same of answers that stand in a description. */
export const evidenceAt: (site: AnswerSite) => readonly EvidenceReference[] = memo((site) =>
  referencesIn(wordsOfSite(site)),
);

function referencesIn(words: readonly ModelWord[]): readonly EvidenceReference[] {
  const found: EvidenceReference[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ModelWord;
    if (word.role !== 'file' || !(isEvidence(word, 'file') || isSettings(word))) continue;
    if (isTodo(word.text) || word.text === '') continue;
    const [sign, text] = [words[index + 1], words[index + 2]];
    const behind = sign !== undefined && isEvidence(sign, 'operator') && text !== undefined ? text : null;
    found.push(referenceOf(word, behind));
  }
  return found;
}

function referenceOf(word: ModelWord, behind: ModelWord | null): EvidenceReference {
  const { text: file, at } = word;
  const uri = resolveUri(at.uri, file.replaceAll('?', '%3F'));
  const text = behind?.text ?? '';
  const configures = isSettings(word) ? word.entry : '';
  return { configures, key: `${uri}#${text}`, uri, file, fileAt: at, text, textAt: behind?.at ?? null };
}

function isEvidence({ role, key }: ModelWord, wanted: ModelWord['role']): boolean {
  return role === wanted && key?.type.kind === 'evidence';
}

function isSettings({ role, section, key }: ModelWord): boolean {
  return role === 'file' && section === 'components' && key?.name === 'settings';
}
