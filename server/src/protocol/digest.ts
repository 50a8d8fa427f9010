/** A short name of a text, whatever its line ends: tells whether it is still the one that edits were made for. */
export function digestOf(text: string): string {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  let hash = 0x811c9dc5;
  for (let index = 0; index < plain.length; index++) hash = Math.imul(hash ^ plain.charCodeAt(index), 0x01000193);
  return `${plain.length}-${(hash >>> 0).toString(36)}`;
}
