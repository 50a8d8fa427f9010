import { bindingOf, rootOf } from '../../coverage';
import type { NamedIn } from '../../coverage/name-specs';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { BoundOperation, Model } from '../../model';
import { operationText, parseWhere, wordsOfModel } from '../../model';
import { NAMED_SECTIONS } from '../../model/schema/things';
import type { Operation } from '../../openapi/types';
import { isOpen } from '../../risk';
import { resolveUri } from '../../text';
import type { Workspace } from '../../workspace';
import { pathIfAny } from '../path-between';
import { textIn, valueAt } from './sketch/read-sketch';
import type { SketchNode } from './sketch/types';

/** What completion draws from: the texts of the workspace as last analysed, and the model's own text as it stands. */
export interface SourceInput {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly uri: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** Files that may be evidence, as uris; those of the workspace where the host has no list. */
  readonly files?: readonly string[];
}

export interface NamedEntry {
  readonly id: string;
  readonly section: string;
  readonly title: string;
}

/** An API and what the model calls it. */
export interface SourceApi {
  readonly id: string;
  /** The id of its entry: another one where the entry's pattern names several. */
  readonly entry: string;
  readonly api: ApiAnalysis;
}

/** A finding and what the model calls its API. */
export interface OpenFinding {
  readonly id: string;
  readonly finding: Finding;
}

const isNamed = (section: string) => NAMED_SECTIONS.some((one) => one === section);

export class Source {
  readonly today: string;
  readonly model: Model | undefined;
  readonly apis: readonly SourceApi[];
  /** What the components of the model serve that have a `spec`. */
  readonly called: readonly SourceApi[];
  #entries: readonly NamedEntry[] | null = null;
  #open: readonly OpenFinding[] | null = null;

  constructor(
    readonly input: SourceInput,
    readonly root: SketchNode,
  ) {
    this.today = input.today;
    this.model = input.analysis.models.find(({ uri }) => uri === input.uri);
    this.apis = this.#named('apis');
    this.called = this.#named('components');
  }

  /** Ids under these root keys: as they stand in the text, then those of included files. */
  named(sections: readonly string[]): readonly NamedEntry[] {
    this.#entries ??= this.#readEntries();
    const entries = this.#entries;
    return sections.flatMap((name) => entries.filter(({ section }) => section === name));
  }

  /** Whether an id stands under one of these root keys. */
  has(id: string, sections: readonly string[] = NAMED_SECTIONS): boolean {
    return this.named(sections).some((entry) => entry.id === id);
  }

  /** The operations that a place names. */
  operationsAt(where: string): readonly BoundOperation[] {
    const parsed = parseWhere(where);
    const { model } = this;
    if ('error' in parsed || model === undefined) return [];
    const statement = { what: null, where: parsed.value, text: where, at: model.at };
    return bindingOf(model, this.input.analysis.apis).operationsOf(statement);
  }

  /** Findings of the model's APIs that nothing answers, the riskiest first; those last of which an answer is begun. */
  openFindings(): readonly OpenFinding[] {
    this.#open ??= this.apis
      .flatMap(({ id, api }) => api.findings.map((finding) => ({ id, finding })))
      .filter(({ finding }) => finding.definition !== null && isOpen(finding))
      .sort((a, b) => begun(a) - begun(b) || b.finding.risk.rank - a.finding.risk.rank);
    return this.#open;
  }

  /** An operation as a place of the model: with its API's id where there are several. */
  placeOf(id: string, operation: Operation): string {
    const isOurs = this.apis.some((api) => api.id === id);
    return operationText(operation, this.apis.length > 1 || !isOurs ? id : '');
  }

  /** The APIs that an id of a place means: one, those of a pattern, what a component serves; all of ours for `every` and for none. */
  apisCalled(id: string): readonly SourceApi[] {
    if (id === '' || id === 'every') return this.apis;
    return [...this.apis, ...this.called].filter((one) => one.id === id || one.entry === id);
  }

  /** The operations of an API of the model, of all for `every` and for none. */
  operationsOf(id: string): readonly { readonly id: string; readonly operation: Operation }[] {
    return this.apisCalled(id).flatMap((one) =>
      one.api.description.operations.map((operation) => ({ id: one.id, operation })),
    );
  }

