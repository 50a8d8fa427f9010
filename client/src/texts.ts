import { l10n } from 'vscode';

/** A text of the interface, in the editor's language where a translation exists. */
export function text(message: string, ...values: (string | number)[]): string {
  return l10n.t(message, ...values);
}

/** What people wrote, for a list that would draw icons from it. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '\\$(');
}

/** The same for a notification, which would make links of it. */
export function withoutLinks(words: string): string {
  return words.replaceAll('](', '] (');
}
