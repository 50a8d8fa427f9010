import { l10n } from 'vscode';

/** A text of the interface, in the editor's language where a translation exists. */
export function text(message: string, ...values: (string | number)[]): string {
  return l10n.t(message, ...values);
}
