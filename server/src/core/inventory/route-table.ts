import type { ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';

/** An operation that a request may have been for, with its API. */
export interface Route {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
}

interface Branch {
  readonly fixed: Map<string, Branch>;
  /** Segments with templates, such as `{id}` or `{id}.json`: the more text they fix, the earlier they are tried. */
  readonly templates: { readonly pattern: RegExp; readonly fixed: number; readonly branch: Branch }[];
  readonly ends: Route[];
}

const branch = (): Branch => ({ fixed: new Map(), templates: [], ends: [] });

/**
 * Finds the operation of a request by its host, the server's path and the template, as OpenAPI has it: fixed text counts before
 * templates. Where requests name no host, or APIs no server, the path alone decides.
 */
export class RouteTable {
  readonly #roots = new Map<string, Branch>();
  readonly #anywhere = branch();

  constructor(apis: readonly ApiAnalysis[]) {
    for (const api of apis.filter(({ called }) => called === null)) {
      for (const operation of api.description.operations) {
        if (operation.kind === 'operation') this.#add({ api, operation });
      }
    }
  }

  #add(route: Route): void {
    const places = route.operation.servers.map(({ url }) => placeOf(url));
    for (const { host, path } of places.length === 0 ? [{ host: '', path: '' }] : places) {
      const segments = segmentsOf(path + route.operation.path);
      put(this.#anywhere, segments, route);
      if (host === '') continue;
      const root = this.#roots.get(host) ?? branch();
      this.#roots.set(host, root);
      put(root, segments, route);
    }
  }

  /** Null where no description has it. `host` is empty where the request says none. */
  find(method: string, host: string, path: string): Route | null {
    const segments = segmentsOf(path);
    const own = this.#roots.get(host);
    // A host that no description names may be a proxy, or one behind it.
    return (own && walk(own, segments, 0, method)) ?? walk(this.#anywhere, segments, 0, method);
  }

  /** Whether some description has the path, whatever its method. */
  hasPath(host: string, path: string): boolean {
    return this.find('', host, path) !== null;
  }
}

/** Host in lower case and path of a server; variables in its host stand for any. */
function placeOf(url: string): { readonly host: string; readonly path: string } {
  const [, host = '', path = ''] = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? ['', '', url];
  return { host: host.includes('{') ? '' : host.toLowerCase(), path: path.replace(/\/$/, '') };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function put(root: Branch, segments: readonly string[], route: Route): void {
  let at = root;
  for (const segment of segments) at = segment.includes('{') ? template(at, segment) : fixed(at, segment);
  at.ends.push(route);
}

function fixed(at: Branch, segment: string): Branch {
  const next = at.fixed.get(segment) ?? branch();
  at.fixed.set(segment, next);
  return next;
}

function template(at: Branch, segment: string): Branch {
  const literal = segment.split(/\{[^}]*\}/);
  const source = `^${literal.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`;
  const known = at.templates.find(({ pattern }) => pattern.source === source);
  if (known !== undefined) return known.branch;
  const next = branch();
  at.templates.push({ pattern: new RegExp(source), fixed: literal.join('').length, branch: next });
  at.templates.sort((one, other) => other.fixed - one.fixed);
  return next;
}

function walk(at: Branch, segments: readonly string[], index: number, method: string): Route | null {
  const segment = segments[index];
  if (segment === undefined) return endFor(at, method);
  const next = at.fixed.get(segment);
  const found = next === undefined ? null : walk(next, segments, index + 1, method);
  if (found !== null) return found;
  for (const { pattern, branch: below } of at.templates) {
    const behind = pattern.test(segment) ? walk(below, segments, index + 1, method) : null;
    if (behind !== null) return behind;
  }
  return null;
}

/** An empty method asks for any; HEAD and OPTIONS come with what a server answers to GET and to sites that ask first. */
function endFor({ ends }: Branch, method: string): Route | null {
  if (method === '') return ends[0] ?? null;
  const exact = ends.find(({ operation }) => operation.method === method || operation.method === 'ANY');
  if (exact !== undefined || (method !== 'HEAD' && method !== 'OPTIONS')) return exact ?? null;
  return ends.find(({ operation }) => operation.method === 'GET') ?? (method === 'OPTIONS' ? (ends[0] ?? null) : null);
}
