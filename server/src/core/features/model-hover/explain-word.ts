import type { ModelWord, WordRole } from '../../model';
import { dataClassOf } from '../../openapi';
import { ruleById } from '../../rules';
import { escapeMarkdown, ownWords } from '../markdown';
import { explainTechnique, explainWeakness } from '../threat-words';
import { explainCategory, explainControl, explainOwasp, explainRuleWord } from './catalogue-words';
import { explainDate, explainNumber, explainPercentage } from './numbers';
import { explainPlace } from './places';
import type { Subject } from './subject';
import { explainDuration, explainText } from './texts';
import { explainChoice, explainFile, explainId, explainKey, explainReference, explainSection } from './things';

type Explain = (word: ModelWord, subject: Subject) => string;

/** Words of the small grammars. */
const KEYWORDS: Readonly<Record<string, string>> = {
  on: '**on** stands between what and where\\.',
  and: '**and** joins categories and rules\\.',
  all: '**all**: every category, and every rule\\.',
  every: '**every**: in each of the APIs\\.',
  API: '**every API**: all APIs of the model\\.',
};

const place: Explain = (word, subject) =>
  word.where === undefined ? '' : explainPlace(subject, word.where, word.role);

const BY_ROLE: Partial<Readonly<Record<WordRole, Explain>>> = {
  section: ({ text }) => explainSection(text),
  id: ({ text, section }, subject) => explainId(subject, text, section),
  key: ({ section, entry, text, key }) =>
    explainKey(section, text) || nestedKey(key, text) || parameter(section, entry, text),
  reference: (word, subject) => explainReference(subject, word.text, word.of ?? []),
  category: ({ text }) => explainCategory(text),
  rule: ({ text }, subject) => explainRuleWord(subject, text),
  control: ({ text }) => explainControl(text),
  attack: ({ text }) => explainTechnique(text),
  owasp: ({ text }) => explainOwasp(text),
  cwe: ({ text }) => explainWeakness(text),
  method: place,
  path: place,
  operation: place,
  tag: place,
  webhook: place,
  callback: place,
  scheme: place,
  part: place,
  schema: place,
  field: ({ text }) => field(text),
  keyword: (word, subject) => KEYWORDS[word.text] ?? place(word, subject),
  choice: explainChoice,
  number: ({ text, factor }) => (factor === undefined ? '' : explainNumber(text, factor)),
  date: ({ text }, subject) => explainDate(text, subject.options.today),
  duration: ({ text }, subject) => explainDuration(subject, text),
  text: explainText,
  percentage: ({ text }) => explainPercentage(text),
  file: ({ text }, subject) => explainFile(subject, text),
};

/** What a word of a model is, as Markdown; empty where there is nothing to say. */
export function explainModelWord(subject: Subject, word: ModelWord): string {
  return BY_ROLE[word.role]?.(word, subject) ?? '';
}

function nestedKey(key: ModelWord['key'], name: string): string {
  return key === null ? '' : `**${escapeMarkdown(name)}**: ${ownWords(key.doc)}`;
}

/** What a rule lets a model set. */
function parameter(section: string, rule: string, name: string): string {
  const doc = section === 'rules' ? ruleById(rule)?.parameters?.[name] : undefined;
  return doc === undefined ? '' : `**${escapeMarkdown(name)}**: ${ownWords(doc)}`;
}

function field(text: string): string {
  const known = dataClassOf(text.slice(text.lastIndexOf('.') + 1), { type: 'string', format: '', ofPerson: true });
  const name = `**${escapeMarkdown(text)}**`;
  return known === null
    ? `${name}: a field; its name alone tells no class of data\\.`
    : `${name}: by its name ${known} data\\.`;
}
