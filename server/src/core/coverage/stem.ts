import { percentDecoded } from '../text';

/** The name of a uri's file without its endings. */
export function stem(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/(\.(openapi|swagger))?\.(ya?ml|json)$/i, '');
  return percentDecoded(name);
}
