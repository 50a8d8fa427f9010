import { sameList } from '../text';
import { readBackend, tellsBackend } from './backend';
import { controlOf, readGateway } from './gateway';
import type { Node } from './node';
import { NO_SECURITY, readSchemes, readSecurity } from './security';
import { readHost, readServers } from './servers';
import { Derivation, type Session } from './session';
import type { Backend, Gateway, OpenApiVersion, Security, SecurityScheme, Server } from './types';

/** The blocks that a context is read from, by what an edit of them asks for. */
interface Sources {
  /** Whatever else changes, operations are read again when one of these does. */
  readonly base: readonly unknown[];
  /** Operations inherit these as they are. */
  readonly security: readonly unknown[];
  readonly servers: readonly unknown[];
}

/** What operations inherit from the root. The same object as long as nothing of it was edited. */
export class Context extends Derivation {
  security: Security | null = null;
  inherited: Security = NO_SECURITY;
  schemes: ReadonlyMap<string, SecurityScheme> = new Map();
  servers: readonly Server[] = [];
  gateway: Gateway | null = null;
  backend: Backend | null = null;
  consumes: readonly string[] = [];
  produces: readonly string[] = [];
  /** Shared by contexts that differ in no more than the root's security and servers. */
  family: object = {};

  constructor(
    session: Session,
    readonly version: OpenApiVersion,
    readonly root: Node,
    readonly sources: Sources,
  ) {
    super(session);
  }

  /** Whether it was read from this very base and nothing that it refers to has moved. */
  hasBase(version: OpenApiVersion, { base }: Sources): boolean {
    return !this.stale && this.version === version && sameList(this.sources.base, base);
  }
}

const SERVERS = ['servers'];
const SECURITY = ['security'];
const BASE = ['host', 'basePath', 'schemes', 'securityDefinitions', 'consumes', 'produces'];

/** Reads the context, or keeps the one at hand where it still holds. */
export function contextOf(session: Session, version: OpenApiVersion, root: Node, before: Context | null): Context {
  const sources = sourcesOf(root);
  const base = before?.hasBase(version, sources) === true ? before : null;
  const sameServers = base !== null && sameList(base.sources.servers, sources.servers);
  if (sameServers && sameList(base.sources.security, sources.security)) return base;
  const context = new Context(session, version, root, sources);
  if (base === null) readBase(context);
  else takeBase(context, base);
  before?.drop();
  context.security = readSecurity(context, root, 'root', context);
  context.inherited = context.security ?? NO_SECURITY;
  context.servers = sameServers ? base.servers : serversOf(version, root);
  return context;
}

function serversOf(version: OpenApiVersion, root: Node): readonly Server[] {
  return version === '2.0' ? readHost(root) : (readServers(root) ?? []);
}

function readBase(context: Context): void {
  const { root } = context;
  context.schemes = readSchemes(context, root);
  context.consumes = root.textsOf('consumes');
  context.produces = root.textsOf('produces');
  context.gateway = readGateway([root]);
  context.backend = readBackend([root]);
}

function takeBase(context: Context, from: Context): void {
  context.family = from.family;
  context.schemes = from.schemes;
  context.consumes = from.consumes;
  context.produces = from.produces;
  context.gateway = from.gateway;
  context.backend = from.backend;
  context.readAllOf(from);
}

function sourcesOf(root: Node): Sources {
  if (!root.isSection) return { base: [root.view.document], security: [], servers: [] };
  const components = root.get('components');
  const declared = components?.get('securitySchemes') ?? null;
  const base = [
    components?.block ?? null,
    ...leaning(components),
    ...partsOf(declared),
    ...sourcesIn(root, BASE),
    ...sourcesIn(root, gatewayKeys(root)),
  ];
  return { base, security: sourcesIn(root, SECURITY), servers: sourcesIn(root, SERVERS) };
}

function gatewayKeys(root: Node): readonly string[] {
  return root
    .entries()
    .map(([key]) => key)
    .filter((key) => key.startsWith('x-') && (controlOf(key) !== null || tellsBackend(key)));
}

function sourcesIn(root: Node, keys: readonly string[]): readonly unknown[] {
  return keys.flatMap((key) => partsOf(root.get(key)));
}

/** A part's block, and those of its entries where it is made of blocks. */
function partsOf(part: Node | null): readonly unknown[] {
  const entries = part?.isSection === true ? part.entries().map(([, entry]) => sourceOf(entry)) : [];
  return [part?.block ?? null, ...leaning(part), ...entries];
}

function leaning(part: Node | null): readonly unknown[] {
  return part !== null && !part.isSection && part.leans ? [part.view.document] : [];
}

function sourceOf(entry: Node): unknown {
  return entry.leans && !entry.isSection ? entry.view.document : entry.block;
}
