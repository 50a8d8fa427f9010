/**
 * Cuts the entries out of a HAR file as it comes, so that one entry is held at a time: `log.entries` is an array at the second depth,
 * and each object in it is one text.
 */
export class HarEntries {
  /** Brackets that are open. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Of the last text at a depth where keys of interest stand. */
  #key = '';
  #collecting = false;
  #inEntries = false;
  #entry: string[] = [];

  /** The entries that end in a chunk. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over characters, where every call counts.
  *take(chunk: string): Generator<string> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk.charCodeAt(at);
      if (this.#inText) this.#within(sign, chunk[at] as string);
      else if (sign === 34) this.#open();
      else if (sign === 123 || sign === 91) {
        if (this.#inEntries && this.#depth === 3) start = at;
        this.#depth++;
        if (sign === 91 && this.#depth === 3 && this.#key === 'entries') this.#inEntries = true;
      } else if (sign === 125 || sign === 93) {
        this.#depth--;
        if (this.#inEntries && this.#depth === 3) {
          yield this.#entry.join('') + chunk.slice(start, at + 1);
          this.#entry = [];
          start = at + 1;
        } else if (this.#inEntries && this.#depth === 2) this.#inEntries = false;
      }
    }
    if (this.#inEntries && this.#depth > 3) this.#entry.push(chunk.slice(start));
  }

  #open(): void {
    this.#inText = true;
    this.#collecting = this.#depth === 2;
    if (this.#collecting) this.#key = '';
  }

  #within(sign: number, character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (sign === 92) this.#escaped = true;
    else if (sign === 34) this.#inText = false;
    else if (this.#collecting && this.#key.length < 20) this.#key += character;
  }
}
