import { rawPath } from '../model/include/file-name';
import { percentDecoded, resolveUri } from '../text';

/** `./openapi.yaml`, `../api/openapi.yaml`: how a model names another file, so that it finds it; decoded where that finds it too. */
export function pathBetween(modelUri: string, uri: string): string {
  const path = rawPath(uri, modelUri);
  const written = path.startsWith('../') ? path : `./${path}`;
  const plain = percentDecoded(written);
  return resolveUri(modelUri, plain) === uri ? plain : written;
}

/** The same; null where no path leads there. */
export function pathIfAny(modelUri: string, uri: string): string | null {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(modelUri)?.[0];
  return root !== undefined && uri.startsWith(`${root}/`) ? pathBetween(modelUri, uri) : null;
}
