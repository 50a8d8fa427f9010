import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { resolveUri } from '../../server/src/core/text';
import { canonical, isVirtual, relativePath } from '../../server/src/lsp/uris';

describe('uris', () => {
  it.each(['a b.yaml', 'a(1).yaml', 'ä.yaml', 'a+b@c.yaml', "it's.yaml", '100%.yaml'])(
    'have one spelling, that of references: %s',
    (name) => {
      const asEditor = canonical(URI.file(`/work/${name}`).toString());
      expect(canonical(asEditor)).toBe(asEditor);
      expect(URI.parse(asEditor).fsPath).toBe(`/work/${name}`);
      if (!name.includes('%')) expect(resolveUri('file:///work/spec.yaml', `./${name}`)).toBe(asEditor);
    },
  );

  it('tell other states of a file from the file', () => {
    expect(isVirtual('git:/work/openapi.yaml?%7B%22ref%22%3A%22HEAD%22%7D')).toBe(true);
    expect(isVirtual('output:stridewise')).toBe(true);
    expect(isVirtual('vscode-vfs://github/o/r/openapi.yaml')).toBe(false);
    expect(isVirtual('untitled:Untitled-1')).toBe(false);
  });

  it('are relative to their folder, decoded', () => {
    expect(relativePath('file:///work/a%20b/c.yaml', 'file:///work')).toBe('a b/c.yaml');
  });
});
