import type { SourceDocument } from '../../text';
import type { Included } from '../read/below';
import { includesOf, type Layer, readLayer } from '../read/read-layer';
import { readModel } from '../read/read-model';
import type { Model, ModelProblem } from '../types';
import { fileName } from './file-name';
import { type Judged, judgeInclude, type ModelFiles } from './judge-include';
import { modelOf } from './model-of';

/** Nobody nests files as deep; each level is a call. */
const DEEPEST = 100;

/**
 * The models of some files, each over what it includes, in the order of their uris, so that nothing depends on which was found
 * first. A file that changes is read again, and of the models that include it only how they are put together.
 */
export function composeModels(files: ModelFiles): Model[] {
  const documents = [...files.documents.values()]
    .filter((document) => files.kindOf(document) === 'model')
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  if (documents.every((document) => includesOf(document).length === 0)) return documents.map(readModel);
  const composition = new Composition(files);
  for (const document of documents) composition.layerOf(document, []);
  return composition.models();
}

class Composition {
  private readonly layers = new Map<string, Layer>();
  private readonly problems = new Map<string, ModelProblem[]>();

  constructor(private readonly files: ModelFiles) {}

  /** `trail`: the files on the way here, each of which includes the next. */
  layerOf(document: SourceDocument, trail: readonly string[]): Layer {
    const { uri } = document;
    const known = this.layers.get(uri);
    if (known !== undefined) return known;
    const problems: ModelProblem[] = [];
    const included: Included[] = [];
    const taken = new Set<string>();
    for (const include of includesOf(document)) {
      const judged = judgeInclude(include, uri, this.files);
      const problem = 'document' in judged ? this.refused(judged, include, [...trail, uri], taken) : judged.problem;
      if (problem !== null) problems.push(problem);
      else if ('document' in judged) {
        taken.add(judged.document.uri);
        included.push({ layer: this.layerOf(judged.document, [...trail, uri]), include });
      }
    }
    const layer = readLayer(document, included);
    this.layers.set(uri, layer);
    this.problems.set(uri, problems);
    return layer;
  }

  private refused(
    { document: { uri } }: Extract<Judged, { readonly document: SourceDocument }>,
    { text, at }: Included['include'],
    trail: readonly string[],
    taken: ReadonlySet<string>,
  ): ModelProblem | null {
    const own = trail.at(-1) ?? uri;
    if (uri === own) return { code: 'include-itself', message: 'This file includes itself', severity: 'error', at };
    if (taken.has(uri)) {
      return { code: 'included-twice', message: `\`${text}\` is included already`, severity: 'warning', at };
    }
    if (trail.includes(uri)) {
      const circle = [...trail.slice(trail.indexOf(uri)), uri].map((one) => fileName(one, own)).join(' -> ');
      const message = `These files include each other, so this one is left out here: ${circle}`;
      return { code: 'include-cycle', message, severity: 'error', at };
    }
    if (trail.length < DEEPEST) return null;
    const message = `Files are included over ${DEEPEST} steps here: this one is left out`;
    return { code: 'include-depth', message, severity: 'error', at };
  }

  models(): Model[] {
    const above = new Map<string, Layer[]>();
    for (const layer of this.layers.values()) {
      for (const uri of layer.files) {
        const includers = above.get(uri) ?? [];
        above.set(uri, includers);
        if (uri !== layer.uri) includers.push(layer);
      }
    }
    return [...this.layers.values()]
      .sort((a, b) => (a.uri < b.uri ? -1 : 1))
      .map((layer) => {
        const problems = this.problems.get(layer.uri) ?? [];
        return modelOf(layer, { problems, includers: above.get(layer.uri) ?? [] });
      });
  }
}
