import { type ExplainOptions, UsageError } from '../arguments';
import { type Loaded, load } from '../files/load';
import { write } from '../output';
import { progressOn } from '../progress';
import { type Explanations, explainIn, isRule, ruleNamed } from '../report/explained';
import { painterTo } from '../terminal';

/** Says why a rule finds something, or does not; or where the figures of a written threat come from. Throws a UsageError. */
export async function explain(options: ExplainOptions): Promise<number> {
  const rule = isRule(options.rule) ? ruleNamed(options.rule) : null;
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const loaded = await load(options, workingDirectory, progress)
    .catch((error: unknown) => {
      throw withHint(error, options);
    })
    .finally(progress.done);
  const text =
    rule === null
      ? await threatTold(loaded, options, workingDirectory)
      : await ruleTold(explainIn(loaded, rule, options, workingDirectory), options);
  write(text, options.output);
  return 0;
}

async function ruleTold(explanations: Explanations, { format, output }: ExplainOptions): Promise<string> {
  if (format === 'json') return (await import('../formats/explanation-json')).explanationJson(explanations);
  return (await import('../formats/explanation-text')).explanationText(explanations, painterTo(output));
}

/** What is no rule may be a threat; else the nearest rules are told. */
async function threatTold(loaded: Loaded, options: ExplainOptions, workingDirectory: string): Promise<string> {
  const { explainThreats } = await import('../report/explained-threat');
  const explanations = explainThreats(loaded, options, workingDirectory);
  if (explanations.length === 0) ruleNamed(options.rule);
  const { threatExplanationJson, threatExplanationText } = await import('../formats/threat-explanation');
  if (options.format === 'json') return threatExplanationJson(explanations);
  return threatExplanationText(explanations, painterTo(options.output));
}

/** What was taken for a path that does not exist may have been meant as an operation. */
function withHint(error: unknown, { operation, paths }: ExplainOptions): unknown {
  const [first] = paths;
  if (!(error instanceof UsageError) || operation !== null || error.message !== `${first} does not exist.`)
    return error;
  return new UsageError(`${error.message} An operation is written "GET /orders/{id}" or "operation getOrder".`);
}
