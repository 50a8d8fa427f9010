import { describe, expect, test } from 'vitest';
import { hoverFor, referencesFor, renameFor } from '../../../server/src/core/index';
import { loadMarked, markedIn, renamedLines } from './marked';

const FILES = `//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a: { get: { operationId: read-a, responses: { "200": { description: ok } } } }
  /b: { $ref: ./b.yaml }
//- b.yaml
get:
  operationId: read-b
  responses: { "200": { description: ok } }
//- org.threats.yaml
stridewise: 1
zones: { inside: trusted }
threats:
  leak: { affects: READ /**, stride: disclosure }
//- one.threats.yaml
stridewise: 1
include: org.threats.yaml
apis: { shop: { spec: openapi.yaml, zone: inside } }
mitigations:
  own: { covers: [leak, denial on operation read-b], status: planned }
//- two.threats.yaml
stridewise: 1
include: org.threats.yaml
threats:
  leak: { title: Changed here }
mitigations:
  own: { covers: leak, status: planned }
`;

const at = (text: string, with0: string) => markedIn(FILES, text, with0);

const renamed = (text: string, with0: string, newName: string) => renamedLines(at(text, with0), newName);

describe('Models that include the same file', () => {
  test.each([
    ['  leak: { affects', '  le$0ak: { affects'],
    ['covers: [leak', 'covers: [le$0ak'],
    ['  leak: { title', '  le$0ak: { title'],
  ])('share the names that stand there: %s', (text, with0) => {
    expect(renamed(text, with0, 'spill')).toEqual([
      'spill: { affects: READ /**, stride: disclosure }',
      'own: { covers: [spill, denial on operation read-b], status: planned }',
      'spill: { title: Changed here }',
      'own: { covers: spill, status: planned }',
    ]);
  });

  test('do not share their own', () => {
    expect(renamed('own: { covers: leak', 'o$0wn: { covers: leak', 'mine')).toEqual([
      'mine: { covers: leak, status: planned }',
    ]);
    const { workspace, analysis, cursor } = at('own: { covers: leak', 'o$0wn: { covers: leak');
    expect(referencesFor(workspace, analysis, cursor.uri, cursor, true)).toHaveLength(1);
    const other = FILES.replace('  own: { covers: leak', '  theirs: { covers: leak');
    const { workspace: files, analysis: now, cursor: there } = loadMarked(other.replace('  own:', '  o$0wn:'));
    expect(renameFor(files, now, there.uri, there, 'theirs')).toHaveLength(1);
  });

  test('give a place of the included file its meaning', () => {
    const { workspace, analysis, cursor } = at('READ /**', 'READ /*$0*');
    expect(hoverFor(workspace, analysis, cursor.uri, cursor)?.markdown).toContain('**2 operations**');
  });
});

describe('A path item in a file of its own', () => {
  test.each([
    ['operationId: read-b', 'operationId: rea$0d-b'],
    ['operation read-b', 'operation rea$0d-b'],
  ])('has its operation renamed there: %s', (text, with0) => {
    expect(renamed(text, with0, 'see-b')).toEqual([
      'operationId: see-b',
      'own: { covers: [leak, denial on operation see-b], status: planned }',
    ]);
  });
});

test('An operationId that an alias brings is not renamed by halves', () => {
  const source = FILES.replace('get:\n  operationId: read-b', 'x-id: &id read-b\nget:\n  operationId: *id').replace(
    'operation read-b',
    'operation rea$0d-b',
  );
  const { workspace, analysis, cursor } = loadMarked(source);
  expect(renameFor(workspace, analysis, cursor.uri, cursor, 'see-b')).toHaveProperty('refused');
});
