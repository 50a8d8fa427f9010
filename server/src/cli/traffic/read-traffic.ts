import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { harRequestIn, type ReadLine, type Request, readCombined, readJsonLine } from '../../core/index';
import { codeOf } from '../../node/code-of';
import { reasonOf } from '../../node/read-text';
import { UsageError } from '../arguments';
import { HarEntries } from './har-entries';

/** What a file of traffic turned out to be. */
export type TrafficFormat = 'har' | 'combined' | 'json-lines';

export interface ReadTraffic {
  readonly format: TrafficFormat;
  /** Lines, or entries, that were no request. */
  readonly broken: number;
}

/** Longer lines are none of a log. */
const LONGEST_LINE = 1024 * 1024;

/** Reads requests one after the other, from a file or standard input (`-`). Throws a UsageError where it cannot be read. */
export async function readTraffic(file: string, take: (request: Request) => void): Promise<ReadTraffic> {
  const reader = new Reader(take);
  try {
    for await (const chunk of textOf(file)) reader.take(chunk);
  } catch (error) {
    const isPacked = codeOf(error).startsWith('Z_');
    throw new UsageError(`--traffic ${file} ${isPacked ? 'is no whole gzip file' : reasonOf(error)}.`);
  }
  return reader.end();
}

async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of unpacked(file)) yield decoder.decode(chunk, { stream: true });
}

/** The bytes of a file, those that gzip packed without its wrapping: it tells itself by its first two. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const chunks = (source as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = rejoined(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else yield* throughGunzip(Readable.from(all));
}

/** A pipe tells its reader of no error before it. */
function throughGunzip(packed: Readable): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

async function* rejoined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

class Reader {
  #format: TrafficFormat | null = null;
  #rest = '';
  #tooLong = false;
  #broken = 0;
  readonly #entries = new HarEntries();

  constructor(private readonly give: (request: Request) => void) {}

  take(chunk: string): void {
    const text = this.#rest + chunk;
    this.#format ??= formatOf(text);
    if (this.#format === 'har') {
      this.#rest = '';
      for (const entry of this.#entries.take(text)) this.#one(harRequestIn(parsed(entry)));
      return;
    }
    const lines = text.split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
    if (this.#rest.length <= LONGEST_LINE) return;
    if (!this.#tooLong) this.#broken++;
    this.#tooLong = true;
    this.#rest = '';
  }

  end(): ReadTraffic {
    if (this.#format !== 'har' && this.#rest !== '') this.#line(this.#rest);
    return { format: this.#format ?? 'combined', broken: this.#broken };
  }

  #line(line: string): void {
    if (this.#tooLong) {
      this.#tooLong = false;
      return;
    }
    if (line.trim() === '') return;
    const read: ReadLine = this.#format === 'json-lines' ? readJsonLine : readCombined;
    this.#one(read(line));
  }

  #one(request: Request | null): void {
    if (request === null) this.#broken++;
    else this.give(request);
  }
}

/** By how it begins; an object that does not end on its line, or that has a `log`, is HAR. */
function formatOf(text: string): TrafficFormat {
  const begin = text.trimStart();
  if (!begin.startsWith('{')) return 'combined';
  return /^\{\s*"log"\s*:/.test(begin) || /^\{\s*\n/.test(begin) ? 'har' : 'json-lines';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
