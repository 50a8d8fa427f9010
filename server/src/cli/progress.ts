/** A line on standard error that is rewritten; silent where nobody watches. */
export interface Progress {
  tell(message: string): void;
  done(): void;
}

const SILENT: Progress = { tell: () => {}, done: () => {} };
const INTERVAL = 100;

/** Says something at most every tenth of a second, and nothing in the first. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return SILENT;
  let last = Date.now();
  let shown = false;
  return {
    tell(message) {
      const now = Date.now();
      if (now - last < INTERVAL) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[K${message}`);
    },
    done() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
