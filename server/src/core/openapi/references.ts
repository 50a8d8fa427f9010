import { percentDecoded } from '../text';

/** A `$ref` taken apart. */
export interface Reference {
  /** The file part, empty for the file itself. */
  readonly file: string;
  /** Decoded steps of the JSON pointer; null where the fragment is a plain name (`#node`). */
  readonly pointer: readonly string[] | null;
  /** The plain name, where there is no pointer; else empty. */
  readonly anchor: string;
}

export function parseReference(ref: string): Reference {
  const hash = ref.indexOf('#');
  const file = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? '' : percentDecoded(ref.slice(hash + 1));
  if (fragment === '' || fragment === '/') return { file, pointer: [], anchor: '' };
  if (!fragment.startsWith('/')) return { file, pointer: null, anchor: fragment };
  return { file, pointer: fragment.slice(1).split('/').map(decodeStep), anchor: '' };
}

/** Whether following the target would mean a network request, or it is a name rather than an address. */
export function isRemote(uri: string): boolean {
  return /^(?:(?:https?|ftp|urn|data|tag):|\/\/)/i.test(uri);
}

/** The name that people know a target by: the component's key, or the file's name without its ending. */
export function targetName(ref: string): string {
  const { file, pointer } = parseReference(ref);
  const last = pointer?.at(-1);
  if (last !== undefined && last !== '') return last;
  const name = percentDecoded(file).split('/').at(-1) ?? '';
  return name.replace(/\.(?:ya?ml|json)$/i, '');
}

function decodeStep(step: string): string {
  return step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
}
