import type { Registration } from '../context';
import { registerCodeLens } from './code-lens';
import { registerFolding } from './folding';
import { registerHints } from './hints';
import { registerLinks } from './links';
import { registerSymbols } from './symbols';
import { registerTokens } from './tokens';

const FEATURES: readonly Registration[] = [
  registerSymbols,
  registerFolding,
  registerLinks,
  registerCodeLens,
  registerTokens,
  registerHints,
];

/** What an editor does for the text of a model. */
export const registerEditing: Registration = (context) => {
  for (const register of FEATURES) register(context);
};