  /** Files of the workspace of one kind, as paths from the model, the nearest first. */
  filesOf(kind: 'openapi' | 'model'): readonly string[] {
    const found: string[] = [];
    for (const [uri, document] of this.input.workspace.documents) {
      const path = uri !== this.input.uri && rootOf(document) === kind ? pathIfAny(this.input.uri, uri) : null;
      if (path !== null) found.push(path);
    }
    return nearestFirst(found);
  }

  /** Files that can be named as evidence. */
  otherFiles(): readonly string[] {
    const uris = this.input.files ?? [...this.input.workspace.documents.keys()];
    return nearestFirst(uris.flatMap((uri) => (uri === this.input.uri ? [] : (pathIfAny(this.input.uri, uri) ?? []))));
  }

  /** What entries of a section name: as bound, and those that were written since. */
  #named(section: 'apis' | 'components'): SourceApi[] {
    const { analysis, uri } = this.input;
    const isMeant = ({ model, called }: NamedIn) => model === this.model && called === (section === 'components');
    const bound = analysis.apis.flatMap((api) =>
      api.models.filter(isMeant).map(({ id, entry }) => ({ id, entry: entry.id, api })),
    );
    const written = pairsIn(valueAt(this.root, section)).flatMap(({ id, value }): SourceApi[] => {
      const spec = (section === 'apis' ? textIn(value) : '') || textIn(valueAt(value, 'spec'));
      if (spec === '' || bound.some((one) => one.entry === id)) return [];
      const target = resolveUri(uri, spec);
      const api = analysis.apis.find(({ description }) => description.uri === target);
      return api === undefined ? [] : [{ id, entry: id, api }];
    });
    return [...bound, ...written];
  }

  #readEntries(): NamedEntry[] {
    const known = new Map<string, NamedEntry>();
    for (const section of NAMED_SECTIONS) {
      for (const { id, value } of pairsIn(valueAt(this.root, section))) {
        known.set(`${section} ${id}`, { id, section, title: titleOf(value) });
      }
    }
    const all = [
      ...this.apis.map((one) => ['apis', one] as const),
      ...this.called.map((one) => ['components', one] as const),
    ];
    for (const [section, { id, entry, api }] of all) {
      if (id !== entry) known.set(`${section} ${id}`, { id, section, title: api.description.title });
    }
    for (const { id, section } of this.#included()) {
      if (!NAMED_SECTIONS.some((one) => known.has(`${one} ${id}`)))
        known.set(`${section} ${id}`, { id, section, title: '' });
    }
    return [...known.values()];
  }

  /** The entries of the files that the model includes, over all steps. */
  #included(): { readonly id: string; readonly section: string }[] {
    const { workspace, uri } = this.input;
    return [...(this.model?.files ?? [])].flatMap((file) => {
      const document = file === uri ? undefined : workspace.get(file);
      if (document === undefined) return [];
      const ids = wordsOfModel(document).filter(({ role, section }) => role === 'id' && isNamed(section));
      return ids.map(({ text, section }) => ({ id: text, section }));
    });
  }
}

function begun({ finding }: OpenFinding): number {
  return Number(finding.answers.length > 0);
}

function pairsIn(node: SketchNode | null | undefined): { readonly id: string; readonly value: SketchNode | null }[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.filter(({ colon }) => colon >= 0).map(({ name, value }) => ({ id: name.text, value }));
}

/** What tells entries apart: the title, else the first thing that is said of it. */
function titleOf(value: SketchNode | null): string {
  const title = textIn(value) || textIn(valueAt(value, 'title'));
  if (title !== '') return title;
  return (
    ['spec', 'class', 'kind', 'regulation', 'property', 'zone', 'trust']
      .map((key) => textIn(valueAt(value, key)))
      .find(Boolean) ?? ''
  );
}

function nearestFirst(paths: readonly string[]): string[] {
  const steps = (path: string) => path.split('/').length + (path.startsWith('..') ? 10 : 0);
  return [...paths].sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1));
}
