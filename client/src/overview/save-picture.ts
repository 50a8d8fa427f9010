import { Uri, window, workspace } from 'vscode';
import type { FromPage } from '../../../server/src/protocol';
import { text } from '../texts';
import { writeWhole } from '../write-whole';

type Save = Extract<FromPage, { type: 'save' }>;

/** Writes a picture where a person wants it; null, or the sentence that says why that was not possible. */
export async function savePicture({ name, format, bytes }: Save): Promise<string | null> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const filter = format === 'svg' ? { [text('SVG picture')]: ['svg'] } : { [text('PNG picture')]: ['png'] };
  const target = await window.showSaveDialog({
    title: text('Save the picture'),
    filters: filter,
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${format}`) }),
  });
  if (!target) return null;
  try {
    await writeWhole(target, bytes);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return text('{0} could not be written: {1}', workspace.asRelativePath(target), why);
  }
}
