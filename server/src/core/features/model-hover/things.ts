import { goalReports, rootOf } from '../../coverage';
import { type ModelWord, wordsOfModel } from '../../model';
import { sectionNamed } from '../../model/schema/sections';
import { thingOf } from '../../model/schema/things';
import { resolveUri } from '../../text';
import { capital } from '../capital';
import { goalInMarkdown } from '../goal-words';
import { codeSpan, escapeMarkdown, ownWords } from '../markdown';
import { derivedApis } from '../names/derived';
import { familyWords } from '../names/family';
import { explainPlace } from './places';
import type { Subject } from './subject';
import { typeInWords } from './type-words';

/** A root key: what it is for, and what may stand below it. */
export function explainSection(name: string): string {
  const section = sectionNamed(name);
  if (section === undefined) return '';
  const head = `**${name}**: ${ownWords(section.doc)}`;
  if (section.value !== null) return [head, typeInWords(section.value)].join('\n\n');
  const keys = section.keys.map((key) => `\`${key.name}\``).join(', ');
  return [head, `${section.entries === null ? 'Keys' : 'Keys of an entry'}: ${keys}\\.`].join('\n\n');
}

/** A key: what it says, and what may stand behind it. */
export function explainKey(section: string, name: string): string {
  const key = sectionNamed(section)?.keys.find((one) => one.name === name);
  return key === undefined ? '' : [`**${name}**: ${ownWords(key.doc)}`, typeInWords(key)].join('\n\n');
}

/** A word of several: what it means, and the others. */
export function explainChoice({ key, text }: Pick<ModelWord, 'key' | 'text'>): string {
  if (key?.type.kind !== 'word') return '';
  const choice = key.type.choices.find(({ name }) => name === text);
  if (choice === undefined) return '';
  const others = key.type.choices.filter((one) => one !== choice).map(({ name }) => `\`${name}\``);
  const rest = others.length === 0 ? [] : [`Or: ${others.join(', ')}\\.`];
  return [`**${escapeMarkdown(text)}**: ${ownWords(choice.doc)}`, ...rest].join('\n\n');
}

/** An entry by its id: what it is, what is said of it, what it reaches, and how often it is named. */
export function explainId(subject: Subject, id: string, section: string): string {
  const said = wordsIn(subject).filter((word) => word.section === section && word.entry === id);
  if (said.length === 0) return '';
  const lines = summaryOf(said).map(([key, text]) => `- ${key}: ${escapeMarkdown(text)}`);
  const used = wordsIn(subject).filter((word) => word.role === 'reference' && word.text === id).length;
  const count = used === 1 ? 'Named once elsewhere' : `Named ${used} times elsewhere`;
  const reaches = section === 'apis' || section === 'components' ? reached(subject, id) : [];
  const notNamed = ['mitigations', 'assumptions', 'flows'].includes(section);
  return [
    `**${capital(thingOf(section))}** ${codeSpan(id)}`,
    lines.join('\n'),
    ...reaches,
    section === 'goals' ? goalsCalled(subject, id) : '',
    notNamed ? '' : `${used === 0 ? 'Not named elsewhere' : count}\\.`,
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** How a goal stands, in each model that has it. */
function goalsCalled({ analysis, uri }: Subject, id: string): string {
  const reports = goalReports(analysis).filter(({ goal, model }) => goal.id === id && model.files.has(uri));
  return reports.map(goalInMarkdown).join('\n\n');
}

/** The id of an entry elsewhere: the first of these sections that has it counts. */
export function explainReference(subject: Subject, id: string, sections: readonly string[]): string {
  const found = sections.find((section) =>
    wordsIn(subject).some((word) => word.role === 'id' && word.section === section && word.text === id),
  );
  if (found !== undefined) return explainId(subject, id, found);
  return sections.includes('apis') ? explainDerived(subject, id) : '';
}

/** An API of a pattern, by the id that its file gives it. */
function explainDerived({ analysis, model }: Subject, id: string): string {
  const found = model === undefined ? undefined : derivedApis(analysis, model).find((one) => one.id === id);
  if (found === undefined) return '';
  const { title, version, operations } = found.api.description;
  return [
    `**${found.called ? 'Component' : 'API'}** ${codeSpan(id)}, one of ${codeSpan(found.entry)}`,
    `**${escapeMarkdown(title)}**, OpenAPI ${escapeMarkdown(version)}, ${operations.length} operations\\.`,
  ].join('\n\n');
}

/** All keys of a component, and the first of what has more. */
const SHOWN = 8;
const MOST_WORDS = 12;

/** The first values of an entry: title, class, zone, ... */
function summaryOf(words: readonly ModelWord[]): (readonly [string, string])[] {
  const values = new Map<string, ModelWord[]>();
  for (const word of words) {
    const { key, role } = word;
    if (key === null || role === 'key' || role === 'id' || role === 'operator') continue;
    values.set(key.name, [...(values.get(key.name) ?? []), word]);
  }
  return [...values].slice(0, SHOWN).map(([key, all]) => [key, joined(all.slice(0, MOST_WORDS))]);
}

/** Words as they stand, in one line: items of a list with commas. */
function joined(words: readonly ModelWord[]): string {
  return words.map((word, index) => (index === 0 ? '' : between(words[index - 1], word)) + word.text).join('');
}

function between(before: ModelWord | undefined, { at }: ModelWord): string {
  if (before === undefined || before.at.block !== at.block) return ' ';
  const gap = at.block.text.slice(before.at.end, at.start);
  const sign = /^\s*(->|\/|#)\s*$/.exec(gap)?.[1];
  if (sign === undefined) return /[,\n]/.test(gap) ? ', ' : ' ';
  return sign === '->' ? ' -> ' : sign;
}

function reached(subject: Subject, id: string): string[] {
  const text = explainPlace(subject, { kind: 'named', id }, 'reference');
  return /^\*\*\d+ operations\*\*/.test(text) ? [text.split('\n')[0] ?? ''] : [];
}

/** The words of the file, of those that it includes and of those that include it. */
function wordsIn({ workspace, analysis, uri, model }: Subject): readonly ModelWord[] {
  if (model !== undefined) return familyWords(workspace, analysis, model);
  const document = workspace.get(uri);
  return document === undefined || rootOf(document) !== 'model' ? [] : wordsOfModel(document);
}

/** A file: whether the workspace has it, and what it is. */
export function explainFile(subject: Subject, path: string): string {
  if (/[*?]/.test(path)) return `${codeSpan(path)} stands for every file that fits\\.`;
  const document = subject.workspace.get(resolveUri(subject.uri, path));
  const name = codeSpan(path);
  if (document === undefined) return `${name} is not among the files that were read\\.`;
  const api = subject.analysis.apis.find(({ description }) => description.uri === document.uri);
  if (api === undefined) return `${name} is there\\.`;
  const { title, version, operations } = api.description;
  return `${name} is there: **${escapeMarkdown(title)}**, OpenAPI ${escapeMarkdown(version)}, ${operations.length} operations\\.`;
}
