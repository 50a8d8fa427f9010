import { describe as describeApi, missingReferences } from '../../server/src/core/openapi';
import type { ApiDescription, Operation } from '../../server/src/core/openapi/types';
import { changeDocument, openDocument, type Place, type SourceDocument } from '../../server/src/core/text';

/** A few files by name, as the analysis sees them. */
export class Files {
  readonly documents = new Map<string, SourceDocument>();

  constructor(texts: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(texts)) this.set(name, text);
  }

  set(name: string, text: string): void {
    const uri = uriOf(name);
    this.documents.set(uri, openDocument(uri, text));
  }

  /** Replaces the first occurrence of a text, as typing would. */
  edit(name: string, before: string, after: string): void {
    const document = this.documents.get(uriOf(name));
    if (document === undefined) throw new Error(`no ${name}`);
    const text = document.blocks.map((block) => block.text).join('');
    const offset = text.indexOf(before);
    if (offset < 0) throw new Error(`${before} is not in ${name}`);
    const range = { start: positionAt(text, offset), end: positionAt(text, offset + before.length) };
    this.documents.set(uriOf(name), changeDocument(document, [{ range, text: after }]));
  }

  describe(name = 'openapi.yaml'): ApiDescription {
    const found = this.describeOrNull(name);
    if (found === null) throw new Error(`${name} is no description`);
    return found;
  }

  describeOrNull(name: string): ApiDescription | null {
    const documents = new Map(this.documents);
    return describeApi({ get: (uri) => documents.get(uri) }, uriOf(name));
  }

  missing(name = 'openapi.yaml'): readonly string[] {
    return missingReferences(this.documents.size === 0 ? new Map() : this.documents, uriOf(name));
  }
}

export function uriOf(name: string): string {
  return `file:///api/${name}`;
}

/** Describes one file's text. */
export function read(text: string): ApiDescription {
  return new Files({ 'openapi.yaml': text }).describe();
}

/** The operation written as `GET /x`. */
export function operation(api: ApiDescription, name: string): Operation {
  const found = api.operations.find((one) => `${one.method} ${one.path}` === name);
  if (found === undefined) throw new Error(`no ${name} among ${api.operations.map((one) => one.path).join()}`);
  return found;
}

export function textAt(place: Place | null | undefined): string {
  return place ? place.block.text.slice(place.start, place.end) : '';
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
