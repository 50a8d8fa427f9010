import { join, relative, sep } from 'node:path';
import { IgnoreRules, ruleFilesAmong } from '../../lsp/ignore-rules';
import { readText } from '../../node/read-text';
import { repositoryOf } from '../../node/repository';

/** The rules that hold below a folder before its own are read: those of its repository above it. */
export function rulesBelow(folder: string): IgnoreRules {
  const rules = new IgnoreRules();
  const root = repositoryOf(folder);
  if (root === null || root === folder) return rules;
  const above = relative(root, folder).split(sep).join('/');
  rules.inherit(`${above}/`, (path) => textOf(join(root, path)));
  return rules;
}

/** Takes the rules that stand in one of the folders below, whose entries are given. */
export function enter(
  rules: IgnoreRules,
  path: string,
  inside: string,
  entries: readonly { readonly name: string }[],
): void {
  rules.add(
    inside,
    ruleFilesAmong(entries).map((name) => textOf(join(path, name)) ?? ''),
  );
}

function textOf(file: string): string | null {
  const read = readText(file);
  return 'text' in read ? read.text : null;
}
