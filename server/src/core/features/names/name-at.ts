import { rootOf } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import type { Model, ModelWord } from '../../model';
import { operationNamesIn, type WrittenName } from '../../openapi';
import type { Operation } from '../../openapi/types';
import type { Place, Position, SourceDocument } from '../../text';
import type { Workspace } from '../../workspace';
import { wordBeside } from '../beside/words-at';
import { standingAt } from '../locate';
import { derivedApis, mayBeApi } from './derived';
import { familyWords } from './family';
import { isIdFor, reachOf, wordAt } from './model-words';
import type { Name } from './name';

/** A name with the places of its word at the position. */
export interface NameAt {
  readonly name: Name;
  readonly at: Place;
}

/** What the name at a position of a model or a description stands for; null where there is none. */
export function nameAt(workspace: Workspace, analysis: Analysis, uri: string, position: Position): NameAt | null {
  const model = analysis.models.find((candidate) => candidate.uri === uri);
  if (model === undefined) return nameInDescription(workspace, analysis, uri, position);
  const word = wordAt(workspace, model, position);
  const name = word === undefined ? null : nameOfWord(workspace, analysis, model, word);
  return word === undefined || name === null ? null : { name, at: word.at };
}

/** Roles whose words are names of their own wherever they stand. */
const WORDS: ReadonlySet<string> = new Set([
  'rule',
  'control',
  'attack',
  'owasp',
  'cwe',
  'category',
  'tag',
  'schema',
  'scheme',
  'webhook',
  'callback',
]);

function nameOfWord(workspace: Workspace, analysis: Analysis, model: Model, word: ModelWord): Name | null {
  const { role, text } = word;
  if (role === 'id') return { kind: 'entry', section: word.section, id: text, model };
  if (role === 'reference') {
    return entryNamed(model, word, familyWords(workspace, analysis, model)) ?? derivedNamed(analysis, model, word);
  }
  if (WORDS.has(role)) return { kind: 'word', role, text };
  return operationOfWord(analysis, model, word);
}

function entryNamed(model: Model, word: ModelWord, words: readonly ModelWord[]): Name | null {
  const declared = words.find((one) => isIdFor(one, word));
  return declared === undefined ? null : { kind: 'entry', section: declared.section, id: word.text, model };
}

function derivedNamed(analysis: Analysis, model: Model, word: ModelWord): Name | null {
  const found = mayBeApi(word) ? derivedApis(analysis, model).find(({ id }) => id === word.text) : undefined;
  return found === undefined ? null : { kind: 'derived', ...found, model };
}

function operationOfWord(analysis: Analysis, model: Model, word: ModelWord): Name | null {
  const { role, where } = word;
  if (where?.kind !== 'operations') return null;
  const [reach] = reachOf(analysis, model, word);
  const [operation] = reach?.operations ?? [];
  if (reach === undefined || operation === undefined) return null;
  if (role === 'operation') return { kind: 'operation', api: reach.api, operation, by: 'operationId' };
  if (where.by !== 'path' || where.name.includes('*')) return null;
  if (role === 'path') return { kind: 'path', api: reach.api, path: operation.path };
  return role === 'method' && reach.operations.length === 1
    ? { kind: 'operation', api: reach.api, operation, by: 'method' }
    : null;
}

function nameInDescription(workspace: Workspace, analysis: Analysis, uri: string, position: Position): NameAt | null {
  const document = workspace.get(uri);
  if (document === undefined) return null;
  const stood = operationOrPathAt(analysis, document, position);
  if (stood !== null) return stood;
  const answer = nameInAnswer(workspace, analysis, document, position);
  if (answer !== null) return answer;
  const written = writtenAt(document, position);
  const named = written === undefined ? null : operationCalled(analysis, written.text, written.at);
  return named === null ? null : { name: { kind: 'operation', ...named, by: 'operationId' }, at: named.at };
}

/** What a word among the answers of a description names in the model that they count in. */
function nameInAnswer(
  workspace: Workspace,
  analysis: Analysis,
  document: SourceDocument,
  position: Position,
): NameAt | null {
  const found = wordBeside(analysis, document, position);
  if (found?.model === undefined || found.model.fileless) return null;
  const name = nameOfWord(workspace, analysis, found.model, found.word);
  return name === null ? null : { name, at: found.word.at };
}

/** The operation whose method stands there, or the path whose key does. */
function operationOrPathAt(analysis: Analysis, document: SourceDocument, position: Position): NameAt | null {
  const isHere = standingAt(document, position);
  for (const api of analysis.apis) {
    for (const operation of api.description.operations) {
      if (isHere(operation.at)) return { name: { kind: 'operation', api, operation, by: 'method' }, at: operation.at };
      if (operation.kind === 'operation' && isHere(operation.pathAt)) {
        return { name: { kind: 'path', api, path: operation.path }, at: operation.pathAt };
      }
    }
  }
  return null;
}

function writtenAt(document: SourceDocument, position: Position): WrittenName | undefined {
  const isHere = standingAt(document, position);
  return operationNamesIn(document).find(({ role, at }) => role !== 'pointer' && isHere(at));
}

/** An operation whose `operationId` is written somewhere in a description. */
export interface OperationIdAt {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
  readonly at: Place;
}

/** The operation whose `operationId` stands at a position of a description, its own or that of a link to it. */
export function operationIdAt(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
): (OperationIdAt & { readonly isLink: boolean }) | null {
  const document = workspace.get(uri);
  const written = document === undefined || rootOf(document) === 'model' ? undefined : writtenAt(document, position);
  const named = written === undefined ? null : operationCalled(analysis, written.text, written.at);
  return named === null ? null : { ...named, isLink: written?.role === 'link' };
}

function operationCalled(analysis: Analysis, id: string, at: Place): OperationIdAt | null {
  const found = analysis.apis.flatMap((api): [ApiAnalysis, Operation][] =>
    api.description.operations.filter(({ operationId }) => operationId === id).map((operation) => [api, operation]),
  );
  const [api, operation] = found.find(([one]) => isPartOf(one, at)) ?? found[0] ?? [];
  return api === undefined || operation === undefined ? null : { api, operation, at };
}

function isPartOf({ description }: ApiAnalysis, at: Place): boolean {
  return description.uri === at.uri || description.operations.some((operation) => operation.at.uri === at.uri);
}
