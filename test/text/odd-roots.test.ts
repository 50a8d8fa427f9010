import { describe, expect, it } from 'vitest';
import { analyse, detectRoot, Workspace } from '../../server/src/core';
import { describe as read } from '../../server/src/core/openapi';
import { changeDocument, openDocument, textOf } from '../../server/src/core/text';

const URI = 'file:///o.yaml';
const BLOCK = 'openapi: 3.0.3\ninfo: {title: x, version: "1"}\npaths:\n  /a:\n    get: {responses: {}}\n  /b: {}\n';
const FLOW = '{ openapi: 3.0.3, info: {title: x, version: "1"}, paths: { /a: { get: {responses: {}} } } }\n';
const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '   ');

function reading(text: string) {
  const description = read(Workspace.empty.with(openDocument(URI, text)), URI);
  return [description?.title, description?.operations.length, description?.problems.map(({ message }) => message)];
}

describe('a root that does not stand at the left', () => {
  it.each([
    ['indented', indented(BLOCK)],
    ['indented behind a marker', `# a\n---\n${indented(BLOCK)}`],
    ['in braces', FLOW],
    ['in braces on lines', FLOW.replaceAll(', ', ',\n  ')],
    ['in braces behind a marker', `# a\n---\n${FLOW}`],
  ])('is read: %s', (_name, text) => {
    expect(detectRoot(text)).toBe('openapi');
    expect(reading(text)).toEqual(['x', 1, []]);
  });

  it('tells what is broken in braces', () => {
    const [, operations, problems] = reading(FLOW.replace('"1"', '"1'));
    expect(operations).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^Nothing of this file can be read: /)]);
  });

  it.each([
    ['stridewise: 1\napis: { o: { spec: ./o.yaml } }\n'].map(indented),
    ['{ stridewise: 1, apis: { o: { spec: ./o.yaml } } }\n'],
  ])('may be a model: %j', (text) => {
    const model = openDocument('file:///m.threats.yaml', text, 'model');
    const workspace = Workspace.empty.withAll([openDocument(URI, BLOCK), model]);
    const { apis, models } = analyse(workspace, { today: '2026-01-01' });
    expect(models.map(({ problems }) => problems.map(({ message }) => message))).toEqual([[]]);
    expect(apis.map(({ id }) => id)).toEqual(['o']);
  });

  it('is read as freshly after an edit', () => {
    for (const text of [indented(BLOCK), FLOW]) {
      const at = { line: 0, character: text.indexOf('3.0.3') };
      const range = { start: at, end: { line: 0, character: at.character + 5 } };
      const edited = changeDocument(openDocument(URI, text), [{ range, text: '3.1.0' }]);
      expect(textOf(edited)).toBe(text.replace('3.0.3', '3.1.0'));
      expect(edited.blocks.map(({ key, depth }) => [key, depth])).toEqual(
        openDocument(URI, textOf(edited)).blocks.map(({ key, depth }) => [key, depth]),
      );
      expect(read(Workspace.empty.with(edited), URI)?.version).toBe('3.1');
    }
  });
});
