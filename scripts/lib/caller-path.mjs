// A path that a caller named: an option that a script does not know must not become a file of that name.
import { fromCaller } from './paths.mjs';
import { Missing } from './say.mjs';

/** The path as the caller meant it; `usage` is said where the word is an option. */
export function callerPath(word, usage) {
  if (word.startsWith('-')) throw new Missing(`Unknown option ${word}. ${usage}`);
  return fromCaller(word);
}
