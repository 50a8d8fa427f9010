/** Whether a text is still to be written: `TODO`, alone or before what it should say. It is no value. */
export function isTodo(text: string): boolean {
  return /^TODO\b/.test(text.trimStart());
}
