import type { Node } from './node';
import type { OpenApiVersion } from './types';

/** The version key of a root document and what it says; null where the document is none of ours. */
export interface Version {
  readonly version: OpenApiVersion;
  readonly key: Node;
}

export function versionOf(root: Node | null): Version | null {
  if (root === null || root.kind !== 'map') return null;
  const openapi = root.get('openapi');
  if (openapi !== null) {
    const minor = /^3\.(\d+)(?:\.|$)/.exec(openapi.text() ?? '')?.[1];
    if (minor !== undefined) return { version: minorVersion(Number(minor)), key: openapi };
  }
  const swagger = root.get('swagger');
  return swagger?.text()?.trim() === '2.0' || swagger?.text() === '2' ? { version: '2.0', key: swagger } : null;
}

/** A version later than the latest known is read as that one. */
function minorVersion(minor: number): OpenApiVersion {
  if (minor === 0) return '3.0';
  return minor === 1 ? '3.1' : '3.2';
}
