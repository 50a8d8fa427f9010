const LONGEST_QUOTE = 100;
const SHOWN = 60;
const LONGEST = 2000;

/** A message that quotes a text of any length, as long as somebody reads it. */
export function shortened(message: string): string {
  if (message.length <= LONGEST_QUOTE) return message;
  const quotes = message.replace(/`([^`]*)`/g, (whole, text: string) => {
    return text.length <= LONGEST_QUOTE ? whole : `\`${cut(text, SHOWN)}\``;
  });
  return quotes.length <= LONGEST ? quotes : cut(quotes, LONGEST);
}

/** Half a character at the end goes. */
function cut(text: string, length: number): string {
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
