import type { ExplainOptions } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { explainIn, ruleNamed } from '../report/explained';
import { painterFor, plainPainter } from '../terminal';

/** Says why a rule finds something, or does not. Throws a UsageError. */
export async function explain(options: ExplainOptions): Promise<number> {
  const rule = ruleNamed(options.rule);
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress).finally(progress.done);
  const explanations = explainIn(loaded, rule, options, workingDirectory);
  const { format, output } = options;
  const paint = output === null ? painterFor(process.stdout.isTTY === true, process.env) : plainPainter;
  const text =
    format === 'json'
      ? (await import('../formats/explanation-json')).explanationJson(explanations)
      : (await import('../formats/explanation-text')).explanationText(explanations, paint);
  write(text, output);
  return 0;
}
