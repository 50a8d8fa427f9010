import { isModel, type SourceDocument } from '../../core';
import type { Context } from '../context';
import { canonical } from '../uris';

/** The model that the editor means, or null where the file is none. */
export function modelAt({ session }: Context, { uri }: { readonly uri: string }): SourceDocument | null {
  const document = session.workspace.get(canonical(uri));
  return isModel(document) ? document : null;
}
