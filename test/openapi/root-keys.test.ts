import { describe, expect, it } from 'vitest';
import { analyse, detectRoot, diagnosticsFor, openDocument, Workspace } from '../../server/src/core';
import { read } from './files';

const URI = 'file:///api/one.yaml';
const rest = 'info: { title: a, version: "1" }\npaths: { /a: { get: { responses: {} } } }\n';

function told(text: string): readonly string[] {
  const kind = detectRoot(text);
  if (kind === null) return [];
  const workspace = Workspace.empty.with(openDocument(URI, text, kind === 'model' ? 'model' : 'spec'));
  const analysis = analyse(workspace, { today: '2026-01-01' });
  return diagnosticsFor(workspace, analysis, URI, { open: true })
    .filter(({ code }) => code === 'duplicate-key' || code === 'unknown-key')
    .map(({ range, message }) => `${range.start.line + 1}:${range.start.character} ${message}`);
}

describe('two root keys', () => {
  it.each([
    [`openapi: 3.1.0\nswagger: '2.0'\n${rest}`, '2:0', 'by its key openapi, which counts: swagger says'],
    [`swagger: '2.0'\nopenapi: 3.1.0\n${rest}`, '2:0', 'by its key swagger, which counts: openapi says'],
    [`openapi: 3.1.0\n${rest}stridewise: 1\n`, '4:0', 'by its key openapi, which counts: a threat model'],
    [`{"openapi":"3.1.0",\n"swagger":"2.0","paths":{}}`, '2:1', 'by its key openapi, which counts: swagger'],
    [`{"swagger": "2.0",\n  "stridewise": 1,\n  "paths": {}}`, '2:3', 'by its key swagger'],
    [`openapi: 4.0.0\nswagger: '2.0'\n${rest}`, '1:0', 'by its key swagger, which counts: openapi says'],
  ])('in %j: one problem at the other', (text, at, message) => {
    const found = told(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${at} This file is an OpenAPI description`);
    expect(found[0]).toContain(message);
  });

  it('leaves a model one, and says so', () => {
    const found = told('stridewise: 1\ntitle: a\nopenapi: 3.1.0\napis: {}\n');
    expect(found).toEqual([
      '3:0 This file is a threat model by its key stridewise, which counts: a description is a file of its own, so openapi is not read here',
    ]);
  });

  it('reads the description that counts', () => {
    const { version, operations } = read(`swagger: '2.0'\nopenapi: 3.1.0\n${rest}`);
    expect([version, operations.length]).toEqual(['2.0', 1]);
    expect(read(`openapi: 3.1.0\nstridewise: 1\n${rest}`).operations).toHaveLength(1);
  });

  it.each([
    ['swagger: tool\nopenapi: tool\n'],
    ['openapi: 9\nswagger: 7\n'],
    ['{"openapi":{"x":1},"swagger":[]}'],
    ['apiVersion: v1\nkind: ConfigMap\ndata:\n  openapi: 3.0.0\n  swagger: "2.0"\n'],
  ])('says nothing of a file that is none of ours: %j', (text) => expect(told(text)).toEqual([]));
});

describe('a version whose entry is broken', () => {
  it.each([
    ['openapi: 3.1.0\n  info: { title: a }\npaths:\n  /a:\n    get: { responses: {} }\n'],
    ['openapi: "3.1.0\npaths:\n  /a:\n    get: { responses: {} }\n'],
    ['{\n"openapi": "3.1.0"\n"info": {"title": "a"},\n"paths": {"/a": {"get": {"responses": {}}}}}'],
  ])('loses no operation: %j', (text) => {
    const { version, operations, problems } = read(text);
    expect(version).toBe('3.1');
    expect(operations.map(({ path }) => path)).toEqual(['/a']);
    expect(problems.map(({ code }) => code)).toEqual(['syntax']);
  });
});
