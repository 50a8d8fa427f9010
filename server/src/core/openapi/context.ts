import type { Node } from './node';
import { NO_SECURITY, readSchemes, readSecurity } from './security';
import { readHost, readServers } from './servers';
import { Derivation, type Session } from './session';
import type { OpenApiVersion, Security, SecurityScheme, Server } from './types';

/** What operations inherit from the root. The same object as long as nothing of it was edited. */
export class Context extends Derivation {
  security: Security | null = null;
  inherited: Security = NO_SECURITY;
  schemes: ReadonlyMap<string, SecurityScheme> = new Map();
  servers: readonly Server[] = [];
  consumes: readonly string[] = [];
  produces: readonly string[] = [];

  constructor(
    session: Session,
    readonly version: OpenApiVersion,
    readonly root: Node,
    private readonly sources: readonly unknown[],
  ) {
    super(session);
  }

  /** Whether it was read from these very texts and nothing that it refers to has moved. */
  holds(sources: readonly unknown[]): boolean {
    return (
      !this.stale && sources.length === this.sources.length && sources.every((one, at) => one === this.sources[at])
    );
  }
}

const KEYS = ['servers', 'host', 'basePath', 'schemes', 'security', 'securityDefinitions', 'consumes', 'produces'];

/** Reads the context, or keeps the one at hand where it still holds. */
export function contextOf(session: Session, version: OpenApiVersion, root: Node, before: Context | null): Context {
  const sources = sourcesOf(root);
  if (before?.holds(sources) && before.version === version) return before;
  before?.drop();
  const context = new Context(session, version, root, sources);
  context.schemes = readSchemes(context, root);
  context.security = readSecurity(root, 'root', context.schemes);
  context.inherited = context.security ?? NO_SECURITY;
  context.servers = version === '2.0' ? readHost(root) : (readServers(root) ?? []);
  context.consumes = root.textsOf('consumes');
  context.produces = root.textsOf('produces');
  return context;
}

/** The blocks that the context is read from. */
function sourcesOf(root: Node): readonly unknown[] {
  if (!root.isSection) return [root.view.document];
  const components = root.get('components');
  const parts = [...KEYS.map((key) => root.get(key)), components, components?.get('securitySchemes') ?? null];
  const sources: unknown[] = [];
  for (const part of parts) {
    sources.push(part?.block ?? null);
    if (part !== null && !part.isSection && part.leans) sources.push(root.view.document);
    if (part?.isSection && part !== components) sources.push(...part.entries().map(([, entry]) => sourceOf(entry)));
  }
  return sources;
}

function sourceOf(entry: Node): unknown {
  return entry.leans && !entry.isSection ? entry.view.document : entry.block;
}
