/** A text as SARIF takes it: `[a](b)` would be a link, which nothing is that people wrote (SARIF 2.1.0, 3.11.6). */
export function sarifText(text: string): { readonly text: string } {
  return { text: /\[[^\]]*\]\(/.test(text) ? text.replace(/[\\[\]]/g, '\\$&') : text };
}
