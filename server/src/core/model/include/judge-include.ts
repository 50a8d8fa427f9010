import { type RootKind, resolveUri, type SourceDocument } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import type { ProblemCode } from '../problem-codes';
import { isTooLarge, LARGEST_IN_WORDS } from '../read/too-large';
import type { ModelProblem, Placed } from '../types';
import { fileName } from './file-name';

/** What models are read from. */
export interface ModelFiles {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Why files cannot be read that were asked for: `does not exist`. */
  readonly unread: ReadonlyMap<string, string>;
  kindOf(document: SourceDocument): RootKind | null;
}

/** The file that an include names, or why it is none; no problem while nobody has looked for it yet. */
export type Judged = { readonly document: SourceDocument } | { readonly problem: ModelProblem | null };

const REMOTE = /^[a-z][a-z0-9+.-]+:/i;

/** The uri of the file that an include names, or null where it names none: a pattern, an address. */
export function targetOf(text: string, uri: string): string | null {
  if (/[*?]/.test(text) || (REMOTE.test(text) && !/^file:/i.test(text))) return null;
  return resolveUri(uri, text);
}

export function judgeInclude({ text, at }: Placed, uri: string, files: ModelFiles): Judged {
  const refuse = (code: ProblemCode, message: string): Judged => ({
    problem: { code, message, severity: 'error', at },
  });
  const target = targetOf(text, uri);
  if (target === null) {
    return REMOTE.test(text)
      ? refuse('include-remote', 'Nothing is fetched: include a file of the workspace')
      : refuse('include-pattern', `\`${text}\` is a pattern, and \`include\` takes files: name each one`);
  }
  const document = files.documents.get(target);
  if (document === undefined) {
    const reason = files.unread.get(target);
    return { problem: reason === undefined ? null : unread({ text, at }, reason, modelsBeside(uri, files)) };
  }
  const kind = files.kindOf(document);
  if (kind === 'openapi') {
    return refuse('no-model', `\`${text}\` is an API description: name it as the \`spec\` of an API`);
  }
  if (kind === null) {
    return refuse('no-model', `\`${text}\` is no threat model: it has no \`stridewise\` key at its root`);
  }
  if (isTooLarge(document)) {
    return refuse('too-large', `\`${text}\` is larger than ${LARGEST_IN_WORDS}, and is not included`);
  }
  return { document };
}

function modelsBeside(uri: string, { documents, kindOf }: ModelFiles): string[] {
  const models = [...documents.values()].filter((document) => document.uri !== uri && kindOf(document) === 'model');
  return models.map((document) => fileName(document.uri, uri));
}

function unread({ text, at }: Placed, reason: string, names: readonly string[]): ModelProblem {
  return { code: 'unread-include', severity: 'error', at, ...unreadFile(text, reason, names) };
}

/** What is said of a path to a file that cannot be read, with the file that is meant where a name among `names` is near. */
export function unreadFile(
  path: string,
  reason: string,
  names: readonly string[],
): Pick<ModelProblem, 'message' | 'fix'> {
  const isBelow = path.startsWith('./');
  const near = nearest(isBelow ? path.slice(2) : path, names);
  const newText = near === undefined ? undefined : `${isBelow ? './' : ''}${near}`;
  const message = `\`${path}\` ${reason}${didYouMean(newText)}`;
  if (newText === undefined || !/^[\w./-]+$/.test(newText)) return { message };
  return { message, fix: { title: `Write \`${newText}\``, newText } };
}
