import type { SourceDocument } from './text';

/** An immutable set of source files by uri. Every change gives a new one; documents that did not change keep their identity. */
export class Workspace {
  static readonly empty = new Workspace(new Map());

  private constructor(readonly documents: ReadonlyMap<string, SourceDocument>) {}

  /** A workspace in which this document replaces the one of the same uri. */
  with(document: SourceDocument): Workspace {
    return this.withAll([document]);
  }

  /** Like `with` for many documents at once: use it when a folder is read, since each call copies the table of files. */
  withAll(documents: Iterable<SourceDocument>): Workspace {
    const copy = new Map(this.documents);
    for (const document of documents) copy.set(document.uri, document);
    return new Workspace(copy);
  }

  /** A workspace without this file. */
  without(uri: string): Workspace {
    if (!this.documents.has(uri)) return this;
    const copy = new Map(this.documents);
    copy.delete(uri);
    return new Workspace(copy);
  }

  get(uri: string): SourceDocument | undefined {
    return this.documents.get(uri);
  }
}
