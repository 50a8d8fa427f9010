import type { Registration } from '../context';
import { registerCodeLens } from './code-lens';
import { registerFolding } from './folding';
import { registerLinks } from './links';
import { registerSymbols } from './symbols';

/** What an editor does for the text of a model. */
export const registerEditing: Registration = (context) => {
  for (const register of [registerSymbols, registerFolding, registerLinks, registerCodeLens]) register(context);
};
