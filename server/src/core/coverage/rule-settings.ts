import type { Level, Model, ModelRule } from '../model/types';
import { memoText } from '../text';
import { isAbove } from './severity';

/** What models say of rules, by rule id. */
export interface RuleSettings {
  readonly off: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, Level>;
  /** `rule.parameter`, as written. */
  readonly parameters: ReadonlyMap<string, string>;
}

export const NO_SETTINGS: RuleSettings = { off: new Set(), levels: new Map(), parameters: new Map() };

/**
 * The settings of several models together; one without a reason counts for nothing, `off` of one is `off`, and of two levels
 * the higher counts. The same words give the same object, so that an edit elsewhere in a model moves no finding.
 */
export function settingsOf(models: readonly Model[]): RuleSettings {
  const rules = models.flatMap((model) => model.rules).filter((rule) => rule.reason !== '');
  if (rules.length === 0) return NO_SETTINGS;
  return settingsIn(JSON.stringify(rules.map(({ id, level, parameters }) => ({ id, level, own: [...parameters] }))));
}

/** What `build` needs of a model's rule, as it goes through a text. */
interface Said {
  readonly id: string;
  readonly level: ModelRule['level'];
  readonly own: readonly (readonly [string, string])[];
}

const settingsIn = memoText(200, (rules) => build(JSON.parse(rules) as Said[]));

function build(rules: readonly Said[]): RuleSettings {
  const levels = new Map<string, Level>();
  const parameters = new Map<string, string>();
  for (const { id, level, own } of rules) {
    if (level !== null && level !== 'off' && isHigher(level, levels.get(id))) levels.set(id, level);
    for (const [name, value] of own) parameters.set(`${id}.${name}`, value);
  }
  return { off: new Set(rules.flatMap(({ id, level }) => (level === 'off' ? [id] : []))), levels, parameters };
}

function isHigher(level: Level, known: Level | undefined): boolean {
  return known === undefined || isAbove(level, known);
}
