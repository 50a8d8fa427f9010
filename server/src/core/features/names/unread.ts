import type { Analysis } from '../../coverage/types';
import { reachedFrom } from '../../openapi';
import { type Block, errorIn } from '../../text';
import type { Workspace } from '../../workspace';
import { type Change, placeName } from './change';
import type { Name } from './name';

/** Why a rename may not be whole: a part of a file that does not read has the name, and nobody knows what it means there. */
export function unreadMention(
  workspace: Workspace,
  analysis: Analysis,
  name: Name,
  changes: readonly Change[],
): string | null {
  const texts = new Set(changes.map(({ from }) => from));
  for (const uri of filesOf(workspace, analysis, name)) {
    for (const block of workspace.get(uri)?.blocks ?? []) {
      if (errorIn(uri, block) === null) continue;
      const start = [...texts].map((text) => mention(block, text)).find((found) => found >= 0);
      if (start === undefined) continue;
      const where = placeName(workspace, { uri, block, start, end: start });
      return `What stands at ${where} does not read, and may name it: mend that first`;
    }
  }
  return null;
}

function filesOf(workspace: Workspace, analysis: Analysis, name: Name): ReadonlySet<string> {
  const uris = analysis.models.map(({ uri }) => uri);
  if (name.kind === 'entry') {
    return new Set(analysis.models.filter(({ files }) => files.has(name.model.uri)).flatMap(({ files }) => [...files]));
  }
  if (name.kind !== 'operation' && name.kind !== 'path') return new Set(uris);
  return new Set([...uris, ...[...reachedFrom(workspace, name.api.description.uri)].map(([uri]) => uri)]);
}

/** The offset of a name in a block, or -1. */
function mention(block: Block, text: string): number {
  const isPartOfWord = (sign: string | undefined) => sign !== undefined && /[\w-]/.test(sign);
  for (let at = block.text.indexOf(text); at >= 0; at = block.text.indexOf(text, at + 1)) {
    const isWhole = !isPartOfWord(block.text[at - 1]) && !isPartOfWord(block.text[at + text.length]);
    if (isWhole) return at;
  }
  return -1;
}
