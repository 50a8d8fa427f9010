import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  analysing,
  changeDocument,
  detectRoot,
  evidenceNamed,
  openDocument,
  type SourceDocument,
  type Steps,
  type TextChange,
  textOf,
  Workspace,
} from '../core';
import type { Host } from './host';
import { canonical, folderOf, isBelow, isVirtual, relativePath } from './uris';

/** A document that the editor holds: its text counts before the disk's. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly document: SourceDocument;
}

type DocumentKind = 'spec' | 'model';

/** The server's state: the open documents, the files of the workspace, and what follows from both. */
export class Session {
  workspace = Workspace.empty.asSearched(false);
  /** The workspace's folders as canonical uris. */
  folders: string[] = [];
  readonly open = new Map<string, OpenDocument>();
  /** Targets that were asked for and could not be read; asked for again when files change. */
  readonly unreadable = new Set<string>();
  /** Rules whose findings the editor's settings hide. */
  hidden: ReadonlySet<string> = new Set();
  /** Read from the disk and not judged yet: answers do without these, so that none waits for a neighbour. */
  readonly #coming = new Map<string, SourceDocument>();
  #horizon: Workspace | null = null;
  #analysis: { workspace: Workspace; today: string; analysis: Analysis } | null = null;

  constructor(
    private readonly host: Host,
    private readonly onChange: (uri: string) => void,
  ) {}

  /** The analysis of the present texts; computed when asked for and kept until a text changes or the day does. */
  analysis(): Analysis {
    const today = this.host.today();
    const last = this.#analysis;
    if (last && last.workspace === this.workspace && last.today === today) return last.analysis;
    const analysis = analyse(this.workspace, this.#options());
    this.#analysis = { workspace: this.workspace, today, analysis };
    return analysis;
  }

  #options(): AnalyseOptions {
    return { today: this.host.today(), relative: (uri) => this.relative(uri) };
  }

  /** What fingerprints call a file; without a file system of our own, its path from the opened folder. */
  relative(uri: string): string {
    const name = this.host.files?.stableName(uri) ?? null;
    if (name !== null) return name;
    const folder = this.folders.find((candidate) => isBelow(uri, candidate));
    return folder === undefined ? uri.slice(uri.lastIndexOf('/') + 1) : relativePath(uri, folder);
  }

  openText(clientUri: string, version: number, text: string): void {
    if (isVirtual(clientUri)) return;
    const uri = canonical(clientUri);
    const root = detectRoot(text);
    const kind = kindOfRoot(root);
    const document = openDocument(uri, text, kind, true);
    this.open.set(uri, { uri: clientUri, version, kind, document });
    this.unreadable.delete(uri);
    if (root !== null || this.workspace.get(uri)) this.put(document);
  }

  changeText(clientUri: string, version: number, changes: readonly TextChange[]): void {
    const uri = canonical(clientUri);
    const before = this.open.get(uri);
    if (!before) return;
    const document = changeDocument(before.document, changes);
    this.open.set(uri, { ...before, version, document });
    if (this.workspace.get(uri)) this.put(document);
    else this.onChange(uri);
  }

  closeText(clientUri: string): void {
    const uri = canonical(clientUri);
    if (this.open.delete(uri)) this.onChange(uri);
  }

  /** Looks again at what an edited document is: a root key may have come, gone or become the other one. */
  reconsider(uri: string): void {
    const entry = this.open.get(uri);
    if (!entry) return;
    const known = this.workspace.get(uri) ? entry.kind : null;
    if (sameByItsKeys(entry.document, known)) return;
    const text = textOf(entry.document);
    const root = detectRoot(text);
    const kind = kindOfRoot(root);
    if (root === null || kind === known) return;
    const document = openDocument(uri, text, kind, true);
    this.open.set(uri, { ...entry, kind, document });
    this.put(document);
  }

  /** The workspace with what is on its way into it. */
  get horizon(): Workspace {
    this.#horizon ??= this.#coming.size === 0 ? this.workspace : this.workspace.withAll(this.#coming.values());
    return this.#horizon;
  }

  /**
   * Takes texts from the disk, unless the editor holds them; they count after `takeIn`. `always`: something refers to them.
   * Gives the documents that are new.
   */
  load(files: readonly { readonly uri: string; readonly text: string }[], always: boolean): readonly SourceDocument[] {
    const documents: SourceDocument[] = [];
    for (const { uri, text } of files) {
      const root = detectRoot(text);
      if ((root === null && !always) || this.adopt(uri)) continue;
      const document = openDocument(uri, text, kindOfRoot(root));
      this.#coming.set(uri, document);
      documents.push(document);
    }
    this.#horizon = null;
    return documents;
  }

