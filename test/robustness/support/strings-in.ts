/** A text that somebody is shown. */
export interface ShownText {
  /** Where it stands in the answer: `0.contents.value`. */
  readonly place: string;
  readonly text: string;
  readonly kind: 'markdown' | 'plain';
}

/** What no person reads: addresses, edits, keys and what goes back to the server as it came. */
const UNREAD =
  /^(?:uri|targetUri|target|href|newText|textEdit|edit|edits|data|arguments|id|finding|operation|filterText|sortText|code|command|rule|snippet|digest|context|resultId|assets|control)$/;

/** Every text in an answer that somebody is shown, as plain words or as Markdown. */
export function stringsIn(value: unknown, place = '', kind: ShownText['kind'] = 'plain'): ShownText[] {
  if (typeof value === 'string') return [{ place, text: value, kind }];
  if (typeof value !== 'object' || value === null) return [];
  const isMarkup = 'kind' in value && value.kind === 'markdown';
  return Object.entries(value).flatMap(([key, one]) => {
    // An operation of a list of rules is shown; that of a node goes back.
    if (!Array.isArray(value) && UNREAD.test(key) && !(key === 'command' && typeof one === 'object')) return [];
    const isMarkdown =
      (isMarkup && key === 'value') || key === 'markdown' || (key === 'tooltip' && 'accessibilityLabel' in value);
    return stringsIn(one, place === '' ? key : `${place}.${key}`, isMarkdown ? 'markdown' : 'plain');
  });
}
