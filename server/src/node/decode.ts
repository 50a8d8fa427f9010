/** In bytes, for the editor and the command line alike. Larger files are no API descriptions, and reading one would stop the server for too long. */
export const LARGEST_FILE = 64 * 1024 * 1024;

type Encoding = 'utf8' | 'utf-16le' | 'utf-16be';

/** The text without its byte order mark, which editors leave out too, or null: not a text. */
export function decode(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes);
  // Bytes are looked through faster than a text.
  if (encoding === 'utf8' && bytes.includes(0)) return null;
  const text = encoding === 'utf8' ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'utf8' && text.includes('\u0000')) return null;
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** A text as bytes in the encoding of others, with a byte order mark where they have one. */
export function encodeLike(text: string, bytes: Buffer): Buffer {
  const encoding = encodingOf(bytes);
  const hasMark = MARKS[encoding].every((byte, index) => bytes[index] === byte);
  const marked = hasMark ? `\uFEFF${text}` : text;
  const encoded = Buffer.from(marked, encoding === 'utf8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? encoded.swap16() : encoded;
}

/** Byte order marks. */
const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  utf8: [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** True of bytes in which an ASCII word does not stand as it is. */
export function isUtf16(bytes: Buffer): boolean {
  return encodingOf(bytes) !== 'utf8';
}

/** By the byte order mark, or as YAML has it: a file begins with ASCII, so every other of its first bytes is zero. */
function encodingOf(bytes: Buffer): Encoding {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if ((a === 0xff && b === 0xfe) || (isAscii(a) && b === 0 && isAscii(c) && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && isAscii(b) && c === 0 && isAscii(d))) return 'utf-16be';
  return 'utf8';
}

function isAscii(byte: number): boolean {
  return byte >= 0x09 && byte < 0x7f;
}
