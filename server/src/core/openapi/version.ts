import type { Node } from './node';
import type { OpenApiVersion, SpecProblem } from './types';

/** The version key of a root document and what it says; null where the document is none of ours. */
export interface Version {
  readonly version: OpenApiVersion;
  readonly key: Node;
  /** As the document says it. */
  readonly written: string;
  /** Otherwise it is read as the latest that is. */
  readonly known: boolean;
}

const VERSION_KEYS = ['openapi', 'swagger'];
const ROOT_KEYS = new Set([...VERSION_KEYS, 'stridewise']);
/** A root entry as far as it needs no reading: key and number. */
const WRITTEN = /["']?\w+["']?\s*:\s*["']?(\d[\d.]*)/y;

/** By the first root key that names a version we know, else by the first that names a later one. */
export function versionOf(root: Node | null): Version | null {
  if (root === null || root.kind !== 'map') return null;
  const found: Version[] = [];
  for (const [name, key] of rootKeys(root)) {
    const written = textIn(key);
    const version = VERSION_KEYS.includes(name) ? versionIn(name, written) : null;
    if (version !== null) found.push({ ...version, key, written });
  }
  return found.find(({ known }) => known) ?? found[0] ?? null;
}

function rootKeys(root: Node): readonly (readonly [string, Node])[] {
  return root.entries().filter(([name]) => ROOT_KEYS.has(name));
}

/** What a root entry says, also where something behind it is broken. */
function textIn(key: Node): string {
  const { keyBlock } = key;
  if (key.kind !== 'none' || keyBlock === null || keyBlock.error === null) return key.text() ?? '';
  WRITTEN.lastIndex = keyBlock.keyStart;
  return WRITTEN.exec(keyBlock.text)?.[1] ?? '';
}

function versionIn(key: string, text: string): Pick<Version, 'version' | 'known'> | null {
  if (key === 'swagger') return text.trim() === '2.0' || text === '2' ? { version: '2.0', known: true } : null;
  const [, major, minor] = /^([3-9])\.(\d+)(?:\.|$)/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return null;
  return major === '3' ? minorVersion(Number(minor)) : { version: '3.2', known: false };
}

/** A version later than the latest known is read as that one. */
function minorVersion(minor: number): Pick<Version, 'version' | 'known'> {
  if (minor === 0) return { version: '3.0', known: true };
  return minor === 1 ? { version: '3.1', known: true } : { version: '3.2', known: minor === 2 };
}

/** A file is one thing: further root keys that would make it another are told. */
export function otherRootKeys(root: Node, { key }: Version): readonly SpecProblem[] {
  const found = rootKeys(root);
  const own = found.find(([, node]) => node.owner === key.owner && node.id === key.id)?.[0] ?? '';
  return found
    .filter(([name]) => name !== own)
    .map(([name, node]) => ({ code: 'duplicate-key', message: otherMessage(own, name), at: node.keyAt }));
}

function otherMessage(own: string, other: string): string {
  const what = `This file is an OpenAPI description by its key ${own}, which counts`;
  if (other === 'stridewise') return `${what}: a threat model is a file of its own, so stridewise is not read here`;
  return `${what}: ${other} says that it is written in another version, so delete one of the two`;
}
