import type { Level, Model, ModelRule } from '../model/types';

/** What models say of rules, by rule id. */
export interface RuleSettings {
  readonly off: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, Level>;
  /** `rule.parameter`, as written. */
  readonly parameters: ReadonlyMap<string, string>;
}

export const NO_SETTINGS: RuleSettings = { off: new Set(), levels: new Map(), parameters: new Map() };

const LIMIT = 200;
const known = new Map<string, RuleSettings>();

/**
 * The settings of several models together; one without a reason counts for nothing, and `off` of one is `off`. The same
 * words give the same object, so that an edit elsewhere in a model moves no finding.
 */
export function settingsOf(models: readonly Model[]): RuleSettings {
  const rules = models.flatMap((model) => model.rules).filter((rule) => rule.reason !== '');
  if (rules.length === 0) return NO_SETTINGS;
  const key = JSON.stringify(rules.map(({ id, level, parameters }) => [id, level, ...parameters]));
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= LIMIT) known.clear();
    found = build(rules);
    known.set(key, found);
  }
  return found;
}

function build(rules: readonly ModelRule[]): RuleSettings {
  const levels = new Map<string, Level>();
  const parameters = new Map<string, string>();
  for (const { id, level, parameters: own } of rules) {
    if (level !== null && level !== 'off' && !levels.has(id)) levels.set(id, level);
    for (const [name, value] of own) parameters.set(`${id}.${name}`, value);
  }
  return { off: new Set(rules.flatMap(({ id, level }) => (level === 'off' ? [id] : []))), levels, parameters };
}
