import { describe, expect, it } from 'vitest';
import { analyse, Workspace } from '../../server/src/core';
import { rootOf } from '../../server/src/core/coverage/apis';
import { describe as read } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///o.yaml';
const API = 'openapi: 3.0.3\ninfo: {title: x, version: "1"}\npaths:\n  /a:\n    get: {responses: {}}\n';

function reading(text: string) {
  const description = read(Workspace.empty.with(openDocument(URI, text)), URI);
  return {
    operations: description?.operations.length,
    problems: description?.problems.map(({ message, at }) => {
      const before = `${at.block.text.slice(0, at.start)}`;
      return `${before.split('\n').length} ${message}`;
    }),
  };
}

describe('a file of several documents', () => {
  const SECOND = 'A second document starts here; only the first one is read';
  it.each([
    [`${API}---\nfoo: [\n`, 6],
    [`${API}...\n---\nfoo: [\n`, 7],
    [`# A comment\n---\n${API}---\nfoo: 1\n`, 8],
    [`${API}...\n\n# x\nfoo: 1\n`, 9],
    [`${API}---\n"\n`, 6],
    [`${API}--- |\n  text\n---\n[\n`, 6],
  ])('keeps what the first one says: %j', (text, line) => {
    expect(reading(text)).toEqual({ operations: 1, problems: [`${line} ${SECOND}`] });
  });

  it('is one document where nothing follows the end of it', () => {
    expect(reading(`%YAML 1.2\n---\n${API}...\n\n# the end\n`)).toEqual({ operations: 1, problems: [] });
  });

  it('tells an error of the first document there', () => {
    const { operations, problems } = reading(`${API.replace('{title: x', '[title: x')}---\nfoo: 1\n`);
    expect(operations).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^2 Nothing of this file can be read: /)]);
  });

  it.each([
    [`---\nkind: x\n---\n${API}`, 3],
    [`kind: [\n---\n${API}---\nkind: ]\n`, 2],
    [`kind: x\n...\n${API}`, 3],
  ])('reads the one with the root key: %j', (text, line) => {
    expect(rootOf(openDocument(URI, text))).toBe('openapi');
    const message =
      'The description starts here, and the other documents of this file are not read: give it a file of its own';
    expect(reading(text)).toEqual({ operations: 1, problems: [`${line} ${message}`] });
  });

  it('tells so of a threat model', () => {
    const document = openDocument('file:///m.threats.yaml', 'kind: x\n---\nstridewise: 1\n', 'model');
    const { models } = analyse(Workspace.empty.with(document), { today: '2026-01-01', relative: (uri: string) => uri });
    expect(models[0]?.problems.map(({ message }) => message)).toContain(
      'The threat model starts here, and the other documents of this file are not read: give it a file of its own',
    );
  });

  it('is none of ours where no document has a root key', () => {
    expect(rootOf(openDocument(URI, 'kind: a\n---\nkind: b\nspec: {openapi: 3.0.3}\n---\nfoo: [\n'))).toBeNull();
  });
});

describe('a byte order mark in the middle', () => {
  it('is told', () => {
    const { operations, problems } = reading(API.replace('paths', '\uFEFFpaths'));
    expect(operations).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^3 An invisible byte order mark stands in front of this/)]);
  });

  it('is none in a text', () => {
    expect(reading(API.replace('title: x', 'title: "\uFEFFx"')).problems).toEqual([]);
  });
});
