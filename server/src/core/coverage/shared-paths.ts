import type { Binding, ModelApi } from '../model';
import type { ModelProblem } from '../model/types';
import type { Operation } from '../openapi/types';
import { hostOf, isInnerHost, isThisMachine } from '../rules/facts/hosts';
import { type ApiOfModel, apisOf, type BoundModel, type WorkspaceApi } from './apis';
import { nameOf } from './questions';

interface Clash {
  readonly first: ApiOfModel;
  readonly second: ApiOfModel;
  readonly server: string;
  readonly operations: Operation[];
}

const known = new WeakMap<Binding, readonly ModelProblem[]>();

/** Entries of one model that have the same operations at the same addresses, with nothing that tells them apart. */
export function sharedPaths({ model, binding }: BoundModel, apis: readonly WorkspaceApi[]): readonly ModelProblem[] {
  if (model.apis.length < 2) return [];
  const kept = known.get(binding);
  if (kept !== undefined) return kept;
  const problems = clashesOf(apisOf(model, apis).filter(({ entry }) => isLive(entry))).map(problemOf);
  known.set(binding, problems);
  return problems;
}

function isLive({ lifecycle }: ModelApi): boolean {
  return lifecycle === 'production' || lifecycle === 'deprecated';
}

function clashesOf(served: readonly ApiOfModel[]): Clash[] {
  const owners = new Map<string, ApiOfModel>();
  const clashes = new Map<string, Clash>();
  for (const one of served) {
    for (const server of serversOf(one)) take(one, server, owners, clashes);
  }
  return [...clashes.values()].filter(isMost);
}

function take(one: ApiOfModel, server: string, owners: Map<string, ApiOfModel>, clashes: Map<string, Clash>): void {
  for (const operation of one.description.operations) {
    const shape = operation.path.replace(/\{[^}]*\}/g, '{}');
    const key = `${server} ${one.entry.versionedBy} ${operation.method} ${shape}`;
    const first = owners.get(key);
    if (first === undefined) owners.set(key, one);
    else if (first.entry !== one.entry) add(clashes, { first, second: one, server, operations: [operation] });
  }
}

function add(clashes: Map<string, Clash>, clash: Clash): void {
  const key = `${clash.first.id} ${clash.second.id}`;
  const before = clashes.get(key);
  if (before === undefined) clashes.set(key, clash);
  else if (before.server === clash.server) before.operations.push(...clash.operations);
}

/** Services behind one gateway have a path such as /health in common; two editions of one API nearly all. */
function isMost({ first, second, operations }: Clash): boolean {
  const [one, other] = [first, second].map(({ description }) => description.operations.length);
  return operations.length * 2 > Math.min(one ?? 0, other ?? 0);
}

/** Addresses of its own, else those of its description that mean one machine wherever they are read. */
function serversOf({ entry, description }: ApiOfModel): string[] {
  const urls = entry.servers.length > 0 ? entry.servers : description.servers.map(({ url }) => url);
  return urls.map((url) => url.toLowerCase().replace(/\/+$/, '')).filter((url) => isOneAddress(hostOf(url)));
}

function isOneAddress(host: string): boolean {
  return host !== '' && !host.includes('{') && !isThisMachine(host) && !isInnerHost(host);
}

function problemOf({ first, second, server, operations: [operation, ...more] }: Clash): ModelProblem {
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  const name = operation === undefined ? '' : nameOf(operation);
  const message = `\`${second.id}\` and \`${first.id}\` both have ${name}${rest} at ${server}: say with \`servers\` or \`versionedBy\` what tells them apart`;
  return { code: 'shared-paths', severity: 'information', message, at: second.entry.specAt };
}
