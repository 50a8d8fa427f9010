import type { SourceDocument } from '../../../text';
import { percentDecoded, resolveUri } from '../../../text';
import { type Change, type Path, type Value, valueAt } from '../../../text/edit';
import { pathBetween } from '../../path-between';

/** The texts that take the place of one of an entry; null where none can. */
export type Rewrite = (text: string) => readonly string[] | null;

/** What writes the texts under a key anew, each at its place where it stays one; null where one of them cannot be. */
export function rewritten(document: SourceDocument, path: Path, rewrite: Rewrite): readonly Change[] | null {
  const value = valueAt(document, path);
  const before = textsOf(value);
  const after = before.map(rewrite);
  if (after.some((texts) => texts === null)) return null;
  const texts = after.map((one) => one ?? []);
  const all = texts.flat().filter((text) => text !== '');
  if (before.length > 0 && all.length === 0) return [{ kind: 'remove', path }];
  if (texts.some((one) => one.length !== 1 || one[0] === '')) {
    return [{ kind: 'set', path, value: all.length === 1 ? (all[0] ?? '') : all }];
  }
  return texts.flatMap(([text = ''], index): Change[] => {
    const own = Array.isArray(value) ? [...path, index] : path;
    return text === before[index] ? [] : [{ kind: 'set', path: own, value: text }];
  });
}

function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A file that is given as evidence, as another file names it; addresses stay. */
export function rebased(from: string, to: string): Rewrite {
  return (text) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(text) || folderOf(from) === folderOf(to)) return [text];
    const hash = text.indexOf('#');
    const file = hash < 0 ? text : text.slice(0, hash);
    const path = pathBetween(to, resolveUri(from, file.replaceAll('?', '%3F'))).replace(/^\.\//, '');
    return [path + (hash < 0 ? '' : text.slice(hash))];
  };
}

function folderOf(uri: string): string {
  return percentDecoded(uri.slice(0, uri.lastIndexOf('/')));
}
