import type { DiagramKind } from '../protocol';
import { type Markup, markup } from './markup';

/** Signs of what a node is, drawn in a square of 24. */
const PATHS: Readonly<Record<DiagramKind, string>> = {
  actor: 'M12 3.5a4 4 0 1 1 0 8a4 4 0 1 1 0-8M4.5 20.5c0-4.5 3.4-6.5 7.5-6.5s7.5 2 7.5 6.5z',
  api: 'M8.5 4C6 4 6 6 6 8s0 4-2.5 4C6 12 6 14 6 16s0 4 2.5 4M15.5 4C18 4 18 6 18 8s0 4 2.5 4C18 12 18 14 18 16s0 4-2.5 4M9.5 12h.01M12 12h.01M14.5 12h.01',
  service: 'M4 6.5h16v11H4zM4 10h16M7 8.3h.01M9.5 8.3h.01M8 13.8h8',
  gateway: 'M4 4v16M20 4v16M4 12h4.5M15.5 12H20M12 8l4 4l-4 4l-4-4z',
  datastore: 'M4.5 6c0-3.3 15-3.3 15 0v12c0 3.3-15 3.3-15 0zM4.5 6c0 3.3 15 3.3 15 0M4.5 12c0 3.3 15 3.3 15 0',
  queue: 'M3.5 7h5v10h-5zM9.5 7h5v10h-5zM15.5 7h5v10h-5z',
  cache: 'M13 3L5.5 13.5H11L10 21l8-11h-5.8z',
  identity: 'M8 8.5a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6M11.8 12.3H20.5v3.2M17 12.3v2.6',
  external: 'M7 18.5c-5.5 0-5.5-7 0-7c0-7.5 10-7.5 10.5-1.5c5 0 5 8.5 0 8.5z',
};

/** What a kind is called in a legend and by screen readers. */
export const KIND_WORDS: Readonly<Record<DiagramKind, string>> = {
  actor: 'actor',
  api: 'API',
  service: 'service',
  gateway: 'gateway',
  datastore: 'data store',
  queue: 'queue',
  cache: 'cache',
  identity: 'identity provider',
  external: 'run by somebody else',
};

export function icon(kind: DiagramKind, x: number, y: number): Markup {
  const classes = kind === 'api' ? 'sw-icon sw-api' : 'sw-icon';
  return markup('path', { class: classes, d: PATHS[kind], transform: `translate(${x} ${y})` });
}
