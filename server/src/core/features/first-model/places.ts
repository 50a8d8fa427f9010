import { percentDecoded } from '../../text';

/** Where an API's model goes: `<spec>.threats.yaml` beside the specification. */
export function modelUriOf(specUri: string): string {
  return `${specUri.replace(/\.(ya?ml|json)$/i, '')}.threats.yaml`;
}

/** The folder of a file, without the slash at its end; a file that is in none stands for itself. */
export function folderOf(uri: string): string {
  const end = uri.lastIndexOf('/');
  return end < 0 ? uri : uri.slice(0, end);
}

/** The last segment of a path, decoded. */
export function lastSegment(uri: string): string {
  return percentDecoded(uri.slice(uri.lastIndexOf('/') + 1));
}
