import { percentDecoded, resolveUri } from '../../text';

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

/** `./openapi.yaml`, `../api/openapi.yaml`: how a model names a specification, so that it finds it. */
export function specPath(modelUri: string, specUri: string): string {
  const from = modelUri.split('/').slice(0, -1);
  const to = specUri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const ups = from.length - shared;
  const rest = to.slice(shared);
  const lead = ups === 0 ? './' : '../'.repeat(ups);
  const plain = lead + rest.map(percentDecoded).join('/');
  return resolveUri(modelUri, plain) === specUri ? plain : lead + rest.join('/');
}
