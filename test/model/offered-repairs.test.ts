import { expect, test } from 'vitest';
import { analyse, fixesFor, openDocument, Workspace } from '../../server/src/core';

const SPEC = 'openapi: 3.0.3\ninfo: { title: t, version: "1" }\npaths:\n  /o:\n    get:\n      responses: {}\n';
const MODEL =
  'stridewise: 1\napis: { a: ./a.yaml, b: ./b.yaml }\nmitigations:\n  m: { covers: all on GET /o, status: planned }\n';

test('an ambiguous place is offered every way out', () => {
  const workspace = Workspace.empty
    .with(openDocument('file:///a.yaml', SPEC))
    .with(openDocument('file:///b.yaml', SPEC))
    .with(openDocument('file:///m.yaml', MODEL, 'model'));
  const at = { line: 3, character: 24 };
  const analysis = analyse(workspace, { today: '2026-01-01' });
  const fixes = fixesFor(workspace, analysis, 'file:///m.yaml', { start: at, end: at }, { open: true });
  expect(fixes.map((fix) => fix.title)).toEqual(['Write `a GET /o`', 'Write `b GET /o`', 'Write `every GET /o`']);
});
