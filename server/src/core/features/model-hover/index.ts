import { rootOf } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { type ModelWord, wordsOfModel } from '../../model';
import { sectionNamed } from '../../model/schema/sections';
import { NAMED_SECTIONS } from '../../model/schema/things';
import { type Position, rangeOf, type SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';
import { wordBeside } from '../beside/words-at';
import type { Hover, HoverOptions } from '../explain-operation';
import { standingAt } from '../locate';
import { explainModelWord } from './explain-word';
import { explainPlaceText } from './places';
import type { Subject } from './subject';
import { explainChoice, explainKey, explainReference } from './things';

/** What the word at a position of a model is, or null. */
export function hoverOnModel(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const document = workspace.get(uri);
  if (document === undefined) return null;
  if (rootOf(document) !== 'model') return hoverBeside(workspace, analysis, document, position, options);
  const word = wordAt(document, position);
  const range = word === null ? null : rangeOf(document, word.at);
  if (word === null || range === null) return null;
  const markdown = explainModelWord(subjectOf(workspace, analysis, uri, options), word);
  return markdown === '' ? null : { range, markdown };
}

/** The same among the answers of a description. */
function hoverBeside(
  workspace: Workspace,
  analysis: Analysis,
  document: SourceDocument,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const found = wordBeside(analysis, document, position);
  const range = found === null ? null : rangeOf(document, found.word.at);
  if (found === null || range === null) return null;
  const { word, model } = found;
  const markdown = explainModelWord({ workspace, analysis, uri: document.uri, model, options }, word);
  return markdown === '' ? null : { range, markdown };
}

/** The word at a position; of two that touch there, the one behind it. */
function wordAt(document: SourceDocument, position: Position): ModelWord | null {
  const isHere = standingAt(document, position);
  const here = wordsOfModel(document).filter(({ at, role }) => role !== 'operator' && isHere(at));
  return here.at(-1) ?? null;
}

function subjectOf(workspace: Workspace, analysis: Analysis, uri: string, options: HoverOptions): Subject {
  const model = analysis.models.find((one) => one.uri === uri);
  return { workspace, analysis, uri, model, options };
}

/** What an item of completion is, by its role and name, as Markdown; empty where there is no more to say. */
export function explainItem(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  { role, name }: { readonly role: string; readonly name: string },
  options: HoverOptions,
): string {
  const subject = subjectOf(workspace, analysis, uri, options);
  const [first = '', second = ''] = name.split(' ');
  if (role === 'place') return explainPlaceText(subject, name);
  if (role === 'key') return explainKey(first, second);
  if (role === 'reference') return explainReference(subject, name, NAMED_SECTIONS);
  if (role === 'choice') return choice(first, name.slice(first.length + 1));
  const word = { role, text: name, section: '', entry: '', key: null, isExact: true } as unknown as ModelWord;
  return explainModelWord(subject, word);
}

const SECTIONS = [...NAMED_SECTIONS, 'mitigations', 'rules', 'risk'];

/** The choice of this key, in whichever section has it. */
function choice(key: string, text: string): string {
  for (const section of SECTIONS) {
    const definition = sectionNamed(section)?.keys.find(({ name }) => name === key) ?? null;
    const found = explainChoice({ key: definition, text });
    if (found !== '') return found;
  }
  return '';
}
