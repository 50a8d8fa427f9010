export const VERSIONS = ['2.0', '3.0.3', '3.1.0', '3.2.0'] as const;
export type Version = (typeof VERSIONS)[number];

/** A value of a description as JSON has it. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into trees that they have just made.
export type Tree = any;

export interface Parts {
  readonly servers?: readonly string[];
  readonly schemes?: Tree;
  readonly security?: Tree;
  readonly paths: Tree;
  readonly schemas?: Tree;
}

const isOld = (version: Version) => version === '2.0';

/** A description of any version, of the same API. */
export function spec(
  version: Version,
  { servers = ['https://api.example.com'], schemes = {}, security, paths, schemas }: Parts,
): Tree {
  const rest = { ...(security && { security }), paths };
  const info = { title: 'Shop', version: '1' };
  if (isOld(version)) {
    const hosts = servers.map((url) => new URL(url));
    return {
      swagger: '2.0',
      info,
      host: hosts[0]?.host,
      schemes: hosts.map(({ protocol }) => protocol.slice(0, -1)),
      ...rest,
      securityDefinitions: schemes,
      ...(schemas && { definitions: schemas }),
    };
  }
  return {
    openapi: version,
    info,
    servers: servers.map((url) => ({ url })),
    ...rest,
    components: { securitySchemes: schemes, ...(schemas && { schemas }) },
  };
}

/** A login that every version can name. */
export function login(version: Version): Tree {
  return isOld(version)
    ? {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: 'https://id.example.com/a',
        tokenUrl: 'https://id.example.com/t',
        scopes: { all: 'All' },
      }
    : { type: 'http', scheme: 'bearer' };
}

/** An oauth2 scheme with these scopes. */
export function oauth(version: Version, scopes: readonly string[]): Tree {
  const flow = {
    authorizationUrl: 'https://id.example.com/a',
    tokenUrl: 'https://id.example.com/t',
    scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])),
  };
  return isOld(version)
    ? { type: 'oauth2', flow: 'accessCode', ...flow }
    : { type: 'oauth2', flows: { authorizationCode: flow } };
}

export function parameter(version: Version, where: string, name: string, schema: Tree): Tree {
  return isOld(version) ? { name, in: where, ...schema } : { name, in: where, schema };
}

/** What an operation takes and answers, over its other keys. */
export function operation(
  version: Version,
  { takes, gives, ...rest }: { takes?: Tree; gives?: Tree; [key: string]: Tree } = {},
): Tree {
  const old = isOld(version);
  const { parameters = [], responses = {}, ...keys } = rest;
  const body = old ? [{ in: 'body', name: 'body', schema: takes }] : [];
  const all = [...parameters, ...(takes === undefined ? [] : body)];
  const content = (schema: Tree) => ({ content: { 'application/json': { schema } } });
  const answer = gives === undefined ? {} : old ? { schema: gives } : content(gives);
  return {
    ...keys,
    ...(all.length > 0 && { parameters: all }),
    ...(takes !== undefined && (old ? { consumes: ['application/json'] } : { requestBody: content(takes) })),
    ...(gives !== undefined && old && { produces: ['application/json'] }),
    responses: { '200': { description: 'Fine', ...answer }, ...responses },
  };
}

export function ref(version: Version, kind: 'schemas' | 'responses' | 'parameters', name: string): Tree {
  const section = isOld(version) ? (kind === 'schemas' ? 'definitions' : kind) : `components/${kind}`;
  return { $ref: `#/${section}/${name}` };
}

/** The schema of a parameter, and of a body. */
export function schemaOf(version: Version, one: Tree): Tree {
  return isOld(version) ? one : one.schema;
}

export function bodyOf(version: Version, one: Tree): Tree {
  return isOld(version)
    ? one.parameters.find((item: Tree) => item.in === 'body').schema
    : one.requestBody.content['application/json'].schema;
}

export function answerOf(version: Version, one: Tree): Tree {
  return isOld(version) ? one.responses['200'].schema : one.responses['200'].content['application/json'].schema;
}

/** A section of components, made where it is absent. */
export function section(
  version: Version,
  tree: Tree,
  name: 'schemas' | 'responses' | 'parameters' | 'securitySchemes',
): Tree {
  const old: Record<string, string> = { schemas: 'definitions', securitySchemes: 'securityDefinitions' };
  if (!isOld(version)) tree.components ??= {};
  const [owner, key] = isOld(version) ? [tree, old[name] ?? name] : [tree.components, name];
  owner[key] ??= {};
  return owner[key];
}
