import type { CheckOptions } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { todayInUtc } from '../report/analysed';
import { baselineText, isOpenAndShown, readBaseline } from '../report/baseline';
import { exitCodeOf } from '../report/gate';
import { type Report, reportOn } from '../report/report';
import { painterTo } from '../terminal';

/** Checks what the options name and writes the result; the exit code says whether it is clean. Throws a UsageError. */
export async function check(options: CheckOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress).finally(progress.done);
  const baseline =
    options.baseline === null ? null : readBaseline(options.baseline, loaded.roots[0] ?? workingDirectory);
  const report = reportOn(loaded, todayInUtc(), workingDirectory, baseline);
  if (options.writeBaseline !== null) return writtenBaseline(report, options.writeBaseline);
  const text = await format(report, options);
  write(text, options.output);
  return exitCodeOf(report, options.failOn, options.failOnNew);
}

/** What is open now is known from now on. */
function writtenBaseline({ findings }: Report, file: string): number {
  write(baselineText(findings), file);
  const count = findings.filter(isOpenAndShown).length;
  process.stdout.write(`${file}: ${count} open ${count === 1 ? 'threat is' : 'threats are'} known from now on.\n`);
  return 0;
}

async function format(report: Report, { format, output, failOn, failOnNew }: CheckOptions): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../formats/json')).toJson(report);
    case 'sarif': {
      const { cutOf, toSarif } = await import('../formats/sarif');
      const cut = cutOf(report);
      if (cut !== null) process.stderr.write(`stridewise: ${cut}\n`);
      return toSarif(report);
    }
    case 'junit':
      return (await import('../formats/junit')).toJunit(report, failOn, failOnNew);
    case 'gitlab':
      return (await import('../formats/gitlab')).toGitlab(report);
    case 'text': {
      return (await import('../formats/text')).toText(report, painterTo(output), failOn);
    }
  }
}
