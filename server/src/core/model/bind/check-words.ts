import type { Place } from '../../text';
import { didYouMean, nearest } from '../grammar/nearest';
import { CATEGORY_WORDS } from '../grammar/words';
import type { Mitigation, ModelProblem, ModelRule } from '../types';
import type { KnownWords } from './binding';

/** Whether a rule is known; an absent one is no problem. */
export function checkRule(rule: string, at: Place, known: KnownWords | undefined): ModelProblem[] {
  if (known === undefined || rule === '' || known.rules.has(rule)) return [];
  const suggestion = nearest(rule, [...Object.values(CATEGORY_WORDS), ...known.rules]);
  return [{ code: 'unknown-rule', message: `\`${rule}\` is no rule${didYouMean(suggestion)}`, severity: 'error', at }];
}

/** Whether a rule is known, and has the parameters that it is given. */
export function checkRuleSetting({ id, parameters, at }: ModelRule, known: KnownWords | undefined): ModelProblem[] {
  const problems = checkRule(id, at, known);
  if (known === undefined || !known.rules.has(id)) return problems;
  const own = [...known.parameters]
    .filter((name) => name.startsWith(`${id}.`))
    .map((name) => name.slice(id.length + 1));
  for (const name of parameters.keys()) {
    if (own.includes(name)) continue;
    const list = own.length === 0 ? 'it has none' : `it has ${own.map((one) => `\`${one}\``).join(', ')}`;
    const message = `\`${id}\` has no parameter \`${name}\`: ${list}`;
    problems.push({ code: 'unknown-parameter', message, severity: 'warning', at });
  }
  return problems;
}

/** Whether the control of an answer is known. */
export function checkControl({ control, at }: Mitigation, known: KnownWords | undefined): ModelProblem[] {
  if (known === undefined || control === '' || known.controls.has(control)) return [];
  const message = `\`${control}\` is no known control${didYouMean(nearest(control, known.controls))}`;
  return [{ code: 'unknown-control', message, severity: 'warning', at }];
}
