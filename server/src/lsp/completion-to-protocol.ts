import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as Item,
} from 'vscode-languageserver';
import { type About, type CompletionItem, type ItemKind, inert, snippetWith } from '../core';
import type { Abilities } from './abilities';

const KINDS: Readonly<Record<ItemKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  // No snippet: VS Code is told to leave those out, which know nothing of the place.
  entry: CompletionItemKind.Struct,
  key: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  category: CompletionItemKind.Enum,
  rule: CompletionItemKind.Event,
  catalogue: CompletionItemKind.Constant,
  word: CompletionItemKind.Keyword,
  operation: CompletionItemKind.Method,
  part: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  number: CompletionItemKind.Value,
  date: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
};

/** What an item carries so that it can be explained later. */
export interface ItemData {
  readonly uri: string;
  readonly about: About;
}

/** An item as the client takes it: with tab stops where it can, and the next list where our own client can ask for it. */
export function itemToProtocol(item: CompletionItem, index: number, uri: string, abilities: Abilities): Item {
  const { label, kind, detail, filterText, about } = item;
  const { completion, own } = abilities;
  const asks = item.asks && own.explainCommand !== undefined && completion.snippets;
  const { text, isSnippet } = textFor(item, abilities, asks);
  return {
    label: inert(label),
    ...(detail !== '' &&
      (completion.details ? { labelDetails: { description: inert(detail) } } : { detail: inert(detail) })),
    kind: KINDS[kind],
    sortText: String(index).padStart(4, '0'),
    filterText,
    textEdit: { range: item.edit.range, newText: text },
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(completion.asIs && { insertTextMode: InsertTextMode.asIs }),
    ...(asks && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
    ...(about !== null && { data: { uri, about } satisfies ItemData }),
  };
}

function textFor({ edit, fields }: CompletionItem, { completion }: Abilities, asks: boolean) {
  const { newText, range } = edit;
  const [only] = fields;
  if (asks && only !== undefined && fields.length === 1) {
    // The list that is asked for offers the value: nothing needs to stand in its place.
    const [start, end] = only;
    const text = snippetWith(newText.slice(0, start) + newText.slice(end), [[start, start]]);
    return { text: text.replace('$1', '$0'), isSnippet: true };
  }
  const isSnippet = completion.snippets && fields.length > 0;
  const text = isSnippet ? snippetWith(newText, fields) : newText;
  return { text: completion.asIs ? text : outdented(text, range.start.character), isSnippet };
}

/** Lines as a client wants them that puts the first line's indentation before each. */
function outdented(text: string, column: number): string {
  return text.replace(new RegExp(`(\\r?\\n) {0,${column}}`, 'g'), '$1');
}
