import { nameOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';
import { percentDecoded } from '../text';

/** What to call APIs and operations so that no two look alike. */
export interface Names {
  /** The API's id; with the folder, or the file, where others have the same. */
  api(api: ApiAnalysis): string;
  /** `GET /orders/{id}`; with the API where others have such an operation. */
  operation(api: ApiAnalysis, operation: Operation): string;
}

const known = new WeakMap<Analysis, Names>();

export function namesIn(analysis: Analysis): Names {
  let names = known.get(analysis);
  if (names === undefined) {
    names = build(analysis.apis);
    known.set(analysis, names);
  }
  return names;
}

function build(apis: readonly ApiAnalysis[]): Names {
  const titles = new Map(apis.map((api) => [api, titleOf(api, apis)]));
  const api = (one: ApiAnalysis) => titles.get(one) ?? one.id;
  let shared: ReadonlySet<string> | null = null;
  return {
    api,
    operation(one, operation) {
      const name = nameOf(operation);
      if (apis.length < 2) return name;
      shared ??= sharedNames(apis);
      return shared.has(name) ? `${name} (${api(one)})` : name;
    },
  };
}

function titleOf(api: ApiAnalysis, apis: readonly ApiAnalysis[]): string {
  const others = apis.filter((other) => other !== api && other.id === api.id);
  if (others.length === 0) return api.id;
  const own = segmentsOf(api);
  const all = [own, ...others.map(segmentsOf)];
  const common = own.findIndex((segment, index) => all.some((segments) => segments[index] !== segment));
  const rest = own.slice(Math.max(0, common));
  const folders = all.map((segments) => segments.slice(0, -1).join('/'));
  const folder = rest.slice(0, -1).join('/');
  const isAlone = folder !== '' && folders.filter((one) => one === folders[0]).length === 1;
  return `${api.id} (${isAlone ? folder : rest.join('/')})`;
}

function segmentsOf({ description }: ApiAnalysis): string[] {
  return description.uri.split('/').map(percentDecoded);
}

function sharedNames(apis: readonly ApiAnalysis[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { description } of apis) {
    for (const name of new Set(description.operations.map(nameOf))) {
      if (seen.has(name)) shared.add(name);
      seen.add(name);
    }
  }
  return shared;
}
