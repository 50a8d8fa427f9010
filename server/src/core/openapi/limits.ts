import { type Place, place } from '../text';
import { Node } from './node';
import { scanBlock } from './scan';
import type { SecurityScheme, SpecProblem } from './types';
import type { Version } from './version';
import type { View } from './view';

/** The drafts of JSON Schema whose words are read, and OpenAPI's own dialects of them. */
const KNOWN_DIALECTS = [
  /^https?:\/\/json-schema\.org\/(?:draft-0[4-7]|draft\/2019-09|draft\/2020-12)\/(?:hyper-)?schema$/,
  /^https?:\/\/spec\.openapis\.org\/oas\/3\.[0-2]\//,
];

/** What a whole description is read by that we do not know: a version that came later, a dialect of JSON Schema of its own. */
export function limitsOf(root: Node, { key, known, written, version }: Version): readonly SpecProblem[] {
  const problems: SpecProblem[] = [];
  if (!known) {
    const message = `OpenAPI ${written} is not known here: it is read as ${version}, and what is new in it is not checked`;
    problems.push({ code: 'not-checked', message, at: key.keyAt });
  }
  const dialect = version === '2.0' ? null : root.get('jsonSchemaDialect');
  const name = dialect?.text() ?? '';
  if (dialect !== null && isForeign(name)) problems.push({ ...foreign(name), at: dialect.keyAt });
  return [...problems, ...shapeless(root)];
}

/** Sections whose entries are named, so that a list or a text says nothing there. */
function shapeless(root: Node): readonly SpecProblem[] {
  const problems: SpecProblem[] = [];
  for (const name of ['paths', 'webhooks', 'components']) {
    const section = root.get(name);
    if (section === null) continue;
    const isText = section.kind === 'scalar' && !/^(?:|~|null)$/i.test(section.text() ?? '');
    if (section.kind !== 'sequence' && !isText) continue;
    const message = `${name} must be a mapping of names and is a ${isText ? 'text' : 'list'}, so nothing of it is read`;
    problems.push({ code: 'not-checked', message, at: section.keyAt });
  }
  return problems;
}

/** Schemes of a type that we do not know: that somebody must log in is all that is read of them. */
export function unknownSchemes(schemes: ReadonlyMap<string, SecurityScheme>): readonly SpecProblem[] {
  const unknown = [...schemes.values()].filter(({ type }) => type === 'unknown');
  return unknown.map(({ name, at }) => {
    const message = `The type of the security scheme ${name} is not known here, so how it logs callers in is not checked`;
    return { code: 'not-checked', message, at };
  });
}

/** What path items could not read; a component that many of them use is told once. */
export function unreadIn(items: readonly { readonly unread: readonly SpecProblem[] }[]): readonly SpecProblem[] {
  const problems = new Map<string, SpecProblem>();
  for (const { unread } of items) {
    for (const problem of unread) {
      const { uri, block, start } = problem.at;
      problems.set(`${uri} ${block.key} ${start} ${problem.message}`, problem);
    }
  }
  return [...problems.values()];
}

/** The dialects that schemas of a file name themselves, each at the first place where it is not known. */
export function dialectsIn(view: View): readonly SpecProblem[] {
  const problems = new Map<string, SpecProblem>();
  for (const block of view.document?.blocks ?? []) {
    for (const { text, node } of scanBlock(block).dialects) {
      const at = place(view.uri, block, node);
      if (isForeign(text) && !problems.has(text) && !isOfDescription(view, at)) {
        problems.set(text, { ...foreign(text), at });
      }
    }
  }
  return [...problems.values()];
}

/** What `$schema` at the root of a description names helps editors: it is no dialect of its schemas. */
function isOfDescription(view: View, at: Place): boolean {
  const root = Node.root(view);
  const own = root?.get('$schema')?.at;
  if (root === null || own === undefined || own.block !== at.block || own.start !== at.start) return false;
  return root.get('openapi') !== null || root.get('swagger') !== null;
}

function isForeign(dialect: string): boolean {
  const name = dialect.trim().replace(/#$/, '');
  return name !== '' && !KNOWN_DIALECTS.some((known) => known.test(name));
}

function foreign(dialect: string): Omit<SpecProblem, 'at'> {
  const message = `The JSON Schema dialect ${dialect} is not known here, so words that only it has are not checked`;
  return { code: 'not-checked', message };
}
