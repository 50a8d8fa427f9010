import { type ExplainOptions, UsageError } from '../arguments';
import { load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { explainIn, ruleNamed } from '../report/explained';
import { painterTo } from '../terminal';

/** Says why a rule finds something, or does not. Throws a UsageError. */
export async function explain(options: ExplainOptions): Promise<number> {
  const rule = ruleNamed(options.rule);
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress)
    .catch((error: unknown) => {
      throw withHint(error, options);
    })
    .finally(progress.done);
  const explanations = explainIn(loaded, rule, options, workingDirectory);
  const { format, output } = options;
  const paint = painterTo(output);
  const text =
    format === 'json'
      ? (await import('../formats/explanation-json')).explanationJson(explanations)
      : (await import('../formats/explanation-text')).explanationText(explanations, paint);
  write(text, output);
  return 0;
}

/** What was taken for a path that does not exist may have been meant as an operation. */
function withHint(error: unknown, { operation, paths }: ExplainOptions): unknown {
  const [first] = paths;
  if (!(error instanceof UsageError) || operation !== null || error.message !== `${first} does not exist.`)
    return error;
  return new UsageError(`${error.message} An operation is written "GET /orders/{id}" or "operation getOrder".`);
}
