import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { type ModelWord, wordsBeside } from '../../model';
import { operationNamesIn, reachedFrom, type WrittenName } from '../../openapi';
import type { Operation } from '../../openapi/types';
import { decodePointer, type Place } from '../../text';
import type { Workspace } from '../../workspace';
import { mayBeApi } from './derived';
import { familyWords, widerFamilyWords } from './family';
import { mayName, reachOf, wordsIn } from './model-words';
import { type Name, operationsOf } from './name';

/** A place where a name stands. */
export interface Use {
  readonly at: Place;
  /** The name is given there, and not used. */
  readonly declares: boolean;
  readonly word?: ModelWord;
  readonly written?: WrittenName;
}

/** Where a name is given and used, in models and descriptions; patterns that reach an operation use it too. */
export function usesOf(workspace: Workspace, analysis: Analysis, name: Name): Use[] {
  if (name.kind === 'entry') {
    const isMeant = (word: ModelWord) => isEntry(word, name.section, name.id);
    return widerFamilyWords(workspace, analysis, name.model, isMeant)
      .filter(isMeant)
      .map((word) => ({ at: word.at, declares: word.role === 'id', word }));
  }
  if (name.kind === 'word') {
    return analysis.models
      .flatMap((model) => [...wordsIn(workspace, model), ...wordsBeside(model)])
      .filter((word) => word.role === name.role && word.text === name.text)
      .map((word) => ({ at: word.at, declares: false, word }));
  }
  if (name.kind === 'derived') {
    const words = familyWords(workspace, analysis, name.model).filter(
      (word) => mayBeApi(word) && word.text === name.id,
    );
    return [
      { at: name.api.description.at, declares: true },
      ...words.map((word) => ({ at: word.at, declares: false, word })),
    ];
  }
  const operations = operationsOf(name);
  return [
    ...declarations(name, operations),
    ...inModels(workspace, analysis, operations),
    ...inDescription(workspace, name),
  ];
}

/** Whether a word is the id of an entry, or names it. */
export function isEntry(word: ModelWord, section: string, id: string): boolean {
  if (word.text !== id) return false;
  return word.role === 'id' ? word.section === section : mayName(word, section);
}

function declarations(name: Name, operations: readonly Operation[]): Use[] {
  if (name.kind === 'path') return operations.slice(0, 1).map(({ pathAt }) => ({ at: pathAt, declares: true }));
  return operations.map(({ at }) => ({ at, declares: true }));
}

/** The words of places that reach one of some operations: the one that tells most, be it a path, an id or a tag. */
function inModels(workspace: Workspace, analysis: Analysis, operations: readonly Operation[]): Use[] {
  const wanted = new Set(operations);
  return analysis.models.flatMap((model) =>
    [...wordsIn(workspace, model), ...wordsBeside(model)]
      .filter(({ role }) => NAMING.has(role))
      .filter((word) =>
        reachOf(analysis, model, word).some((reach) => reach.operations.some((operation) => wanted.has(operation))),
      )
      .map((word) => ({ at: word.at, declares: false, word })),
  );
}

const NAMING: ReadonlySet<string> = new Set(['path', 'operation', 'tag', 'webhook', 'callback']);

/** Links to the operation, and references into its path. */
function inDescription(workspace: Workspace, name: Name): Use[] {
  if (name.kind !== 'operation' && name.kind !== 'path') return [];
  const id = name.kind === 'operation' ? name.operation.operationId : '';
  return namesOf(workspace, name.api)
    .filter((written) =>
      written.role === 'pointer'
        ? pointsInto(written, name)
        : id !== '' && written.role === 'link' && written.text === id,
    )
    .map((written) => ({ at: written.at, declares: false, written }));
}

/** Every name of an operation that the files of a description write. */
export function namesOf(workspace: Workspace, { description }: ApiAnalysis): WrittenName[] {
  const names: WrittenName[] = [];
  for (const [, document] of reachedFrom(workspace, description.uri)) {
    if (document !== undefined) names.push(...operationNamesIn(document));
  }
  return names;
}

function pointsInto({ text }: WrittenName, name: Name): boolean {
  if (name.kind === 'path') return pathOfPointer(text) === name.path;
  return (
    name.kind === 'operation' &&
    pathOfPointer(text) === name.operation.path &&
    methodOfPointer(text) === name.operation.method
  );
}

/** The path that a reference such as `#/paths/~1orders/get` leads into. */
function pathOfPointer(text: string): string {
  return decodePointer(text.slice(text.indexOf('#')))[1] ?? '';
}

function methodOfPointer(text: string): string {
  return decodePointer(text.slice(text.indexOf('#')))[2]?.toUpperCase() ?? '';
}
