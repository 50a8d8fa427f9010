import type { SourceDocument } from './text';

/** What a host found of a file that an answer gives as its evidence. */
export interface EvidenceFact {
  /** Why it cannot be read, as the end of a sentence; empty where it was. */
  readonly reason: string;
  /** Whether it holds the text behind `#`. */
  readonly holds: boolean;
  /** Of its text, so that a change is seen; empty where there is none. */
  readonly digest: string;
}

/** An immutable set of source files by uri. Every change gives a new one; documents that did not change keep their identity. */
export class Workspace {
  static readonly empty = new Workspace(new Map(), new Map(), true, new Map());

  private constructor(
    readonly documents: ReadonlyMap<string, SourceDocument>,
    /** Why files cannot be read that something names, by uri, as the end of a sentence: `does not exist`. */
    readonly unread: ReadonlyMap<string, string>,
    /** Whether all files are there that a pattern may match: not while a host still looks for them. */
    readonly searched: boolean,
    /** What is known of evidence, by the keys of `evidenceIn`. */
    readonly evidence: ReadonlyMap<string, EvidenceFact>,
  ) {}

  /** A workspace in which this document replaces the one of the same uri. */
  with(document: SourceDocument): Workspace {
    return this.withAll([document]);
  }

  /** Like `with` for many documents at once: use it when a folder is read, since each call copies the table of files. */
  withAll(documents: Iterable<SourceDocument>): Workspace {
    const copy = new Map(this.documents);
    const unread = new Map(this.unread);
    for (const document of documents) {
      copy.set(document.uri, document);
      unread.delete(document.uri);
    }
    return new Workspace(copy, unread.size === this.unread.size ? this.unread : unread, this.searched, this.evidence);
  }

  /** A workspace without this file. */
  without(uri: string): Workspace {
    if (!this.documents.has(uri)) return this;
    const copy = new Map(this.documents);
    copy.delete(uri);
    return new Workspace(copy, this.unread, this.searched, this.evidence);
  }

  /** A workspace that knows why some files cannot be read: pairs of uri and reason. */
  withUnread(reasons: Iterable<readonly [uri: string, reason: string]>): Workspace {
    const fresh = [...reasons].filter(([uri, reason]) => !this.documents.has(uri) && this.unread.get(uri) !== reason);
    if (fresh.length === 0) return this;
    return new Workspace(this.documents, new Map([...this.unread, ...fresh]), this.searched, this.evidence);
  }

  /** The same files, of which a host says whether they are all. */
  asSearched(searched: boolean): Workspace {
    return searched === this.searched ? this : new Workspace(this.documents, this.unread, searched, this.evidence);
  }

  /** A workspace that knows what evidence is worth, and no more than that. */
  withEvidence(evidence: ReadonlyMap<string, EvidenceFact>): Workspace {
    return evidence === this.evidence ? this : new Workspace(this.documents, this.unread, this.searched, evidence);
  }

  get(uri: string): SourceDocument | undefined {
    return this.documents.get(uri);
  }
}
