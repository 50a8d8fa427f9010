import { type CheckOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { exitCodeOf } from '../report/gate';
import { type Report, reportOn } from '../report/report';
import { painterFor, plainPainter } from '../terminal';

/** Checks what the options name and writes the result; the exit code says whether it is clean. Throws a UsageError. */
export async function check(options: CheckOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress);
  progress.done();
  const report = reportOn(loaded, new Date().toISOString().slice(0, 10), workingDirectory);
  const text = await format(report, options);
  try {
    write(text, options.output);
  } catch (error) {
    throw new UsageError(`${options.output} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  return exitCodeOf(report, options.failOn);
}

async function format(report: Report, { format, output, failOn }: CheckOptions): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../formats/json')).toJson(report);
    case 'sarif':
      return (await import('../formats/sarif')).toSarif(report);
    case 'text': {
      const paint = output === null ? painterFor(process.stdout.isTTY === true, process.env) : plainPainter;
      return (await import('../formats/text')).toText(report, paint, failOn);
    }
  }
}
