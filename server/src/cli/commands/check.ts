import type { CheckOptions } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { todayInUtc } from '../report/analysed';
import { exitCodeOf } from '../report/gate';
import { type Report, reportOn } from '../report/report';
import { painterTo } from '../terminal';

/** Checks what the options name and writes the result; the exit code says whether it is clean. Throws a UsageError. */
export async function check(options: CheckOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress).finally(progress.done);
  const report = reportOn(loaded, todayInUtc(), workingDirectory);
  const text = await format(report, options);
  write(text, options.output);
  return exitCodeOf(report, options.failOn);
}

async function format(report: Report, { format, output, failOn }: CheckOptions): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../formats/json')).toJson(report);
    case 'sarif': {
      const { cutOf, toSarif } = await import('../formats/sarif');
      const cut = cutOf(report);
      if (cut !== null) process.stderr.write(`stridewise: ${cut}\n`);
      return toSarif(report);
    }
    case 'text': {
      return (await import('../formats/text')).toText(report, painterTo(output), failOn);
    }
  }
}
