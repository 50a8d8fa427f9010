import { writeFileSync } from 'node:fs';

/** A reader that stops early (`| head`) ends the writing, not the verdict. */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Writes to a file, or to standard output. Throws what node:fs throws. */
export function write(text: string, file: string | null): void {
  if (file === null) process.stdout.write(text);
  else writeFileSync(file, text);
}
