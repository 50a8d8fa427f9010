import { percentDecoded } from '../core';
import { VIRTUAL_SCHEMES } from '../protocol';

export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}

/** Whether documents of this uri are left alone: another state of a file, or no file at all. */
export function isVirtual(uri: string): boolean {
  return VIRTUAL_SCHEMES.includes(schemeOf(uri));
}

/** Whether a uri lies below a folder's. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of a uri from a folder that holds it, decoded. */
export function relativePath(uri: string, folder: string): string {
  const rest = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  return percentDecoded(rest);
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

export function isYamlOrJson(uri: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(uri);
}

export { canonicalUri as canonical } from '../core';
