import { detectRoot, memo, type SourceDocument } from '../text';
import type { ApiDescription } from './types';

/** A file that says it is a description and cannot be read at all: one without operations that tells why. Null for any other. */
export const unreadable = memo((document: SourceDocument): ApiDescription | null => {
  const [block] = document.blocks;
  if (block === undefined || block.tree !== null || block.error === null) return null;
  if (block.kind !== 'whole' || detectRoot(block.text) !== 'openapi') return null;
  const { message, offset } = block.error;
  const start = Math.min(offset, block.text.length);
  const lineEnd = block.text.slice(start).search(/[\r\n]|$/);
  const at = { uri: document.uri, block, start, end: start + lineEnd };
  return {
    uri: document.uri,
    version: '3.0',
    title: '',
    apiVersion: '',
    servers: [],
    schemes: new Map(),
    security: null,
    operations: [],
    problems: [{ code: 'syntax', message: `Nothing of this file can be read: ${message}`, at }],
    at,
  };
});