  /** Notes why targets cannot be read; each is asked for again when files change. */
  noteUnread(reasons: readonly (readonly [uri: string, reason: string])[]): void {
    for (const [uri] of reasons) this.unreadable.add(uri);
    const workspace = this.workspace.withUnread(reasons);
    if (workspace === this.workspace) return;
    this.workspace = workspace;
    this.#horizon = null;
    for (const [uri] of reasons) this.onChange(uri);
  }

  /** Takes what was found of the files that models give as evidence. */
  noteEvidence(look: (workspace: Workspace) => Workspace): void {
    const workspace = look(this.workspace);
    if (workspace === this.workspace) return;
    this.workspace = workspace;
    this.#horizon = null;
    for (const uri of new Set(evidenceNamed(workspace).map(({ fileAt }) => fileAt.uri))) this.onChange(uri);
  }

  /** Files of these uris may no longer be what they were found to be. */
  forgetEvidence(uris: ReadonlySet<string>): void {
    const stale = new Set(evidenceNamed(this.workspace).flatMap(({ uri, key }) => (uris.has(uri) ? [key] : [])));
    if (stale.size === 0) return;
    this.workspace = this.workspace.withEvidence(
      new Map([...this.workspace.evidence].filter(([key]) => !stale.has(key))),
    );
    this.#horizon = null;
  }

  /** All files of the folders are known from now on, or no longer. */
  noteSearch(over: boolean): void {
    this.workspace = this.workspace.asSearched(over);
    this.#horizon = null;
  }

  /** Judges what is on its way, in steps. */
  judging(): Steps<unknown> {
    return analysing(this.horizon, this.#options());
  }

  /** From now on answers count what was on its way. */
  takeIn(): void {
    const documents = [...this.#coming.values()];
    if (documents.length > 0) this.#putAll(documents);
  }

  /** Takes what the editor holds as the target of a reference. */
  adopt(uri: string): boolean {
    const held = this.open.get(uri);
    if (held) this.put(held.document);
    return held !== undefined;
  }

  put(document: SourceDocument): void {
    this.#putAll([document]);
  }

  #putAll(documents: readonly SourceDocument[]): void {
    this.workspace = this.workspace.withAll(documents);
    this.#horizon = null;
    for (const { uri } of documents) {
      this.#coming.delete(uri);
      this.unreadable.delete(uri);
      this.onChange(uri);
    }
  }

  remove(uri: string): void {
    const known = this.horizon.get(uri) !== undefined;
    this.#coming.delete(uri);
    this.#horizon = null;
    if (!known) return;
    this.workspace = this.workspace.without(uri);
    this.onChange(uri);
  }

  /** Folders whose files may be read: the workspace's, and that of a document which was opened from elsewhere. */
  readable(): string[] {
    return [...this.folders, ...this.#loose().map(folderOf)];
  }

  /** Models that may stand beside a specification which was opened without its folder. */
  neighbourModels(): string[] {
    const specs = this.#loose().filter((uri) => this.open.get(uri)?.kind === 'spec' && this.workspace.get(uri));
    const models = specs.map((uri) => uri.replace(/\.(?:ya?ml|json)$/i, '.threats.yaml'));
    return models.filter((uri, index) => uri !== specs[index] && !this.horizon.get(uri));
  }

  #loose(): string[] {
    return [...this.open.keys()].filter(
      (uri) => uri.startsWith('file:') && !this.folders.some((folder) => isBelow(uri, folder)),
    );
  }

  /** A uri as the editor spells it. */
  clientUri(uri: string): string {
    return this.open.get(uri)?.uri ?? uri;
  }
}

function kindOfRoot(root: 'openapi' | 'model' | null): DocumentKind {
  return root === 'model' ? 'model' : 'spec';
}

const SPEC_KEYS = new Set(['openapi', 'swagger']);

// Joining a large text after each pause would cost more than a slice: where the root's keys are at hand they tell.
function sameByItsKeys({ blocks }: SourceDocument, known: DocumentKind | null): boolean {
  if (blocks.some(({ kind, error }) => kind === 'whole' || error !== null)) {
    return known !== null && (blocks.length > 1 || (blocks[0]?.text.length ?? 0) > 1_000_000);
  }
  const keys = blocks.filter(({ depth }) => depth === 0).map(({ key }) => key);
  const first = keys.find((key) => key === 'stridewise' || SPEC_KEYS.has(key));
  if (first === 'stridewise') return known === 'model';
  return known === (first === undefined ? null : 'spec');
}
